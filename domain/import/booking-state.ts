import { saidOfBooking } from './booking-words.ts';
import type { FieldValues } from './import-fields.ts';
import { type RowFault, rowFault } from './row-fault.ts';

/** What a row says of its booking beside day and time. */
export interface BookingState {
  /** Nobody is taken: the booking was cancelled, or who it was for has died. */
  readonly fault?: RowFault;
  /** The person is taken, and told of. `isOff`: without the date. */
  readonly note?: { readonly fault: RowFault; readonly isOff: boolean };
}

/** Whether the booking of a row stands, by its status and by a column that says whether it was cancelled. */
export function bookingState(row: FieldValues): BookingState {
  const isCancelled = row.get('isCancelled');
  if (isCancelled !== undefined && !isDenied(isCancelled))
    return { fault: rowFault('appointment-cancelled', 'isCancelled', isCancelled) };
  const status = row.get('appointmentStatus');
  if (status === undefined || /^\d+$/.test(status)) return {};
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

/** Whether the column for a cancellation says that there was none; databases write no day as one of zeros. */
function isDenied(cell: string): boolean {
  if (no.test(cell) || /^[0.:/\sT-]+$/.test(cell)) return true;
  return ofBooking.test(cell) && saidOfBooking(cell) === 'stands';
}

/** How a cell begins that speaks of the booking; `bestätigt` and `ja` there speak of the cancellation. */
const ofBooking = /^(?:gebucht|fest gebucht|aktiv|booked|active|un|kein)/i;

const no =
  /^(?:nein|no|n|0|false|falsch|f|none|non|hayır|nie|never|noch nicht|not yet|nicht[ :].*|not .*)(?:[\s,.;:(].*)?$/i;
