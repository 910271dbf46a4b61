import { Button, Checkbox, FileButton } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../contracts/ipc/answer.ts';
import { toldFileCharacters } from '../../contracts/ipc/import-limits.ts';
import type { ToldLook } from '../../contracts/ipc/records-contract.ts';
import { mayGiveDoses } from '../../domain/vaccination/who-may.ts';
import { Said } from '../../ui/said.tsx';
import { useMay } from '../session/use-may.ts';
import { useStationCommand } from '../station-context.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { ToldDosesList } from './told-doses-list.tsx';
import { useRefusalSentence } from './use-refusal-sentence.ts';

interface Looked {
  readonly text: string;
  readonly look: ToldLook;
}

/** Doses that a file of another system tells: shown first, and taken by one press. */
export function ToldDoses({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const mayTake = useMay(mayGiveDoses);
  const { send, isBusy } = useStationCommand('records.look-at-told');
  const [looked, setLooked] = useState<Looked>();
  const [said, setSaid] = useState<string>();
  if (!mayTake) return null;
  const open = async (file: File | null) => {
    setSaid(undefined);
    if (!file) return;
    if (file.size > toldFileCharacters) return setSaid(t('records.told.tooLarge'));
    const text = await file.text();
    const answer: Answer<ToldLook> = await send({ personId, text });
    if (answer.ok) setLooked({ text, look: answer.value });
    else setSaid(sentenceOf(answer));
  };
  return (
    <fieldset data-entry="none" data-testid="told-doses">
      <legend>{t('records.told.title')}</legend>
      <p className="station-dim">{t('records.told.text')}</p>
      <FileButton
        accept=".json,application/json,application/fhir+json"
        onChange={(file) => void open(file)}
        inputProps={{ 'aria-label': t('records.told.choose') }}
      >
        {(props) => (
          <Button
            {...props}
            variant="default"
            loading={isBusy}
            leftSection={<IconFileImport size={18} aria-hidden />}
            data-testid="told-choose"
          >
            {t('records.told.choose')}
          </Button>
        )}
      </FileButton>
      {said !== undefined && <Said tone="fault">{said}</Said>}
      {looked && <TakeDialog {...looked} personId={personId} onClose={() => setLooked(undefined)} />}
    </fieldset>
  );
}

function TakeDialog({ personId, text, look, onClose }: Looked & { personId: string; onClose(): void }) {
  const { t } = useTranslation();
  const { send } = useStationCommand('records.take-told');
  const [isConfirmed, setConfirmed] = useState(false);
  const count = look.doses.filter(({ isKnown }) => !isKnown).length;
  const mayBe = look.isSamePerson || isConfirmed;
  return (
    <CommandDialog
      title={t('records.told.title')}
      size="lg"
      submitLabel={t('records.told.take', { count })}
      submitTestId="told-take"
      isReady={count > 0 && mayBe}
      send={(requestId) => send({ requestId, personId, text, isConfirmed })}
      onDone={() => t('records.told.taken', { count })}
      onClose={onClose}
    >
      <ToldDosesList look={look} />
      {!look.isSamePerson && (
        <Checkbox
          label={t('records.told.samePerson')}
          checked={isConfirmed}
          onChange={(event) => setConfirmed(event.currentTarget.checked)}
          data-testid="told-same-person"
        />
      )}
    </CommandDialog>
  );
}
