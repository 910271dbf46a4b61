import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { dayBoard } from '../../../main/queries/visits/day-board.ts';
import { today } from '../../../main/queries/visits/today.ts';
import type { SqlValue } from '../../../main/store/database.ts';
import {
  aPerson,
  expectPerson,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

const noon = '2026-11-23T11:00:00.000Z' as Instant;
const day = '2026-11-23';
const usual = { before: 30, after: 40 };

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), noon);
});
afterEach(() => opened.close());

/** So many dates of one person that begin evenly within minutes of noon, each with that status and, with a stage, a visit. */
function addDates(many: number, status: string, [from, to]: [number, number], stage?: string): void {
  const { station } = opened;
  const personId = expectPerson(station, aPerson({ givenName: `${status}${from}` }), addMinutes(noon, -600));
  const put = (table: string, row: Record<string, SqlValue>) =>
    station.db.run(
      `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.keys(row)
        .map(() => '?')
        .join(', ')})`,
      ...Object.values(row),
    );
  station.db.transact(() => {
    for (let index = 0; index < many; index++) {
      const at = addMinutes(noon, from + ((to - from) * index) / many);
      const id = `${status}-${from}-${index}`;
      put('appointment', {
        appointment_id: id,
        person_id: personId,
        product_id: 'comirnaty',
        planned_dose: 1,
        starts_at: at,
        day,
        duration_minutes: 5,
        status,
      });
      if (!stage) continue;
      const times = {
        checked_in_at: at,
        stage_since: at,
        observation_at: stage === 'observation' ? at : null,
      };
      put('visit', {
        visit_id: `visit-${id}`,
        person_id: personId,
        appointment_id: id,
        day,
        stage,
        ...times,
      });
    }
  });
}

describe('on a day of 5,000 visits, those who are through push nobody away who is expected:', () => {
  beforeEach(() => {
    addDates(5_000, 'attended', [-25, 0], 'observation');
    addDates(20, 'booked', [-29, 39]);
    addDates(3, 'checked-in', [-200, -190], 'reception');
  });

  test("today's list names all of them, and few of the others, earliest first", () => {
    const { entries, counts, isWholeDay } = today(opened.station);
    expect(counts).toMatchObject({ here: 5_003 });
    expect(isWholeDay).toBe(false);
    expect(entries.filter(({ status }) => status === 'booked')).toHaveLength(20);
    const through = entries.filter(({ status }) => status === 'attended');
    expect(through.length).toBeGreaterThan(10);
    expect(through.length).toBeLessThan(100);
    const starts = entries.map(({ startsAt }) => startsAt);
    expect(starts).toEqual(starts.toSorted());
    expect(through.at(-1)?.appointmentId).toBe('attended--25-4999');
  });

  test('the board does, with those who wait in the house, and says that it left others out', () => {
    const { entries, counts, isShortened } = dayBoard(opened.station, usual, ['reception']);
    expect(counts).toMatchObject({ arrived: 5_003, vaccinated: 5_000 });
    expect(isShortened).toBe(true);
    expect(entries.filter(({ status }) => status === 'booked')).toHaveLength(20);
    expect(entries.filter(({ visit }) => visit?.stage === 'reception')).toHaveLength(3);
    expect(entries.length).toBeLessThan(500);
    expect(new Set(entries.map(({ appointmentId }) => appointmentId)).size).toBe(entries.length);
  });

  test('asked for the whole day, both name everybody', () => {
    expect(today(opened.station, true).entries).toHaveLength(5_026);
    const board = dayBoard(opened.station, 'day', ['reception']);
    expect(board.entries).toHaveLength(5_026);
    expect(board.isShortened).toBe(false);
  });
});

test('a day of few is listed whole, whatever the hour, and the board leaves nobody out', () => {
  addDates(30, 'booked', [-300, 300]);
  addDates(30, 'cancelled', [-300, 300]);
  expect(today(opened.station)).toMatchObject({ isWholeDay: true, counts: { all: 32, here: 0 } });
  expect(today(opened.station).entries).toHaveLength(62);
  expect(dayBoard(opened.station, usual, ['reception']).isShortened).toBe(false);
});

test('of a span only what begins in it is listed, the first and the last minute with it', () => {
  addDates(300, 'booked', [-1_000, -700]);
  addDates(1, 'booked', [-30, 0]);
  addDates(1, 'booked', [40, 50]);
  addDates(1, 'booked', [41, 50]);
  addDates(1, 'booked', [-31, 0]);
  expect(today(opened.station).entries.map(({ appointmentId }) => appointmentId)).toEqual([
    'booked--30-0',
    'booked-40-0',
  ]);
});
