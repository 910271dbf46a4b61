import './places-grid.css';
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { Filter } from '../../../ui/filter.tsx';
import { type Half, halfOf, nearestTime, rowsOf, type Time, timeBeside } from './places-of-day.ts';

/**
 * Half a day as a grid: a row for each hour, a button for each time that has a place left. One stop of the Tab key:
 * arrows walk, Enter takes, and Enter on what is taken sends the form around it.
 */
export function PlacesGrid({
  times,
  taken,
  usual,
  hasFocus,
  onTake,
}: {
  readonly times: readonly Time[];
  readonly taken?: Instant | undefined;
  /** The clock time at which this person comes otherwise: shown first. */
  readonly usual: string | undefined;
  /** Whether it has the focus as soon as it is there. */
  readonly hasFocus: boolean;
  onTake(time: Time): void;
}) {
  const { t } = useTranslation();
  const grid = useRef<HTMLDivElement>(null);
  const [walked, setWalked] = useState<{ readonly to: Instant; readonly byKey: boolean }>();
  const isAt = (at: Instant | undefined) => times.find(({ startsAt }) => startsAt === at);
  const stop = isAt(walked?.to) ?? isAt(taken) ?? nearestTime(times, usual);
  const half = stop && halfOf(stop);
  const halves = [...new Set(times.map(halfOf))];
  useLayoutEffect(() => {
    if (half) showStop(grid.current);
  }, [half]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the first places came
  useEffect(() => {
    if (hasFocus) focusStop(grid.current);
  }, []);
  useEffect(() => {
    if (walked?.byKey) focusStop(grid.current);
  }, [walked]);
  const walk = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = stop && timeBeside(times, stop, event.key);
    if (next) {
      event.preventDefault();
      setWalked({ to: next.startsAt, byKey: true });
    } else if (event.key === 'Enter' && stop && stop.startsAt === taken) {
      event.preventDefault();
      if (!event.repeat) grid.current?.closest('form')?.requestSubmit();
    }
  };
  return (
    <>
      {halves.length > 1 && half && (
        <Filter<Half>
          label={t('dates.booking.half')}
          choices={halves.map((id) => ({ id, name: t(`dates.booking.halves.${id}`) }))}
          chosen={half}
          onChoose={(id) => {
            const first = times.find((time) => halfOf(time) === id);
            if (first) setWalked({ to: first.startsAt, byKey: false });
          }}
          testId="half"
        />
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would bring its own frame */}
      <div
        role="group"
        aria-label={t('dates.booking.place')}
        className="places-grid"
        ref={grid}
        onKeyDown={walk}
        data-testid="places"
      >
        {rowsOf(times.filter((time) => halfOf(time) === half)).map(({ hour, cells }) => (
          <div className="places-hour" key={hour}>
            <span className="places-label" aria-hidden="true">
              {t('dates.booking.hour', { hour: Number(hour) })}
            </span>
            {cells.map((time, column) =>
              time ? (
                <button
                  key={time.startsAt}
                  type="button"
                  className="places-time"
                  tabIndex={time === stop ? 0 : -1}
                  aria-pressed={time.startsAt === taken}
                  aria-label={t('dates.booking.time', { clock: time.clock, count: freeAt(time) })}
                  onFocus={() => setWalked({ to: time.startsAt, byKey: false })}
                  onClick={() => onTake(time)}
                  data-clock={time.clock}
                >
                  :{time.clock.slice(3)}
                  <small>{t('dates.calendar.free', { count: freeAt(time) })}</small>
                </button>
              ) : (
                // biome-ignore lint/suspicious/noArrayIndexKey: nothing but its column tells an empty cell apart
                <span key={column} className="places-none" aria-hidden="true">
                  –
                </span>
              ),
            )}
          </div>
        ))}
      </div>
    </>
  );
}

/** An arrow on the button that sends the form walks on from the time that is chosen: another one needs no way there. */
export function walkIntoPlaces(event: KeyboardEvent<HTMLButtonElement>): void {
  const grid = event.currentTarget.form?.querySelector<HTMLElement>('[data-testid="places"]');
  const stop = event.key.startsWith('Arrow') && stopIn(grid ?? null);
  if (!stop) return;
  event.preventDefault();
  stop.focus();
  stop.dispatchEvent(new window.KeyboardEvent('keydown', { key: event.key, bubbles: true }));
}

function stopIn(grid: HTMLElement | null): HTMLElement | undefined {
  return grid?.querySelector<HTMLElement>('[tabindex="0"]') ?? undefined;
}

function focusStop(grid: HTMLElement | null): void {
  stopIn(grid)?.focus();
}

/** The hour above it is in sight, too. What is around the grid stays where it is. */
function showStop(grid: HTMLElement | null): void {
  const row = stopIn(grid)?.parentElement;
  if (grid && row) grid.scrollTop = row.offsetTop - row.offsetHeight;
}

function freeAt({ places }: Time): number {
  return places.reduce((sum, { free }) => sum + free, 0);
}
