import { describe, expect, it } from 'vitest';
import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { daysToOffer, isStillToChoose } from '../../../domain/schedules/dates-of-somebody-new.ts';

const day = (text: string) => text as PlainDate;
const days = (...texts: string[]) => texts.map(day);

describe('given hepatitis B: the third dose at 56 days or more, recommended after 150 to 180', () => {
  const who = { productId: idOf<ProductId>('hbvaxpro-10'), confirmed: new Map() };
  const two = days('2026-11-30', '2026-12-28');

  it.each([
    ['2027-02-28', false],
    ['2027-05-26', false],
    ['2027-05-27', true],
  ])('when days are opened to %s, then whether it is chosen now is %s', (openedTo, isNow) => {
    expect(isStillToChoose(who, two, day(openedTo))).toBe(isNow);
  });

  it('when recommended days are free, then no earlier one is offered', () => {
    expect(daysToOffer(who, two, days('2027-03-01', '2027-05-27', '2027-06-26', '2027-06-27'))).toEqual({
      days: days('2027-05-27', '2027-06-26'),
    });
  });

  it('when none of them is free, then every day that the schedule allows is, and said to be outside', () => {
    expect(daysToOffer(who, two, days('2027-02-01', '2027-03-01', '2027-07-01'))).toMatchObject({
      days: days('2027-03-01', '2027-07-01'),
      outside: { recommendedFrom: '2027-05-27' },
    });
  });
});

describe('given measles by the confirmed schedule, from eleven months on, at the earliest with nine', () => {
  const who = {
    productId: idOf<ProductId>('m-m-rvaxpro'),
    confirmed: new Map([['MMR', { book: 'de-mmr', version: '2026-01' }]]),
    birthDate: '2026-02-10' as BirthDate,
  };

  it('then a first date is offered from the day on which it is recommended, and on none before', () => {
    expect(daysToOffer(who, [], days('2026-11-30', '2027-01-09', '2027-01-10', '2027-03-01')).days).toEqual(
      days('2027-01-10', '2027-03-01'),
    );
    expect(daysToOffer(who, [], days('2026-11-30', '2027-01-09'))).toEqual({ days: [] });
  });
});
