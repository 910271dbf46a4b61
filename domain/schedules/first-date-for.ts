import { ageOn } from '../kernel/age.ts';
import { type BirthDate, type PlainDate, parseBirthDate } from '../kernel/plain-date.ts';
import { ageWarning, type Product } from '../products/product.ts';
import { isPossibleOn } from './dates-of-somebody-new.ts';
import type { ConfirmedSchedules } from './person-of-course.ts';

/** Whether a first date on that day suits somebody of that age: by the schedule, and by the ages that the vaccine is authorised for. */
export function isFirstDateFor(
  birthDate: BirthDate,
  day: PlainDate,
  { product, confirmed }: { readonly product: Product; readonly confirmed: ConfirmedSchedules },
): boolean {
  if (ageWarning(product, ageOn(birthDate, day)) !== undefined) return false;
  return isPossibleOn({ productId: product.productId, birthDate, confirmed }, [], day);
}

/** Born so that they have their birthday on that day: of 29 February in another year the day before. */
export function bornYearsBefore(day: PlainDate, years: number): BirthDate {
  const year = String(Number(day.slice(0, 4)) - years).padStart(4, '0');
  const date = parseBirthDate(`${year}${day.slice(4)}`) ?? parseBirthDate(`${year}-02-28`);
  if (!date) throw new Error('no such year');
  return date;
}
