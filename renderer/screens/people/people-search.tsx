import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconUserPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { doubtOfBirthDate, findBirthDate } from '../../../domain/people/read-birth-date.ts';
import { mayKeepRecords } from '../../../domain/people/who-may.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { goTo } from '../../../ui/go-to.ts';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useNavigation } from '../../navigation.tsx';
import { useMay } from '../../session/use-may.ts';
import { useStationQuery } from '../../station-context.tsx';
import { HitList } from './hit-list.tsx';

const PAUSE_MS = 150;

/** One field for every way to find somebody; the hits say why they are there. */
export function PeopleSearch() {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const mayRegister = useMay(mayKeepRecords);
  const [typed, setTyped] = useState('');
  const [entered, setEntered] = useState<string>();
  const field = useRef<HTMLInputElement>(null);
  const hits = useRef<HTMLElement>(null);
  const forgetEnter = useCallback(() => setEntered(undefined), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') setTyped('');
    if (event.key === 'Enter' && !event.repeat) setEntered(typed.trim());
    const first = event.key === 'ArrowDown' && hits.current?.querySelector<HTMLElement>('button');
    if (!first) return;
    event.preventDefault();
    first.focus();
  };
  useShortcut('F3', () => goTo(field.current));
  return (
    <Page
      title={t('people.title')}
      actions={
        mayRegister && (
          <Button
            leftSection={<IconUserPlus size={20} aria-hidden />}
            onClick={() => go({ screen: 'people', typed })}
            data-testid="register-new"
          >
            {t('people.registerNew')}
          </Button>
        )
      }
      testId="people"
    >
      <div className="people-search" data-entry="none">
        <TextInput
          ref={focusOnce(field)}
          className="people-search-field"
          label={t('people.search')}
          description={t('people.searchHint')}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            forgetEnter();
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          data-testid="people-search"
        />
      </div>
      <Hits typed={typed} entered={entered} onAnswered={forgetEnter} listRef={hits} />
    </Page>
  );
}

function Hits({
  typed,
  entered,
  onAnswered,
  listRef,
}: {
  typed: string;
  /** The text for which Enter was pressed: its only hit is opened, also when the answer comes later. */
  entered: string | undefined;
  onAnswered(): void;
  listRef: RefObject<HTMLElement | null>;
}) {
  const { t } = useTranslation();
  const { go } = useNavigation();
  const { today } = useFormats();
  const sentenceOf = useRefusalSentence();
  const [text] = useDebouncedValue(typed.trim(), PAUSE_MS);
  const isAsked = text.length > 1;
  const { data } = useStationQuery('people.search', { text }, ['people'], isAsked);
  const isEntered = isAsked && entered === text;
  useEffect(() => {
    if (!isEntered || !data) return;
    onAnswered(); // who is registered later is not opened by an Enter of long ago
    const [only, another] = data.ok ? data.value.hits : [];
    if (only && !another) go({ screen: 'people', personId: only.personId });
  }, [isEntered, data, onAnswered, go]);
  if (!isAsked) return <EmptyState>{t('people.searchEmpty')}</EmptyState>;
  if (!data) return <EmptyState>{t('people.searching')}</EmptyState>;
  if (!data.ok) return <Said tone="fault">{sentenceOf(data)}</Said>;
  const { hits, hasMore } = data.value;
  const isNoDay = hits.length === 0 && doubtOfBirthDate(text, today()) === 'no-such-day';
  const hasDate = findBirthDate(text, new Date().getFullYear()) !== undefined;
  const more = hasDate ? 'people.moreHitsThatDay' : 'people.moreHits';
  return (
    <section className="card" aria-live="polite" ref={listRef}>
      <h3>{t(hasMore ? more : 'people.hits', { count: hits.length })}</h3>
      {hits.length === 0 && (
        <p className="station-dim">{t(isNoDay ? 'people.noSuchDay' : 'people.nobody')}</p>
      )}
      <HitList hits={hits} onOpen={(personId) => go({ screen: 'people', personId })} />
    </section>
  );
}

function focusOnce(field: { current: HTMLInputElement | null }) {
  return (element: HTMLInputElement | null) => {
    if (element && !field.current) element.focus();
    field.current = element;
  };
}
