import type { peopleContract } from '../../../contracts/ipc/people-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import { hitOf, searchPeople, suggestPeople } from '../../queries/search-people.ts';
import type { HandlersOf } from '../handler.ts';

const MOST_SUGGESTIONS = 8;

export const peopleHandlers: HandlersOf<keyof typeof peopleContract> = {
  'people.search': (station, { text }, { roles }) =>
    accept({ hits: searchPeople(station, text, seesRestricted(roles)).map(hitOf) }),
  'people.suggest': (station, { text }) =>
    accept({ hits: suggestPeople(station, text, MOST_SUGGESTIONS).map(hitOf) }),
};

/** Restricted records are for those who answer for them. */
function seesRestricted(roles: readonly Role[] | undefined): boolean {
  return roles?.some((role) => role === 'site-lead' || role === 'auditor') ?? false;
}
