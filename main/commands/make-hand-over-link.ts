import type { PersonId } from '../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import { hashOfToken, linkPath, newToken } from '../handover/hand-over-token.ts';
import { handOverSettings } from '../queries/hand-over-settings.ts';
import type { Actor, Station } from '../station.ts';
import { forgetEndedLinks, keepLink } from '../store/tables/hand-over-links.ts';
import { passOf } from '../store/tables/passes.ts';
import { personById } from '../store/tables/people.ts';

const HOURS_AT_HOME = 14 * 24;

/**
 * Makes a link by which one person fetches their pass. It is answered once and kept as a hash: nobody can read it
 * out of the store, and asked again there is a new one. What goes by mail needs an address that holds at home.
 */
export function makeHandOverLink(
  station: Station,
  actor: Actor,
  { personId, place }: { personId: PersonId; place: 'centre' | 'home' },
): Result<{ url: string; expiresAt: Instant }, 'person-unknown' | 'pass-missing' | 'hand-over-off'> {
  const { db, now } = station;
  if (personById(db, personId)?.status !== 'registered') return refuse('person-unknown');
  if (passOf(db, personId)?.status !== 'valid') return refuse('pass-missing');
  const { publicUrl, linkHours } = handOverSettings(station);
  const local = place === 'centre' ? station.handOverServer.state().origin : undefined;
  const base = local ?? publicUrl;
  if (!base) return refuse('hand-over-off');
  const token = newToken(station.randomBytes);
  const expiresAt = addMinutes(now(), 60 * (place === 'home' ? HOURS_AT_HOME : linkHours));
  db.transact(() => {
    forgetEndedLinks(db, now());
    keepLink(db, { tokenHash: hashOfToken(token), personId, createdBy: actor, createdAt: now(), expiresAt });
  });
  return accept({ url: `${base}${linkPath}${token}`, expiresAt });
}
