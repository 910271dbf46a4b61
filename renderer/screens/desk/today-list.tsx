import './today-list.css';
import { Button, Skeleton } from '@mantine/core';
import { memo, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { Filter } from '../../../ui/filter.tsx';
import { LongList } from '../../../ui/long-list.tsx';
import { DoseOf } from '../../components/dose-words.tsx';
import { StatusMark } from '../../components/status-mark.tsx';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useStationQuery } from '../../station-context.tsx';

type Today = ChannelOutput<'desk.today'>;
type Entry = Today['entries'][number];

/** About two rows of those who were due just before stay in sight. */
const ROWS_BEFORE_NOW = 2;
const ROW_HEIGHT = 57;
const filters = ['all', 'open'] as const;
type Shown = (typeof filters)[number];

/** Everybody who is expected today, earliest first; on a day of many, those due around now. */
export const TodayList = memo(function TodayList({
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
  const [filter, setFilter] = useState<Shown>('all');
  const [wholeDay, setWholeDay] = useState(false);
  const { data } = useStationQuery('desk.today', { wholeDay }, ['desk', 'appointments']);
  const today = data?.ok ? data.value : undefined;
  const entries = today?.entries ?? [];
  const shown = filter === 'open' ? entries.filter(({ status }) => status === 'booked') : entries;
  const firstAfterNow = shown.findIndex(({ startsAt }) => startsAt > (today?.now ?? ''));
  return (
    <aside className="desk-today" aria-label={t('today.title')}>
      <div className="desk-today-head">
        <h2>{t('today.title')}</h2>
        {today && <span className="station-dim">{t('today.count', { ...today.counts })}</span>}
        <div className="desk-today-filter">
          <Filter<Shown>
            label={t('today.title')}
            choices={filters.map((id) => ({ id, name: t(`today.${id}`) }))}
            chosen={filter}
            onChoose={setFilter}
          />
          {today && (!today.isWholeDay || wholeDay) && (
            <Button
              size="compact-md"
              variant={wholeDay ? 'filled' : 'light'}
              aria-pressed={wholeDay}
              onClick={() => setWholeDay(!wholeDay)}
            >
              {t('today.wholeDay')}
            </Button>
          )}
        </div>
      </div>
      {!data && <Loading />}
      {data && !data.ok && (
        <p className="desk-empty" role="alert">
          {sentenceOf(data)}
        </p>
      )}
      {today && shown.length === 0 && <p className="desk-empty">{t(emptyText(today, entries))}</p>}
      <LongList
        key={`${filter} ${wholeDay}`}
        items={shown}
        listRef={listRef}
        className="desk-today-list"
        testId="today"
        rowHeight={ROW_HEIGHT}
        startAt={firstAfterNow - ROWS_BEFORE_NOW}
        keyOf={({ appointmentId }) => appointmentId}
      >
        {(entry, index, tabIndex) => (
          <>
            {index === firstAfterNow && (
              <div className="desk-today-now" aria-hidden="true">
                {t('today.now')}
              </div>
            )}
            <EntryButton
              entry={entry}
              isCurrent={entry.personId === current}
              tabIndex={tabIndex}
              onOpen={onOpen}
            />
          </>
        )}
      </LongList>
    </aside>
  );
});

function emptyText(today: Today, entries: readonly Entry[]) {
  if (today.counts.all === 0) return 'today.empty';
  return entries.length === 0 ? 'today.emptyNow' : 'today.emptyOpen';
}

/** Drawn anew only for a reason of its own: a scan changes two rows of a hundred. */
const EntryButton = memo(function EntryButton({
  entry,
  isCurrent,
  tabIndex,
  onOpen,
}: {
  entry: Entry;
  isCurrent: boolean;
  tabIndex: number;
  onOpen(personId: string): void;
}) {
  const formats = useFormats();
  return (
    <button
      type="button"
      className="desk-today-entry"
      aria-current={isCurrent}
      tabIndex={tabIndex}
      onClick={() => onOpen(entry.personId)}
    >
      <span>{formats.clock(entry.startsAt)}</span>
      <span className="desk-today-name">
        {entry.familyName}, {entry.givenName}
      </span>
      <span className="desk-today-detail">
        {formats.shortDate(entry.birthDate)} · <DoseOf {...entry} />
      </span>
      <StatusMark status={entry.status} />
    </button>
  );
});

function Loading() {
  return (
    <div className="desk-empty" aria-hidden="true">
      {[1, 2, 3, 4, 5].map((line) => (
        <Skeleton key={line} height={40} mb="sm" />
      ))}
    </div>
  );
}
