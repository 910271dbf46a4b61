import { timingSafeEqual } from 'node:crypto';
import type { Headquarters } from '../../headquarters.ts';
import { addFirstAdministrator, hasAdministrator } from '../../store/administrators.ts';
import { hashPassword } from './passwords.ts';

/** The link that lets the first administrator in; undefined once there is one. */
export async function firstAdministratorLink(headquarters: Headquarters): Promise<string | undefined> {
  if (await hasAdministrator(headquarters.databases.app)) return undefined;
  return `${headquarters.address}/console/first?token=${firstToken(headquarters)}`;
}

export function isFirstToken(headquarters: Headquarters, given: string): boolean {
  const [known, asked] = [Buffer.from(firstToken(headquarters)), Buffer.from(given)];
  return known.length === asked.length && timingSafeEqual(known, asked);
}

/** Answers the id of the new administrator; undefined when somebody was quicker. */
export async function createFirstAdministrator(
  { databases, newId, now }: Headquarters,
  name: string,
  password: string,
): Promise<string | undefined> {
  const id = newId();
  const administrator = { id, name, passwordHash: await hashPassword(password) };
  return (await addFirstAdministrator(databases.app, administrator, now())) ? id : undefined;
}

/** The same at every start and on every instance, and worthless once there is an administrator. */
function firstToken({ key }: Headquarters): string {
  return key.tokenOf('link', 'first-administrator');
}
