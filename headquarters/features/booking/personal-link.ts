import { timingSafeEqual } from 'node:crypto';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import type { Headquarters } from '../../headquarters.ts';

const TOKEN_DIGITS = 32;

/** The private address of one person: whoever has it may fetch the pass, and move and cancel dates. */
export function personalPath(headquarters: Headquarters, centre: string, personId: string): string {
  return `/my/${centre}/${personId}.${tokenOf(headquarters, centre, personId)}`;
}

export function personalLink(headquarters: Headquarters, centre: string, personId: string): string {
  return headquarters.address + personalPath(headquarters, centre, personId);
}

/** Whose page it is; undefined for anything that is not a link of ours. */
export function readPersonalRef(
  headquarters: Headquarters,
  centre: string,
  ref: string,
): PersonId | undefined {
  const found = /^([\w-]{1,64})\.([0-9a-f]{32})$/.exec(ref);
  if (!found) return undefined;
  const [, personId = '', token = ''] = found;
  const known = tokenOf(headquarters, centre, personId);
  return timingSafeEqual(Buffer.from(token), Buffer.from(known)) ? (personId as PersonId) : undefined;
}

function tokenOf({ key }: Headquarters, centre: string, personId: string): string {
  return key.tokenOf('link', JSON.stringify(['person', centre, personId])).slice(0, TOKEN_DIGITS);
}
