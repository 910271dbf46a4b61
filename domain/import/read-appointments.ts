import type { ProductId } from '../kernel/ids.ts';
import type { BirthDate } from '../kernel/plain-date.ts';
import { courseOn } from '../products/course.ts';
import { findProduct } from '../products/find-product.ts';
import { scheduleOf } from '../schedules/plain-schedules.ts';
import { scheduleOfCourse } from '../schedules/schedule-of-course.ts';
import { bookingState } from './booking-state.ts';
import { otherCentre } from './centre-of-date.ts';
import { textFault } from './check-texts.ts';
import type { DateOrder, FieldValues, ImportField } from './import-fields.ts';
import type { ImportedAppointment } from './imported-person.ts';
import { readDose } from './read-dose.ts';
import { readMoment } from './read-moment.ts';
import { readIdentity } from './read-numbers.ts';
import { productOfList, type RowContext } from './row-context.ts';
import { type RowFault, rowFault } from './row-fault.ts';

type Tell = (fault: RowFault | undefined) => undefined;

const dateFields: readonly ImportField[] = ['appointmentAt', 'appointmentDate', 'secondAt', 'secondDate'];

/** The dates of a row; none where it cannot be said for which dose or vaccine they are, or where they stand no more. */
export function readAppointments(
  row: FieldValues,
  order: DateOrder,
  context: RowContext & { readonly productId: ProductId | undefined; readonly birthDate: BirthDate },
  tell: Tell,
  leaveOut: Tell,
): ImportedAppointment[] {
  const { note } = bookingState(row);
  if (note && dateFields.some((field) => row.has(field))) leaveOut(note.fault);
  if (note?.isOff) return [];
  const named = readProduct(row, context);
  if (named === 'unknown') {
    leaveOut(rowFault('product-unknown', 'product', row.get('product')));
    return [];
  }
  const productId = named ?? context.productId;
  const doseCount = mostDosesOf(productId ?? productOfList(context), context);
  const first = readMoment(
    row,
    ['appointmentAt', 'appointmentDate', 'appointmentTime'],
    order,
    context,
    tell,
  );
  const second = readMoment(row, ['secondAt', 'secondDate', 'secondTime'], order, context, tell);
  const dose = row.get('plannedDose');
  const plannedDose = dose === undefined ? 1 : readDose(dose);
  if (plannedDose === undefined) {
    // A booster booked as the first dose would stand wrong on the pass, at the desk and in the reminder.
    leaveOut(rowFault('dose-not-named', 'plannedDose', dose));
    return [];
  }
  const isOutside = plannedDose < 1 || plannedDose > doseCount || (second && plannedDose + 1 > doseCount);
  if (isOutside) {
    leaveOut(rowFault('dose-unreadable', 'plannedDose', dose ?? String(plannedDose + 1)));
    return [];
  }
  if (second && !first) tell(rowFault('first-missing'));
  const externalId = readIdentity(row, 'appointmentId', leaveOut);
  tell(textFault('centre', row.get('centre'), 100));
  const centre = otherCentre(row.get('centre'), context);
  const at = { ...(productId ? { productId } : {}), ...(centre === undefined ? {} : { centre }) };
  return [
    ...(first ? [{ plannedDose, ...first, ...at, ...(externalId ? { externalId } : {}) }] : []),
    ...(second
      ? [
          {
            plannedDose: plannedDose + 1,
            ...second,
            ...at,
            ...(externalId ? { externalId: `${externalId}/2` } : {}),
          },
        ]
      : []),
  ];
}

/** As many as somebody can need; whether this person does is decided when the date is booked. */
function mostDosesOf(
  productId: ProductId,
  { today, birthDate, confirmed }: RowContext & { readonly birthDate: BirthDate },
): number {
  const plain = scheduleOf(productId);
  const known = scheduleOfCourse(courseOn(productId, today), { birthDate, doses: [], confirmed });
  return Math.max(plain?.doseCount ?? 1, plain?.firstSeason?.doseCount ?? 1, known?.doseCount ?? 1);
}

/** Somebody who is to get one vaccine is never booked for another. */
function readProduct(
  row: FieldValues,
  { activeProducts, vialCodes }: RowContext,
): ProductId | 'unknown' | undefined {
  const text = row.get('product');
  return text === undefined ? undefined : (findProduct(text, activeProducts, vialCodes) ?? 'unknown');
}
