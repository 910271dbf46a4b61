import './board.css';
import { Button, Skeleton } from '@mantine/core';
import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BoardEntry } from '../../../contracts/ipc/board-contract.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Filter } from '../../../ui/filter.tsx';
import { LongList } from '../../../ui/long-list.tsx';
import { NumberInput } from '../../../ui/number-input.tsx';
import { Page } from '../../../ui/page.tsx';
import { Said } from '../../../ui/said.tsx';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useRefusalSentence } from '../../components/use-refusal-sentence.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { OpenReports } from '../adverse-events/open-reports.tsx';
import { BoardFigures } from './board-figures.tsx';
import { BoardRow } from './board-row.tsx';
import { EndDay } from './end-day.tsx';
import { MayGo } from './may-go.tsx';
import { type Span, useBoard } from './use-board.ts';

const usual = { before: 30, after: 40 };
/** Those who were due just before stay in sight. */
const ROWS_BEFORE_NOW = 2;
const filters = ['all', 'missing', 'inside', 'observed'] as const;
type Shown = (typeof filters)[number];

/** Who is due around now, where everybody is, and how the next half hour will go. */
export function BoardScreen(): ReactNode {
  const { t } = useTranslation();
  const formats = useFormats();
  const sentenceOf = useRefusalSentence();
  const [span, setSpan] = useState<Span>(usual);
  const [filter, setFilter] = useState<Shown>('all');
  const [lane, setLane] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const { data } = useBoard(span);
  const board = data?.ok ? data.value : undefined;
  useShortcut('F7', () => nextOfFocused(list.current));
  useShortcut('F4', () => list.current?.querySelector<HTMLElement>('button')?.focus());
  const lanes = lanesOf(board?.entries ?? [], lane);
  const entries = (board?.entries ?? []).filter(
    (entry) => shownBy[filter](entry) && (lane === '' || entry.lane === lane),
  );
  const startAt = Math.max(
    0,
    entries.findIndex(({ startsAt }) => (startsAt ?? '') >= (board?.now ?? '')),
  );
  return (
    <Page
      title={t('board.title')}
      note={board && t('board.updated', { clock: formats.clock(board.now) })}
      actions={
        <>
          {board && <EndDay board={board} />}
          <Button variant="light" onClick={openWall} data-testid="wall-open">
            {t('board.wall')}
          </Button>
        </>
      }
      testId="board"
    >
      {data && !data.ok && <Said tone="warning">{sentenceOf(data)}</Said>}
      {board && <OpenReports now={board.now} />}
      {board && <BoardFigures board={board} />}
      <div className="board-controls">
        <SpanChoice span={span} onSpan={setSpan} />
        <Filter<Shown>
          label={t('board.show')}
          choices={filters.map((id) => ({ id, name: t(`board.filters.${id}`) }))}
          chosen={filter}
          onChoose={setFilter}
          testId="board-filter"
        />
        {lanes.length > 1 && (
          <Filter
            label={t('board.lanes')}
            choices={[{ id: '', name: t('board.everyLane') }, ...lanes.map((id) => ({ id, name: id }))]}
            chosen={lane}
            onChoose={setLane}
            testId="board-lane"
          />
        )}
      </div>
      {board?.isShortened && (
        <p className="station-dim board-help" role="status">
          {t('board.shortened')}
        </p>
      )}
      {board && <MayGo entries={board.entries} now={board.now} />}
      {!data && <Skeleton height={320} aria-hidden="true" />}
      {board && entries.length === 0 && (
        <EmptyState testId="board-empty">
          {t(lane === '' ? emptyTexts[filter] : 'board.emptyLane')}
        </EmptyState>
      )}
      {board && (
        <LongList
          key={`${typeof span === 'string' ? span : filter} ${lane}`}
          items={entries}
          listRef={list}
          className="board-list"
          testId="board-list"
          rowHeight={60}
          startAt={startAt - ROWS_BEFORE_NOW}
          keyOf={(entry) => entry.visit?.visitId ?? entry.appointmentId ?? entry.personId}
        >
          {(entry) => <BoardRow entry={entry} now={board.now} />}
        </LongList>
      )}
      <p className="station-dim board-help">{t('board.help')}</p>
    </Page>
  );
}

const emptyTexts = {
  all: 'board.empty',
  missing: 'board.emptyMissing',
  inside: 'board.emptyInside',
  observed: 'board.emptyObserved',
} as const;

const shownBy: Record<Shown, (entry: BoardEntry) => boolean> = {
  all: () => true,
  missing: ({ status }) => status === 'booked',
  inside: ({ visit }) => visit !== undefined && visit.stage !== 'check-out',
  observed: ({ visit }) => visit?.observation !== undefined,
};

/** The lanes of the rows, and the one that is chosen: it stays in sight while nobody is in it. */
function lanesOf(entries: readonly BoardEntry[], chosen: string): string[] {
  const named = [...entries.map(({ lane }) => lane ?? ''), chosen].filter((lane) => lane !== '');
  return [...new Set(named)].sort((one, other) => one.localeCompare(other, 'de', { numeric: true }));
}

/** A window of its own: nobody is signed in there, so that it stays whatever happens to this one. */
function openWall(): void {
  window.open('wall.html', 'impfpass-wall');
}

/** The row that has the focus goes one place further. */
function nextOfFocused(list: HTMLElement | null): void {
  const row = document.activeElement?.closest('li');
  if (row && list?.contains(row)) row.querySelector<HTMLButtonElement>('[data-action="next"]')?.click();
}

/** Minutes around now, or the whole day. */
function SpanChoice({ span, onSpan }: { span: Span; onSpan(span: Span): void }) {
  const { t } = useTranslation();
  const { language } = useFormats();
  const [before, setBefore] = useState<number | string>(usual.before);
  const [after, setAfter] = useState<number | string>(usual.after);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    onSpan({ before: Number(before) || 0, after: Number(after) || 0 });
  };
  return (
    <form className="board-span" data-entry="none" onSubmit={apply} aria-label={t('board.span')}>
      <NumberInput
        label={t('board.before')}
        value={before}
        onChange={setBefore}
        min={0}
        max={720}
        language={language}
        className="board-minutes"
      />
      <NumberInput
        label={t('board.after')}
        value={after}
        onChange={setAfter}
        min={0}
        max={720}
        language={language}
        className="board-minutes"
      />
      <Button type="submit" variant={span === 'day' ? 'light' : 'filled'} aria-pressed={span !== 'day'}>
        {t('board.around')}
      </Button>
      <Button
        variant={span === 'day' ? 'filled' : 'light'}
        aria-pressed={span === 'day'}
        onClick={() => onSpan('day')}
        data-testid="board-whole-day"
      >
        {t('board.wholeDay')}
      </Button>
    </form>
  );
}
