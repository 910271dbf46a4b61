import { expect, test } from 'vitest';
import { type DoseId, idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { withDosesElsewhere } from '../../../domain/vaccination/doses-elsewhere.ts';

const productId = idOf<ProductId>('comirnaty');
const day = (text: string) => text as PlainDate;
const here = (givenOn: string, isVoided = false) => ({
  doseId: idOf<DoseId>(givenOn),
  productId,
  ordinal: 1,
  givenOn: day(givenOn),
  isVoided,
});
const datesOf = (
  given: Parameters<typeof withDosesElsewhere>[0],
  proven: Parameters<typeof withDosesElsewhere>[1],
) => withDosesElsewhere(given, proven, productId).map(({ givenOn }) => givenOn);

test('a second dose elsewhere proves the first as well', () => {
  expect(datesOf([], [{ givenOn: day('2026-03-01'), ordinal: 2 }])).toEqual(['2026-03-01', '2026-03-01']);
});

test('doses that were given here are not counted twice', () => {
  const given = [here('2026-01-01')];
  expect(datesOf(given, [{ givenOn: day('2026-03-01'), ordinal: 2 }])).toEqual(['2026-01-01', '2026-03-01']);
  expect(datesOf(given, [{ givenOn: day('2026-01-01'), ordinal: 1 }])).toEqual(['2026-01-01']);
  expect(datesOf(given, [{ givenOn: day('2026-01-01') }, { givenOn: day('2026-02-01') }])).toEqual([
    '2026-01-01',
    '2026-02-01',
  ]);
});

test('a voided dose here does not stand for one elsewhere', () => {
  const dates = datesOf([here('2026-01-01', true)], [{ givenOn: day('2026-01-01'), ordinal: 1 }]);
  expect(dates).toEqual(['2026-01-01', '2026-01-01']);
});

test('a certificate that counts beyond all reason adds no more than twenty', () => {
  expect(datesOf([], [{ givenOn: day('2026-01-01'), ordinal: 1e9 }])).toHaveLength(20);
});
