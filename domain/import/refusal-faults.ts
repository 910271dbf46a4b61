import type { MoveRefusal } from '../appointments/change-appointment.ts';
import type { DatesRefusal } from '../appointments/decide-dates.ts';
import type { DetailsFault } from '../people/details-fault.ts';
import type { CorrectRefusal, RegisterRefusal } from '../people/person.ts';
import { type RowFault, type RowFaultReason, rowFault } from './row-fault.ts';

/** What the record refuses for everybody, in the words of a row. */
export function faultOfDetails(
  refusal: RegisterRefusal | Exclude<CorrectRefusal, 'nothing-changed'>,
): RowFault {
  switch (refusal) {
    case 'person-already-registered':
      return rowFault('same-id-differs');
    case 'person-unknown':
      return rowFault('person-erased');
    default:
      return rowFault(ofDetails[refusal]);
  }
}

/** What is refused when dates are booked, in the words of a row. */
export function faultOfDates({ reason }: DatesRefusal): RowFault {
  switch (reason) {
    case 'interval-too-short':
    case 'interval-too-long':
    case 'dose-already-given':
    case 'dose-not-planned':
    case 'dose-out-of-order':
      return rowFault(reason);
    default:
      return rowFault('dose-already-booked');
  }
}

/** What is refused when a date is moved, in the words of a row. */
export function faultOfMove(refusal: MoveRefusal): RowFault {
  const isInterval = refusal === 'interval-too-short' || refusal === 'interval-too-long';
  return rowFault(isInterval ? refusal : 'appointment-over');
}

const ofDetails: Readonly<Record<DetailsFault, RowFaultReason>> = {
  'name-missing': 'name-missing',
  'name-too-long': 'name-too-long',
  'name-not-a-name': 'name-not-a-name',
  'name-deceptive': 'name-deceptive',
  'name-placeholder': 'name-placeholder',
  'birth-date-future': 'birth-date-in-future',
  'email-invalid': 'email-unreadable',
  'phone-invalid': 'phone-unreadable',
  'postcode-invalid': 'postcode-unreadable',
  'text-too-long': 'text-too-long',
};
