import type { PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import type { HandOverServer } from '../../handover/hand-over-server.ts';
import { hashOfToken, linkPath, newToken, tokenJoint } from '../../handover/hand-over-token.ts';
import { isOneFamily } from '../../queries/handover/family-of.ts';
import { handOverSettings } from '../../queries/handover/hand-over-settings.ts';
import { dropLink, forgetEndedLinks, keepLink } from '../../store/tables/handover/hand-over-links.ts';
import { passOf } from '../../store/tables/passes/passes.ts';
import { personById } from '../../store/tables/people/people.ts';
import { answeredValue, keepAnswer, replaceAnswer } from '../../store/tables/requests.ts';

const HOURS_AT_HOME = 14 * 24;
const CHANNEL = 'make-hand-over-link';

export interface MakeHandOverLink {
  readonly requestId?: string;
  readonly personId: PersonId;
  /** Others of the family, whose passes are fetched in the same step. */
  readonly alsoFor?: readonly PersonId[];
  readonly place: 'centre' | 'home';
}

export type LinkRefusal = 'person-unknown' | 'pass-missing' | 'not-one-family' | 'hand-over-off';

type LinkWrites = Pick<Writes, 'db' | 'now' | 'settings' | 'clock' | 'randomBytes'> & {
  readonly handOverServer: HandOverServer;
};

/**
 * Makes a link by which one person fetches their pass, or a family all of theirs: then it names the secret of each.
 * It is answered once and kept as hashes: nobody can read it out of the store. The same request again gets a new one
 * in place of the first, whose answer was lost. What goes by mail needs an address that holds at home.
 */
export function makeHandOverLink(
  station: LinkWrites,
  actor: Actor,
  { requestId, personId, alsoFor = [], place }: MakeHandOverLink,
): Result<{ url: string; expiresAt: Instant }, LinkRefusal> {
  const { db, now } = station;
  if (personById(db, personId)?.status !== 'registered') return refuse('person-unknown');
  if (passOf(db, personId)?.status !== 'valid') return refuse('pass-missing');
  if (!isOneFamily(station, personId, alsoFor)) return refuse('not-one-family');
  const { publicUrl, linkHours } = handOverSettings(station);
  const local = place === 'centre' ? station.handOverServer.state().origin : undefined;
  const base = local ?? publicUrl;
  if (!base) return refuse('hand-over-off');
  const expiresAt = addMinutes(now(), 60 * (place === 'home' ? HOURS_AT_HOME : linkHours));
  const links = [personId, ...alsoFor].map((each) => ({
    personId: each,
    token: newToken(station.randomBytes),
  }));
  db.transact(() => {
    if (station.clock.isTrusted()) forgetEndedLinks(db, now());
    if (requestId)
      dropEarlier(
        station,
        requestId,
        links.map(({ token }) => hashOfToken(token)),
      );
    for (const { personId, token } of links)
      keepLink(db, {
        tokenHash: hashOfToken(token),
        personId,
        createdBy: actor,
        createdAt: now(),
        expiresAt,
      });
  });
  const tokens = links.map(({ token }) => token).join(tokenJoint);
  return accept({ url: `${base}${linkPath}${tokens}`, expiresAt });
}

function dropEarlier(
  { db, now }: Pick<Writes, 'db' | 'now'>,
  requestId: string,
  hashes: readonly Uint8Array[],
): void {
  const earlier = answeredValue(db, requestId, CHANNEL)?.value as { tokenHashes: string[] } | undefined;
  const value = { tokenHashes: hashes.map((hash) => Buffer.from(hash).toString('hex')) };
  if (earlier) {
    for (const hash of earlier.tokenHashes) dropLink(db, Buffer.from(hash, 'hex'));
    replaceAnswer(db, { requestId, channel: CHANNEL, value });
  } else keepAnswer(db, { requestId, channel: CHANNEL, value, at: now() });
}
