import type { peopleContract } from '../../../contracts/ipc/people-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import { correctPerson } from '../../commands/correct-person.ts';
import { erasePerson } from '../../commands/erase-person.ts';
import { linkPersons } from '../../commands/link-persons.ts';
import { recordConsent } from '../../commands/record-consent.ts';
import { registerPerson } from '../../commands/register-person.ts';
import { liftRestriction, restrictPerson } from '../../commands/restrict-person.ts';
import { unlinkPersons } from '../../commands/unlink-persons.ts';
import { likelyDuplicates } from '../../queries/likely-duplicates.ts';
import { personRecord } from '../../queries/person-record.ts';
import { hitOf, searchPeople, suggestPeople } from '../../queries/search-people.ts';
import type { HandlersOf } from '../handler.ts';

const MOST_SUGGESTIONS = 8;

export const peopleHandlers: HandlersOf<keyof typeof peopleContract> = {
  'people.search': (station, { text }, { roles }) =>
    accept({ hits: searchPeople(station, text, seesRestricted(roles)).map(hitOf) }),
  'people.suggest': (station, { text }) =>
    accept({ hits: suggestPeople(station, text, MOST_SUGGESTIONS).map(hitOf) }),
  'people.likely-duplicates': (station, { details, exceptId }) =>
    accept({ hits: likelyDuplicates(station, details, exceptId) }),
  'people.record': (station, { personId }, { roles }) =>
    personRecord(station, personId, seesRestricted(roles)),
  'people.register': (station, input, { actor }) =>
    registerPerson(station, actor, { ...input, source: 'desk' }),
  'people.correct': (station, input, { actor }) => correctPerson(station, actor, input),
  'people.consent': (station, input, { actor }) => recordConsent(station, actor, input),
  'people.link': (station, input, { actor }) => linkPersons(station, actor, input),
  'people.unlink': (station, input, { actor }) => unlinkPersons(station, actor, input),
  'people.restrict': (station, input, { actor }) => restrictPerson(station, actor, input),
  'people.lift-restriction': (station, input, { actor }) => liftRestriction(station, actor, input),
  'people.erase': (station, input, { actor }) => erasePerson(station, actor, input),
};

/** Restricted records are for those who answer for them. */
function seesRestricted(roles: readonly Role[] | undefined): boolean {
  return roles?.some((role) => role === 'site-lead' || role === 'auditor') ?? false;
}
