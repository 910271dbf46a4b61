import type { FieldValues } from './import-fields.ts';
import { type RowFault, rowFault } from './row-fault.ts';

/** A row whose booking does not stand any more is told, and neither booked nor registered. */
export function bookingFault(row: FieldValues): RowFault | undefined {
  const status = row.get('appointmentStatus');
  if (status !== undefined && cancelled.test(status))
    return rowFault('appointment-cancelled', 'appointmentStatus', status);
  const isCancelled = row.get('isCancelled');
  if (isCancelled !== undefined && !denied.test(isCancelled))
    return rowFault('appointment-cancelled', 'isCancelled', isCancelled);
  return undefined;
}

/** `nicht storniert` and `uncancelled` stand; a word alone says enough otherwise. */
const cancelled =
  /^(?!nicht |not |un|kein)(?:.*(?:storn|abgesagt|absage|abgemeldet|abgebrochen|gecancel|cancel|entfallen|entfällt|gelöscht|deleted|zurückgezogen|widerrufen|abgelehnt|rejected|declined|no[- ]?show|nicht erschienen|entered-in-error))/i;
const denied = /^(?:nein|no|n|0|false|falsch|f|nicht .*|not .*)$/i;
