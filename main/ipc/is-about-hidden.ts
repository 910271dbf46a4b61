import { isShownTo } from '../../domain/people/who-may.ts';
import type { Role } from '../../domain/staff/roles.ts';
import type { Reads } from '../context.ts';
import { passById } from '../store/tables/passes/passes.ts';
import { restrictionOf } from '../store/tables/people/people.ts';

/** Fields of questions that name the people that they are about. */
export const fieldsAboutPeople = ['personId', 'otherId', 'personIds', 'alsoFor'] as const;

/** Whether a question is about somebody who is not shown to whoever asks, by their record or their pass. */
export function isAboutHidden(
  { db }: Pick<Reads, 'db'>,
  input: unknown,
  roles: readonly Role[] | undefined,
): boolean {
  if (isShownTo(roles, 'restricted') || typeof input !== 'object' || input === null) return false;
  const fields = input as Record<string, unknown>;
  const named = fieldsAboutPeople.flatMap((field) => fields[field] ?? []);
  const holder = typeof fields.passId === 'string' && passById(db, fields.passId)?.person_id;
  return [...named, ...(holder ? [holder] : [])].some(
    (id) => typeof id === 'string' && restrictionOf(db, id) !== undefined,
  );
}
