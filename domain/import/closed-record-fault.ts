import type { PersonState } from '../people/person.ts';
import { type RowFault, rowFault } from './row-fault.ts';

/** Why a row about somebody whose record no list may touch is not taken over. Why a record is restricted stays in it. */
export function closedRecordFault(status: Exclude<PersonState['status'], 'registered'>): RowFault {
  return rowFault(status === 'restricted' ? 'person-restricted' : 'person-erased');
}
