import type { PersonId } from '../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { hashOfToken, linkPath, newToken } from '../handover/hand-over-token.ts';
import { handOverSettings } from '../queries/hand-over-settings.ts';
import type { Actor, Station } from '../station.ts';
import { dropLink, forgetEndedLinks, keepLink } from '../store/tables/hand-over-links.ts';
import { passOf } from '../store/tables/passes.ts';
import { personById } from '../store/tables/people.ts';
import { answeredValue, keepAnswer, replaceAnswer } from '../store/tables/requests.ts';

const HOURS_AT_HOME = 14 * 24;
const CHANNEL = 'make-hand-over-link';

export interface MakeHandOverLink {
  readonly requestId?: string;
  readonly personId: PersonId;
  readonly place: 'centre' | 'home';
}

/**
 * Makes a link by which one person fetches their pass. It is answered once and kept as a hash: nobody can read it
 * out of the store. The same request again gets a new one in place of the first, whose answer was lost. What goes by
 * mail needs an address that holds at home.
 */
export function makeHandOverLink(
  station: Station,
  actor: Actor,
  { requestId, personId, place }: MakeHandOverLink,
): Result<{ url: string; expiresAt: Instant }, 'person-unknown' | 'pass-missing' | 'hand-over-off'> {
  const { db, now } = station;
  if (personById(db, personId)?.status !== 'registered') return refuse('person-unknown');
  if (passOf(db, personId)?.status !== 'valid') return refuse('pass-missing');
  const { publicUrl, linkHours } = handOverSettings(station);
  const local = place === 'centre' ? station.handOverServer.state().origin : undefined;
  const base = local ?? publicUrl;
  if (!base) return refuse('hand-over-off');
  const token = newToken(station.randomBytes);
  const tokenHash = hashOfToken(token);
  const expiresAt = addMinutes(now(), 60 * (place === 'home' ? HOURS_AT_HOME : linkHours));
  db.transact(() => {
    forgetEndedLinks(db, now());
    if (requestId) dropEarlier(station, requestId, tokenHash);
    keepLink(db, { tokenHash, personId, createdBy: actor, createdAt: now(), expiresAt });
  });
  return accept({ url: `${base}${linkPath}${token}`, expiresAt });
}

function dropEarlier({ db, now }: Station, requestId: string, tokenHash: Uint8Array): void {
  const earlier = answeredValue(db, requestId, CHANNEL)?.value as { tokenHash: string } | undefined;
  const value = { tokenHash: Buffer.from(tokenHash).toString('hex') };
  if (earlier) {
    dropLink(db, Buffer.from(earlier.tokenHash, 'hex'));
    replaceAnswer(db, { requestId, channel: CHANNEL, value });
  } else keepAnswer(db, { requestId, channel: CHANNEL, value, at: now() });
}
