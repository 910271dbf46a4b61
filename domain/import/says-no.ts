import { saidOfBooking } from './booking-words.ts';

/** Whether a cell of a column that ends a booking says that it does not; databases write no day as one of zeros. */
export function saysNo(cell: string): boolean {
  if (no.test(cell) || /^[0.:/\sT-]+$/.test(cell)) return true;
  return ofBooking.test(cell) && saidOfBooking(cell) === 'stands';
}

/** How a cell begins that speaks of the booking; `bestätigt` and `ja` there speak of the cancellation. */
const ofBooking = /^(?:gebucht|fest gebucht|aktiv|active|booked|offen|un|kein)/i;

const no =
  /^(?:nein|no|n|0|false|falsch|f|none|non|hayır|nie|never|lebt|lebend|alive|living|noch nicht|not yet|nicht[ :].*|not .*)(?:[\s,.;:(].*)?$/i;
