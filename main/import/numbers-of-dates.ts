import type { ImportedPerson } from '../../domain/import/imported-person.ts';
import { isSomebodyElse } from '../../domain/import/likely-same.ts';
import { type RowFault, rowFault } from '../../domain/import/row-fault.ts';
import { searchKeyOf } from '../../domain/people/search-key.ts';
import type { Writes } from '../context.ts';
import { appointmentByExternalId } from '../store/tables/appointments/appointments.ts';
import { personById, personIdByAnyId } from '../store/tables/people/people.ts';

/** The numbers that the dates of a list have, and in whose row each was first. */
export class NumbersOfDates {
  /** The birth date and the name, folded, of whoever had each number first and kept it. */
  readonly #owners = new Map<string, string>();

  /**
   * A row with the numbers that are its own. Tickets are numbered anew each day: one that is another person's here, or in
   * a row before, says nothing of this one, who is taken without it. Whoever may be the same person is asked for by name,
   * as everybody is.
   */
  ownOf({ db }: Writes, person: ImportedPerson): { person: ImportedPerson; notes: RowFault[] } {
    const { externalId: number, appointments, details } = person;
    if (appointments.every(({ externalId }) => externalId === undefined)) return { person, notes: [] };
    const knownId = number === undefined ? undefined : personIdByAnyId(db, number);
    const name = nameOf(person);
    const notes: RowFault[] = [];
    const own = appointments.map((date) => {
      const { externalId, ...withoutNumber } = date;
      if (externalId === undefined) return date;
      const ownerId = appointmentByExternalId(db, externalId)?.person_id;
      const owner = ownerId === undefined || ownerId === knownId ? undefined : personById(db, ownerId);
      if (owner === undefined && this.#firstOf(externalId, name) === name) return date;
      const isOther = owner?.status !== 'registered' || isSomebodyElse(owner.details, details);
      if (isOther) notes.push(rowFault('appointment-of-somebody-else', 'appointmentId', externalId));
      return withoutNumber;
    });
    return own.every((date, at) => date === appointments[at])
      ? { person, notes }
      : { person: { ...person, appointments: own }, notes };
  }

  /** A row that was checked: the numbers that are left in it are its own. */
  lookAgain(person: ImportedPerson): void {
    for (const { externalId } of person.appointments)
      if (externalId !== undefined) this.#firstOf(externalId, nameOf(person));
  }

  #firstOf(number: string, name: string): string {
    const owner = this.#owners.get(number) ?? name;
    this.#owners.set(number, owner);
    return owner;
  }
}

function nameOf({ details }: ImportedPerson): string {
  return `${details.birthDate} ${searchKeyOf(details)}`;
}
