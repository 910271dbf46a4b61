import type { PassTemplate } from '../../domain/passes/pass-template.ts';
import { genericClass } from '../../issuing/google/generic-class.ts';
import type { GoogleFault } from '../../issuing/google/google-fault.ts';
import { hashOfBody } from '../../issuing/google/hash-of-body.ts';
import type { CardWrites, Writes } from '../context.ts';
import { keepSentClass, sentClassHash } from '../store/tables/wallets/google-objects.ts';
import type { GoogleLink } from '../wallets/google-connection.ts';
import { outcomeOf } from './google-outcome.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';

/** The class of the published template, right after it was published. */
export async function sendGoogleClass(station: CardWrites): Promise<OutboxOutcome> {
  const link = station.google.current();
  if (!link) return station.google.endpoints() ? { kind: 'done' } : { kind: 'later', fault: 'offline' };
  if (link.settings.mode === 'private') return { kind: 'done' };
  return outcomeOf(await sendClass(station, link, station.templates.current()));
}

/** A class goes once, and again when what cards share changed. */
export async function sendClass(
  { db, now }: Pick<Writes, 'db' | 'now'>,
  { client, settings }: GoogleLink,
  template: PassTemplate,
): Promise<GoogleFault | undefined> {
  const body = genericClass(template, { issuerId: settings.issuerId });
  const hash = hashOfBody(body);
  if (sentClassHash(db, body.id) === hash) return undefined;
  const sent = await client.upsertClass(body);
  if (!sent.ok) return sent.refusal;
  keepSentClass(db, body.id, hash, now());
  return undefined;
}
