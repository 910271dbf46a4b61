import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { asking } from '../../support/asking.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
const doctor = asking(() => opened.station, { actor: 'staff:doctor', roles: ['screening-doctor'] });
beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

/** Doses as `2021-06-15 covid-mrna`. */
function tried(book: string, bornOn: string, ...doses: string[]) {
  return doctor.valueOf('schedules.try', {
    book,
    bornOn,
    sex: 'unknown',
    doses: doses.map((dose) => ({ on: dose.slice(0, 10), product: dose.slice(11) })),
  });
}

test('the doctor sees the ten schedules, each with source, version, date, and every dose in words', async () => {
  const { schedules } = await doctor.valueOf('schedules.list', {});
  expect(schedules).toHaveLength(10);
  for (const { source, version, issuedOn, series, products } of schedules) {
    expect(source && version && issuedOn).toBeTruthy();
    expect(products.length && series.length).toBeGreaterThan(0);
    expect(series.flatMap(({ doses }) => doses).every((sentences) => sentences.length > 0)).toBe(true);
  }
});

test('given two doses 20 days apart, when they are tried, then the second is too soon and dose 2 is due anew', async () => {
  expect(
    await tried('de-covid-19-campaign', '1980-05-01', '2021-06-15 covid-mrna', '2021-07-05 covid-mrna'),
  ).toEqual({
    kind: 'evaluated',
    doses: [
      { status: 'valid', sentence: { de: 'Die Dosis zählt.', en: 'The dose counts.' } },
      {
        status: 'not-valid',
        sentence: {
          de: 'Zählt nicht: zu früh nach der Dosis davor.',
          en: 'Does not count: too soon after an earlier dose.',
        },
      },
    ],
    series: { de: 'Die Impfserie ist nicht vollständig.', en: 'The series is not complete.' },
    next: { dose: 2, earliest: '2021-07-26', recommended: '2021-07-26', pastDue: '2021-08-01' },
    sentence: { de: 'Dosis 2 ab 26.07.2021.', en: 'Dose 2 from 26 July 2021.' },
  });
});

test('given a complete series, when it is tried, then no dose is due', async () => {
  const answer = await tried('de-mmr', '1990-01-01', '1991-01-10 mmr', '1991-03-10 mmr');
  expect(answer).toMatchObject({
    kind: 'evaluated',
    sentence: { de: 'Die Impfserie ist vollständig.' },
  });
  expect(answer).not.toHaveProperty('next');
});

describe('what cannot be right is told in one sentence', () => {
  test.each([
    ['a birth in the future', '2027-01-01', [], 'Das Geburtsdatum liegt in der Zukunft. Bitte prüfen.'],
    ['a birth long ago', '1786-01-01', [], 'Das Geburtsdatum liegt vor 1900. Bitte prüfen.'],
    [
      'a dose in the future',
      '1980-05-01',
      ['2026-11-24 covid-mrna'],
      'Dosis 1: der 24.11.2026 liegt in der Zukunft. Bitte nur Impfungen eintragen, die gegeben sind.',
    ],
    [
      'a dose before the birth',
      '1980-05-01',
      ['1979-05-01 covid-mrna'],
      'Dosis 1: der 01.05.1979 liegt vor der Geburt. Bitte beide Daten prüfen.',
    ],
    [
      'doses in the wrong order',
      '1980-05-01',
      ['2021-07-06 covid-mrna', '2021-06-15 covid-mrna'],
      'Dosis 2: der 15.06.2021 liegt vor der Dosis darüber. Bitte in der Reihenfolge der Tage eintragen.',
    ],
    [
      'a vaccine of another schedule',
      '1980-05-01',
      ['2021-06-15 mmr'],
      'Dosis 1: dieses Impfschema kennt den Impfstoff nicht. Bitte einen aus der Liste wählen.',
    ],
  ])('%s', async (_, bornOn, doses, de) => {
    expect(await tried('de-covid-19-campaign', bornOn, ...doses)).toMatchObject({
      kind: 'fault',
      sentence: { de },
    });
  });

  test('a schedule that does not exist, and a date that does not', async () => {
    const ask = (input: object) =>
      doctor.ask('schedules.try', { bornOn: '1980-05-01', sex: 'female', doses: [], ...input });
    expect(await ask({ book: 'nowhere' })).toMatchObject({
      ok: false,
      refusal: { reason: 'schedule-unknown' },
    });
    expect(await ask({ book: 'de-tbe', bornOn: '1980-02-30' })).toMatchObject({ ok: false });
  });
});
