import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DoseId, idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { addDays, type BirthDate, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { courseOn } from '../../../domain/products/course.ts';
import { decideCountElsewhere } from '../../../domain/vaccination/doses-elsewhere.ts';
import { readPaperDay } from '../../../domain/vaccination/paper-day.ts';
import {
  decideCorrectPaperDose,
  decideRecordPaperDose,
  type PaperDose,
} from '../../../domain/vaccination/paper-doses.ts';
import { validDosesOf } from '../../../domain/vaccination/vaccination.ts';
import { decideVoid } from '../../../domain/vaccination/void-dose.ts';
import { comirnaty, doseGiven, personId } from '../../support/events.ts';
import { given } from '../../support/given-doses.ts';

const today = '2026-11-30' as PlainDate;
const ground = { birthDate: '1964-08-12' as BirthDate, today };
const doseId = idOf<DoseId>('paper');
const entry = { page: 'Seite 4', productName: 'Comirnaty', lot: 'EX1234' };
const onPaper = (more: Partial<PaperDose> = {}): PaperDose => ({
  personId,
  doseId,
  productId: comirnaty,
  seenBy: idOf<StaffId>('vera'),
  givenOn: '2021-06-01' as PlainDate,
  precision: 'day',
  entry,
  ...more,
});
function recorded(more: Partial<PaperDose> = {}, ...before: Parameters<typeof given>) {
  const decided = decideRecordPaperDose(given(...before), ground, onPaper(more));
  if (!decided.ok) throw new Error(decided.refusal);
  const [event] = decided.value;
  if (!event) throw new Error('nothing was recorded');
  return event;
}

describe('what is typed as the day of a booklet', () => {
  test.each([
    ['5.3.2021', '2021-03-05', 'day'],
    ['3.2021', '2021-03-31', 'month'],
    ['12/2020', '2020-12-31', 'month'],
    ['2021', '2021-12-31', 'year'],
    ['2026', '2026-11-30', 'year'],
    ['11.2026', '2026-11-30', 'month'],
  ])('%s is known to the %s (%s)', (typed, givenOn, precision) => {
    expect(readPaperDay(typed, today)).toEqual({ givenOn, precision });
  });

  test.each(['', '13.2021', '2027', '12.2026', 'Frühjahr'])('"%s" is no such day', (typed) => {
    expect(readPaperDay(typed, today)).toBeUndefined();
  });

  test('whatever is read lies in the year that was typed and not after today', () => {
    const month = fc.integer({ min: 1, max: 12 });
    const year = fc.integer({ min: 1900, max: 2026 });
    fc.assert(
      fc.property(
        fc.oneof(
          year.map(String),
          fc.tuple(month, year).map(([m, y]) => `${m}.${y}`),
        ),
        (typed) => {
          const day = readPaperDay(typed, today);
          if (!day) return;
          expect(day.givenOn <= today && day.givenOn.startsWith(typed.slice(-4))).toBe(true);
        },
      ),
    );
  });
});

describe('a dose from a booklet', () => {
  test('given a certificate that says 2 of 2, then the first in the booklet is the one that it counted before', () => {
    let ids = 0;
    const counted = decideCountElsewhere(given(), {
      personId,
      productId: comirnaty,
      source: { kind: 'hcert', issuer: 'DE', trustListFrom: '2026-11-01T00:00:00.000Z' as Instant },
      proven: [{ givenOn: '2021-07-01' as PlainDate, ordinal: 2, product: 'Comirnaty' }],
      newId: () => idOf<DoseId>(`counted-${++ids}`),
    });
    if (!counted.ok) throw new Error(counted.refusal);
    const event = recorded({}, ...counted.value);
    const doses = validDosesOf(given(...counted.value, event), courseOn(comirnaty, today));
    expect(doses.map(({ givenOn }) => givenOn)).toEqual(['2021-06-01', '2021-07-01']);
  });

  describe('given a certificate that says 2 of 2 on 15 June 2021', () => {
    let ids = 0;
    const counted = decideCountElsewhere(given(), {
      personId,
      productId: comirnaty,
      source: { kind: 'hcert', issuer: 'DE', trustListFrom: '2026-11-01T00:00:00.000Z' as Instant },
      proven: [{ givenOn: '2021-06-15' as PlainDate, ordinal: 2, product: 'Comirnaty' }],
      newId: () => idOf<DoseId>(`certified-${++ids}`),
    });
    if (!counted.ok) throw new Error(counted.refusal);
    const proven = counted.value;
    const inForce = (...events: Parameters<typeof given>) =>
      validDosesOf(given(...proven, ...events), courseOn(comirnaty, today)).map(({ givenOn }) => givenOn);

    test.each(['2021', '6.2021'])(
      'then a line of %s may be the one or the other: somebody has to look',
      (typed) => {
        const day = readPaperDay(typed, today);
        expect(decideRecordPaperDose(given(...proven), ground, onPaper(day))).toEqual({
          ok: false,
          refusal: 'dose-perhaps-known',
        });
        const event = recorded({ ...day, isAnother: true }, ...proven);
        expect(inForce(event)).toEqual(['2021-06-15', '2021-06-15']);
        // The same line is that dose, whatever somebody says.
        const again = onPaper({ ...day, isAnother: true, doseId: idOf<DoseId>('again') });
        expect(decideRecordPaperDose(given(...proven, event), ground, again)).toMatchObject({
          refusal: 'dose-known',
        });
      },
    );

    test.each(['5.2021', '4.5.2021', '2020'])(
      'then a line of %s is the one that it counted before',
      (typed) => {
        const day = readPaperDay(typed, today);
        expect(inForce(recorded(day, ...proven))).toEqual([day?.givenOn, '2021-06-15']);
      },
    );

    test('and a line in the place of the counted one, when that line is voided, then the counted one stands again', () => {
      const line = recorded(readPaperDay('4.5.2021', today), ...proven);
      const voided = decideVoid(given(...proven, line), {
        doseId,
        personId,
        reason: 'wrong-entry',
        note: '',
        approvedBy: idOf<StaffId>('second'),
      });
      if (!voided.ok) throw new Error(voided.refusal);
      expect(inForce(line)).toEqual(['2021-05-04', '2021-06-15']);
      expect(inForce(line, ...voided.value)).toEqual(['2021-06-15', '2021-06-15']);
      // The right line takes that place as the wrong one did.
      const right = recorded(
        { ...readPaperDay('5.5.2021', today), doseId: idOf<DoseId>('right') },
        ...proven,
        line,
        ...voided.value,
      );
      expect(inForce(line, ...voided.value, right)).toEqual(['2021-05-05', '2021-06-15']);
    });

    test('and a line of a month in its place, then a correction to the year leaves it before the certified one', () => {
      const line = recorded(readPaperDay('5.2021', today), ...proven);
      const year = readPaperDay('2021', today);
      if (!year) throw new Error('no year');
      const corrected = decideCorrectPaperDose(given(...proven, line), ground, {
        personId,
        doseId,
        entry,
        day: year,
        note: 'Nur das Jahr ist zu lesen.',
        isAnother: true,
      });
      if (!corrected.ok) throw new Error(corrected.refusal);
      expect(inForce(line, ...corrected.value)).toEqual(['2021-06-15', '2021-06-15']);
    });
  });

  test('given one of which only the month is known, then a day in that year may be the same', () => {
    const june = recorded({ givenOn: '2021-06-30' as PlainDate, precision: 'month' });
    const on = (givenOn: string, more = {}) =>
      decideRecordPaperDose(
        given(june),
        ground,
        onPaper({ givenOn: givenOn as PlainDate, doseId: idOf<DoseId>('other'), ...more }),
      );
    expect(on('2021-06-12')).toMatchObject({ refusal: 'dose-perhaps-known' });
    expect(on('2021-06-12', { isAnother: true }).ok).toBe(true);
    expect(on('2021-07-01').ok).toBe(true);
  });

  test('given the same line of a booklet once more, of which only the year is known, it is refused', () => {
    const year = { givenOn: '2021-12-31' as PlainDate, precision: 'year' as const };
    const first = recorded(year);
    const again = onPaper({ ...year, doseId: idOf<DoseId>('again') });
    expect(decideRecordPaperDose(given(first), ground, again)).toEqual({ ok: false, refusal: 'dose-known' });
    const next = { ...again, entry: { ...entry, page: 'Seite 5' } };
    // The record does not say whether December was told or the year: another line is asked about.
    expect(decideRecordPaperDose(given(first), ground, next)).toMatchObject({
      refusal: 'dose-perhaps-known',
    });
    expect(decideRecordPaperDose(given(first), ground, { ...next, isAnother: true }).ok).toBe(true);
  });

  describe('given one of a month and one of the year around it', () => {
    const month = { givenOn: '2021-06-30' as PlainDate, precision: 'month' } as const;
    const year = { givenOn: '2021-12-31' as PlainDate, precision: 'year' } as const;
    const december = { givenOn: '2021-12-31' as PlainDate, precision: 'month' } as const;
    const running = { givenOn: '2026-11-26' as PlainDate, precision: 'year' } as const;
    const october = { givenOn: '2026-10-31' as PlainDate, precision: 'month' } as const;
    const november = { givenOn: '2026-11-26' as PlainDate, precision: 'month' } as const;
    const elsewhere = { ...entry, page: 'Seite 5' };
    test.each([
      ['the month first, the same line', month, year, entry, 'dose-known'],
      ['the year first, the same line', year, month, entry, 'dose-perhaps-known'],
      ['the month first, another line', month, year, elsewhere, 'dose-perhaps-known'],
      ['the year first, another line', year, month, elsewhere, 'dose-perhaps-known'],
      ['December first, another line', december, year, elsewhere, 'dose-perhaps-known'],
      ['the year first, then December', year, december, elsewhere, 'dose-perhaps-known'],
      ['December first, the same line', december, year, entry, 'dose-known'],
      ['a year that runs first, then a month of it', running, october, elsewhere, 'dose-perhaps-known'],
      [
        'a year that runs first, then the month that runs',
        running,
        november,
        elsewhere,
        'dose-perhaps-known',
      ],
    ])('they may be one, in either order: %s', (_, first, then, line, refusal) => {
      const before = given(recorded(first));
      const next = onPaper({ ...then, doseId: idOf<DoseId>('other'), entry: line });
      expect(decideRecordPaperDose(before, ground, next)).toEqual({ ok: false, refusal });
    });

    test('but two lines of one month are two', () => {
      const next = onPaper({ ...month, doseId: idOf<DoseId>('other'), entry: elsewhere });
      expect(decideRecordPaperDose(given(recorded(month)), ground, next).ok).toBe(true);
    });

    test('then the second is taken once somebody says that it is another', () => {
      const next = onPaper({ ...month, doseId: idOf<DoseId>('other'), isAnother: true });
      expect(decideRecordPaperDose(given(recorded(year)), ground, next).ok).toBe(true);
      const later = onPaper({ ...month, givenOn: '2022-06-30' as PlainDate, doseId: idOf<DoseId>('other') });
      expect(decideRecordPaperDose(given(recorded(year)), ground, later).ok).toBe(true);
    });
  });

  test.each([
    ['without where it stands', { entry: { ...entry, page: ' ' } }, 'paper-entry-missing'],
    ['without a name', { entry: { ...entry, productName: '' } }, 'paper-product-missing'],
    ['to come', { givenOn: '2026-12-01' as PlainDate }, 'dose-to-come'],
    ['before the birth', { givenOn: '1964-08-11' as PlainDate }, 'dose-before-birth'],
    ['with a lot that is none', { entry: { ...entry, lot: 'a\tb' } }, 'lot-invalid'],
  ])('%s is refused', (_, more, refusal) => {
    expect(decideRecordPaperDose(given(), ground, onPaper(more))).toEqual({ ok: false, refusal });
  });

  test('in the year of the birth may be: no more is known', () => {
    const year = { givenOn: '1964-12-31' as PlainDate, precision: 'year' } as const;
    expect(decideRecordPaperDose(given(), ground, onPaper(year)).ok).toBe(true);
  });

  test('counts in the series in its place, before what was given here', () => {
    const state = given(doseGiven(1, '2026-11-23'), recorded());
    expect(validDosesOf(state, courseOn(comirnaty, today)).map(({ doseId: id }) => id)).toEqual([
      doseId,
      'dose-1',
    ]);
  });

  test('on the day of one that stands in the record is refused', () => {
    const state = given(recorded());
    expect(decideRecordPaperDose(state, ground, onPaper())).toMatchObject({ refusal: 'dose-known' });
  });

  test('of which only the month is known gives way to a certificate of a day in it', () => {
    const june = recorded({ givenOn: '2021-06-30' as PlainDate, precision: 'month' });
    const proven = decideCountElsewhere(given(june), {
      personId,
      productId: comirnaty,
      proven: [{ product: 'Comirnaty', givenOn: '2021-06-12' as PlainDate }],
      source: { kind: 'eu-dcc', issuer: 'RKI', trustListFrom: '2026-11-01T00:00:00.000Z' as Instant },
      newId: () => idOf<DoseId>('certified'),
    });
    expect(proven).toMatchObject({ value: [{ data: { doses: [{ replaces: doseId }] } }] });
  });
});

describe('a correction of it', () => {
  const correction = { personId, doseId, entry, note: 'Lesefehler' } as const;
  const exactly = (givenOn: PlainDate) => ({ givenOn, precision: 'day' as const });
  const next = addDays('2021-06-01' as PlainDate, 1);

  test('says what stands there, with a reason', () => {
    const state = given(recorded());
    const decided = decideCorrectPaperDose(state, ground, { ...correction, day: exactly(next) });
    if (!decided.ok) throw new Error(decided.refusal);
    expect(given(recorded(), decided.value[0]).doses[0]?.givenOn).toBe(next);
    const silent = { ...correction, day: exactly(next), note: ' ' };
    expect(decideCorrectPaperDose(state, ground, silent)).toMatchObject({ refusal: 'note-missing' });
  });

  test('that changes nothing, or is of a dose that was given here, is refused', () => {
    const same = { ...correction, day: exactly('2021-06-01' as PlainDate) };
    expect(decideCorrectPaperDose(given(recorded()), ground, same)).toMatchObject({
      refusal: 'dose-unchanged',
    });
    const here = { ...same, doseId: idOf<DoseId>('dose-1') };
    expect(decideCorrectPaperDose(given(doseGiven(1, '2026-11-23')), ground, here)).toMatchObject({
      refusal: 'dose-unknown',
    });
  });

  test.each([
    ['month', '2021-06-30', true],
    ['year', '2021-12-31', true],
    ['day', '2021-06-12', false],
  ] as const)(
    'of the lot of a dose of which the %s was read, then it is known no more exactly than before',
    (precision, givenOn, isUnknown) => {
      const line = recorded({ givenOn: givenOn as PlainDate, precision });
      const decided = decideCorrectPaperDose(given(line), ground, {
        ...correction,
        entry: { ...entry, lot: 'EX4321' },
      });
      if (!decided.ok) throw new Error(decided.refusal);
      expect(given(line, decided.value[0]).doses).toMatchObject([
        { givenOn, isDayKnown: !isUnknown, paper: { lot: 'EX4321' } },
      ]);
    },
  );

  test('of the lot of a line beside the same line of that month is still that line', () => {
    const month = { givenOn: '2021-06-30' as PlainDate, precision: 'month' as const };
    const second = { doseId: idOf<DoseId>('second'), entry: { ...entry, lot: 'EX4321' } };
    const one = recorded(month);
    const state = given(one, recorded({ ...month, ...second, isAnother: true }, one));
    const same = { ...correction, doseId: second.doseId };
    expect(decideCorrectPaperDose(state, ground, same)).toMatchObject({ refusal: 'dose-known' });
  });
});
