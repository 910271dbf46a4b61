import { Button, Skeleton } from '@mantine/core';
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';
import { StatusMark } from './status-mark.tsx';

type Today = ChannelOutput<'desk.today'>;
type Entry = Today['entries'][number];

/** About two rows of those who were due just before stay in sight. */
const SHOWN_BEFORE_NOW = 130;

/** Everybody who is expected today, earliest first. */
export function TodayList({
  listRef,
  current,
  onOpen,
}: {
  listRef: RefObject<HTMLUListElement | null>;
  current: string | undefined;
  onOpen(personId: string): void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useRefusalSentence();
  const [isOpenOnly, setOpenOnly] = useState(false);
  const { data } = useStationQuery('desk.today', {}, ['desk']);
  const today = data?.ok ? data.value : undefined;
  const entries = today?.entries ?? [];
  const shown = isOpenOnly ? entries.filter(({ status }) => status === 'booked') : entries;
  const here = entries.filter(({ status }) => status === 'attended' || status === 'checked-in').length;
  const nowMark = useRef<HTMLDivElement>(null);
  const isLoaded = today !== undefined;
  // Once, when the list first comes: afterwards it stays where the desk scrolled it.
  useEffect(() => {
    const list = listRef.current;
    if (isLoaded && list && nowMark.current) list.scrollTop = topIn(list, nowMark.current) - SHOWN_BEFORE_NOW;
  }, [isLoaded, listRef]);
  return (
    <aside className="desk-today" aria-label={t('today.title')}>
      <div className="desk-today-head">
        <h2>{t('today.title')}</h2>
        <span className="station-dim">{t('today.count', { here, all: entries.length })}</span>
        <div className="desk-today-filter">
          <FilterButton isOn={!isOpenOnly} label={t('today.all')} onClick={() => setOpenOnly(false)} />
          <FilterButton isOn={isOpenOnly} label={t('today.open')} onClick={() => setOpenOnly(true)} />
        </div>
      </div>
      {!data && <Loading />}
      {data && !data.ok && (
        <p className="desk-empty" role="alert">
          {sentenceOf(data)}
        </p>
      )}
      {today && shown.length === 0 && (
        <p className="desk-empty">{t(entries.length === 0 ? 'today.empty' : 'today.emptyOpen')}</p>
      )}
      <ul className="desk-today-list" ref={listRef} onKeyDown={moveByArrow} data-testid="today">
        {shown.map((entry, index) => (
          <li key={entry.appointmentId}>
            {today && isFirstAfterNow(shown, index, today.now) && (
              <div className="desk-today-now" aria-hidden="true" ref={nowMark}>
                {t('today.now')}
              </div>
            )}
            <EntryButton entry={entry} isCurrent={entry.personId === current} onOpen={onOpen} />
          </li>
        ))}
      </ul>
    </aside>
  );
}

function FilterButton({ isOn, label, onClick }: { isOn: boolean; label: string; onClick(): void }) {
  return (
    <Button size="compact-sm" variant={isOn ? 'filled' : 'light'} aria-pressed={isOn} onClick={onClick}>
      {label}
    </Button>
  );
}

function EntryButton({
  entry,
  isCurrent,
  onOpen,
}: {
  entry: Entry;
  isCurrent: boolean;
  onOpen(personId: string): void;
}) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <button
      type="button"
      className="desk-today-entry"
      aria-current={isCurrent}
      onClick={() => onOpen(entry.personId)}
    >
      <span>{formats.clock(entry.startsAt)}</span>
      <span className="desk-today-name">
        {entry.familyName}, {entry.givenName}
        <span className="desk-today-detail">
          {formats.date(entry.birthDate)} · {t('person.dose', { ordinal: entry.plannedDose })}
        </span>
      </span>
      <StatusMark status={entry.status} />
    </button>
  );
}

function Loading() {
  return (
    <div className="desk-empty" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((line) => (
        <Skeleton key={line} height={40} mb="sm" />
      ))}
    </div>
  );
}

function isFirstAfterNow(entries: readonly Entry[], index: number, now: string): boolean {
  const entry = entries[index];
  const before = entries[index - 1];
  return entry !== undefined && entry.startsAt > now && (before === undefined || before.startsAt <= now);
}

function topIn(list: HTMLElement, mark: HTMLElement): number {
  return mark.getBoundingClientRect().top - list.getBoundingClientRect().top + list.scrollTop;
}

function moveByArrow(event: KeyboardEvent<HTMLUListElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLButtonElement>('button')];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  const next = buttons[at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
