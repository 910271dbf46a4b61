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
  if (isCancelled !== undefined && !denied.test(isCancelled))
    return { fault: rowFault('appointment-cancelled', 'isCancelled', isCancelled) };
  const status = row.get('appointmentStatus');
  if (status === undefined || /^\d+$/.test(status) || stands.test(status)) return {};
  if (deceased.test(status)) return { fault: rowFault('person-deceased', 'appointmentStatus', status) };
  if (cancelled.test(status))
    return { fault: rowFault('appointment-cancelled', 'appointmentStatus', status) };
  const isOff = off.test(status);
  return {
    note: { isOff, fault: rowFault(isOff ? 'booking-off' : 'status-unclear', 'appointmentStatus', status) },
  };
}

/** `nicht storniert` and `not cancelled` stand, too. */
const stands = new RegExp(
  `^(?:${[
    '(?:nicht|not|un-?)\\s?(?:storn|abgesagt|cancel|verschoben|bestätigt|confirmed)|offen|open|pending|proposed',
    '(?:vor|fest|ein)?gebucht|(?:vor)?gemerkt|(?:un)?bestätigt|(?:re)?confirm|onay|aktiv|active|actif|booked|fix',
    'reserv|vergeben|belegt|vereinbart|geplant|planned|prévu|scheduled|terminiert|eingeladen|invited|zugesagt|accepted',
    'angemeldet|registriert|registered|angefragt|gültig|valid|ok$|o\\.k\\.|okay|neu|new|ja$|yes$|steht|aufrecht',
  ].join('|')})`,
  'i',
);
const deceased = /verstorben|deceased|gestorben|[†✝]/i;
const cancelled = new RegExp(
  [
    'storn|abgesagt|absage|abges\\.|abgemeldet|abgebrochen|cancel|entfallen|entfällt|ausgefallen|fällt aus|gelöscht',
    'deleted|zurückge(?:zogen|treten)|widerrufen|abgelehnt|rejected|declined|no[- ]?show|entered-in-error|geplatzt',
    '(?:nicht|not|nie) (?:mehr )?(?:er|ge|wahr|teil|an|ein|auf|att|arr|show|turn)|annul|iptal|ungültig|invalid',
    'inaktiv|inactive|ausgetragen|kein(?:e[ns]?)? (?:termin|interesse|bedarf|impfung)|odwołan|отмен|скасован',
  ].join('|'),
  'i',
);
/** Moved to another day, waiting for a place, or over: the day that stands there is none to come. */
const off = new RegExp(
  [
    'versch[oi]|verleg|umgebucht|verändert|geändert|rescheduled|moved|postponed|reporté|ertelendi',
    'wart|wait|nachrück|reserveliste|standby|attente|bekleme',
    'erschienen|geimpft|impfung erfolgt|erledigt|wahrgenommen|abgeschlossen|durchgeführt|beendet|fertig|abgehakt|verabreicht',
    'completed|complete$|done|fulfilled|finished|attended|arrived|checked|vaccinated|anwesend|eingecheckt|vacciné|aşılandı',
  ].join('|'),
  'i',
);
const denied = /^(?:nein|no|n|0|false|falsch|f|nicht .*|not .*|non|hayır)$/i;
