import { saidOfBooking } from './booking-words.ts';
import type { FieldValues } from './import-fields.ts';
import { type RowFault, rowFault } from './row-fault.ts';
import { saysNo } from './says-no.ts';

/** What a row says of its booking beside day and time. */
export interface BookingState {
  /** Nobody is taken: the booking was cancelled, or who it was for has died. */
  readonly fault?: RowFault;
  /** The person is taken, and told of. `isOff`: without the date. */
  readonly note?: { readonly fault: RowFault; readonly isOff: boolean };
}

/** Whether the booking of a row stands, by its status and by columns that say what became of it or of its person. */
export function bookingState(row: FieldValues): BookingState {
  const fault = faultOfAnswers(row);
  if (fault) return { fault };
  const over = row.get('isOver');
  const isOver = over !== undefined && !saysNo(over);
  const state = stateOfStatus(row.get('appointmentStatus'));
  if (state.fault || state.note?.isOff) return state;
  if (!isOver) return state.note ? state : stateOfRemark(row.get('remark'));
  const isOff = yes.test(over);
  return { note: { isOff, fault: rowFault(isOff ? 'booking-off' : 'status-unclear', 'isOver', over) } };
}

function faultOfAnswers(row: FieldValues): RowFault | undefined {
  const deceased = row.get('isDeceased');
  if (deceased !== undefined && !saysNo(deceased)) return rowFault('person-deceased', 'isDeceased', deceased);
  const cancelled = row.get('isCancelled');
  if (cancelled !== undefined && !saysNo(cancelled))
    return rowFault('appointment-cancelled', 'isCancelled', cancelled);
  const active = row.get('isActive');
  return active !== undefined && saysNo(active) && !/^(?:aktiv|active)/i.test(active)
    ? rowFault('record-replaced', 'isActive', active)
    : undefined;
}

/** `ja`, `x`, a day or a time; a number may count doses, and a word may be about anything. */
const yes = /^(?:ja|j|yes|y|x|true|wahr|✓|✔|☑|☒|oui|evet)(?:[\s,.;:(].*)?$|^\d{1,4}[.:/-]\d/i;

/** A remark may be about another date or another person: it ends no booking, but somebody is asked to look. */
function stateOfRemark(remark: string | undefined): BookingState {
  const said = remark === undefined ? 'stands' : saidOfBooking(remark);
  if (said === 'stands' || said === 'unclear') return {};
  return { note: { isOff: false, fault: rowFault('status-unclear', 'remark', remark) } };
}

function stateOfStatus(status: string | undefined): BookingState {
  if (status === undefined || /^[\d; ]+$/.test(status)) return {};
  const told = (reason: RowFault['reason']) => rowFault(reason, 'appointmentStatus', status);
  switch (saidOfBooking(status)) {
    case 'deceased':
      return { fault: told('person-deceased') };
    case 'cancelled':
      return { fault: told('appointment-cancelled') };
    case 'off':
      return { note: { isOff: true, fault: told('booking-off') } };
    case 'unclear':
      return { note: { isOff: false, fault: told('status-unclear') } };
    case 'stands':
      return {};
  }
}
