import { expect, test } from 'vitest';
import { idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import {
  type ProductGround,
  productInQuestion,
  shownProduct,
} from '../../../domain/products/product-in-question.ts';
import { comirnaty, day } from '../../support/events.ts';

const [spikevax, imvanex, flu] = ['spikevax', 'imvanex', 'flucelvax-tetra'].map((id) =>
  idOf<ProductId>(id),
) as [ProductId, ProductId, ProductId];
const today = day('2026-11-23');

type Date = ProductGround['dates'][number];
const date = (productId: ProductId, on: string, status: Date['status'] = 'booked'): Date => ({
  productId,
  day: day(on),
  status,
});
const dose = (productId: ProductId, on: string) => ({ productId, givenOn: day(on), isVoided: false });

function asked(more: Partial<ProductGround>): ProductId {
  return productInQuestion({ today, active: [comirnaty, flu, imvanex], dates: [], doses: [], ...more });
}

test("today's date says which vaccine, before every other date and dose", () => {
  const dates = [date(comirnaty, '2026-11-30'), date(imvanex, '2026-11-23')];
  expect(asked({ dates, doses: [dose(comirnaty, '2026-11-02')] })).toBe(imvanex);
});

test('two dates of one day are gone through one after the other', () => {
  const both = (first: Date['status']) => [date(comirnaty, '2026-11-23', first), date(flu, '2026-11-23')];
  expect(asked({ dates: both('checked-in') })).toBe(comirnaty);
  expect(asked({ dates: both('attended') })).toBe(flu);
});

test('without a date today the next one says it, without any date the series that was begun', () => {
  expect(asked({ dates: [date(flu, '2026-12-24'), date(imvanex, '2026-12-01')] })).toBe(imvanex);
  expect(asked({ doses: [dose(imvanex, '2026-11-02')] })).toBe(imvanex);
});

test('a series that was begun with a product no longer given goes on with its sister', () => {
  expect(asked({ active: [spikevax, flu], doses: [dose(comirnaty, '2026-11-02')] })).toBe(spikevax);
});

test('whoever finished one series is asked about the next vaccine of the centre', () => {
  const complete = [dose(comirnaty, '2026-10-01'), dose(comirnaty, '2026-10-25')];
  expect(asked({ doses: complete })).toBe(flu);
  expect(asked({ active: [comirnaty], doses: complete })).toBe(comirnaty);
});

test('a voided dose begins nothing, and nobody known is asked about the first vaccine', () => {
  expect(asked({ doses: [{ ...dose(imvanex, '2026-11-02'), isVoided: true }] })).toBe(comirnaty);
});

test('a pass tells of the next date, else of the last dose, whatever day it is', () => {
  const doses = [dose(comirnaty, '2026-11-02')];
  expect(shownProduct({ dates: [date(flu, '2026-12-01')], doses })).toBe(flu);
  expect(shownProduct({ dates: [date(flu, '2026-12-01', 'cancelled')], doses })).toBe(comirnaty);
  expect(shownProduct({ dates: [], doses: [] })).toBeUndefined();
});
