import './scan-field.css';
import { Button, TextInput } from '@mantine/core';
import { IconCamera, IconCameraOff, IconSearch } from '@tabler/icons-react';
import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goTo } from '../../../ui/go-to.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { CameraScanner } from '../../camera/camera-scanner.tsx';
import { Suggestions, suggestionId, suggestionsId } from './suggestions.tsx';
import type { Desk } from './use-desk.ts';
import { useSuggestions } from './use-suggestions.ts';

/** The one field for everything that is typed, and the camera beside it. A scanner needs neither. */
export function ScanField({
  desk,
  inputRef,
  isCurrent,
  onLooking,
}: {
  desk: Desk;
  inputRef: RefObject<HTMLInputElement | null>;
  /** Behind another area the camera is off: nothing is filmed that nobody looks at. */
  isCurrent: boolean;
  /** Whether other people are being shown than the one that is open. */
  onLooking(isLooking: boolean): void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const [isCameraOn, setCameraOn] = useState(false);
  useShortcut('F2', () => setCameraOn((isOn) => !isOn), isCurrent);
  useLayoutEffect(() => inputRef.current?.focus(), [inputRef]);
  const { state } = desk;
  useEffect(() => {
    if (state.step === 'idle' && !state.failed) setText('');
  }, [state]);

  const suggestions = useSuggestions(text, (personId) => void desk.open(personId));
  const { hits, isNobody, active } = suggestions;
  const isLooking = hits.length > 0 || isNobody;
  useEffect(() => onLooking(isLooking), [onLooking, isLooking]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    suggestions.close();
    if (text.trim() === '') return goTo(inputRef.current);
    void desk.scan({ texts: [text.trim().slice(0, 4300)], via: 'typed' });
  };

  return (
    <>
      <form className="desk-scan" data-entry="none" onSubmit={submit}>
        <div className="desk-scan-field">
          <TextInput
            ref={inputRef}
            label={t('scan.label')}
            placeholder={t('scan.placeholder')}
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={4300}
            data-testid="scan-field"
            role="combobox"
            aria-expanded={hits.length > 0}
            aria-controls={hits.length > 0 ? suggestionsId : undefined}
            aria-activedescendant={active < 0 ? undefined : suggestionId(active)}
            aria-autocomplete="list"
            onKeyDown={(event) => {
              suggestions.onKeyDown(event);
              if (event.key !== 'Escape') return;
              // Whom somebody began to look for is forgotten first, whoever is open after that.
              if (isLooking) event.preventDefault();
              setText('');
            }}
            onBlur={suggestions.close}
          />
          {isLooking && <Suggestions hits={hits} active={active} onChoose={suggestions.choose} />}
        </div>
        <Button type="submit" size="lg" variant="light" leftSection={<IconSearch size={20} aria-hidden />}>
          {t('scan.submit')}
        </Button>
        <Button
          size="lg"
          variant={isCameraOn ? 'filled' : 'outline'}
          aria-pressed={isCameraOn}
          leftSection={
            isCameraOn ? <IconCameraOff size={20} aria-hidden /> : <IconCamera size={20} aria-hidden />
          }
          onClick={() => setCameraOn((isOn) => !isOn)}
        >
          {isCameraOn ? t('scan.cameraOff') : t('scan.camera')}
          <KeyHint name="F2" />
        </Button>
      </form>
      {isCameraOn && isCurrent && (
        <CameraScanner onCode={(code) => void desk.scan({ texts: [code.text], via: 'camera' })} />
      )}
    </>
  );
}
