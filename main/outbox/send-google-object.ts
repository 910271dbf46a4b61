import { idOf, type PassId } from '../../domain/kernel/ids.ts';
import { blankObject, genericObject } from '../../issuing/google/generic-object.ts';
import type { GoogleFault } from '../../issuing/google/google-fault.ts';
import { hashOfBody } from '../../issuing/google/hash-of-body.ts';
import { classIdOf, objectIdOf } from '../../issuing/google/wallet-ids.ts';
import type { GenericObject } from '../../issuing/google/wallet-resources.ts';
import type { CardWrites } from '../context.ts';
import { type PassRow, passById } from '../store/tables/passes/passes.ts';
import {
  forgetClass,
  forgetObject,
  googleObjectOf,
  keepSent,
  wantGoogleObject,
} from '../store/tables/wallets/google-objects.ts';
import { type CardSource, cardOfPass } from '../wallets/card-of-pass.ts';
import type { GoogleLink } from '../wallets/google-connection.ts';
import { outcomeOf } from './google-outcome.ts';
import { noticeCard } from './notice-card.ts';
import { noticePrivatePass } from './notice-private-pass.ts';
import type { OutboxOutcome } from './outbox-outcome.ts';
import { sendClass } from './send-google-class.ts';

/**
 * Brings the card of a pass at Google to where the pass is by now. Every step may be repeated: what was sent is
 * kept after Google has it, and a card that is there already is patched.
 */
export async function sendGoogleObject(station: CardWrites, subject: string): Promise<OutboxOutcome> {
  const passId = idOf<PassId>(subject);
  const link = station.google.current();
  const pass = passById(station.db, passId);
  if (!pass) return { kind: 'done' };
  if (!link) return station.google.endpoints() ? { kind: 'done' } : { kind: 'later', fault: 'offline' };
  const { issuerId, mode } = link.settings;
  const object_id = objectIdOf(issuerId, passId);
  wantGoogleObject(station.db, { pass_id: passId, object_id, mode, wanted_at: station.now() });
  const source = cardOfPass(station, passId, mode);
  if (mode === 'private') return outcomeOf(await noticePrivatePass(station, link, pass, source));
  const fault =
    (source && (await sendClass(station, link, source.template))) ??
    (await sendObject(station, link, pass, source));
  if (fault?.code === 'not-found' && source)
    station.db.transact(() => {
      forgetClass(station.db, classIdOf(issuerId, source.template.templateId));
      forgetObject(station.db, passId);
    });
  return outcomeOf(fault);
}

async function sendObject(
  station: CardWrites,
  link: GoogleLink,
  pass: PassRow,
  source: CardSource | undefined,
): Promise<GoogleFault | undefined> {
  const { db, now } = station;
  const known = googleObjectOf(db, pass.pass_id);
  const wasSent = known?.sent_hash != null;
  if (!source && !wasSent) return undefined; // erased before Google ever heard of the pass
  const body = source ? objectOf(station, link, source) : blankCardOf(link, pass);
  const hash = hashOfBody(body);
  if (known?.sent_hash !== hash) {
    const sent = await link.client.upsertObject(body, wasSent);
    if (!sent.ok) return sent.refusal;
  }
  const fault = source && wasSent ? await noticeCard(station, link, pass, body) : undefined;
  if (fault) return fault;
  keepSent(db, { passId: pass.pass_id, revision: pass.revision, hash, at: now() });
  return undefined;
}

function objectOf(station: CardWrites, { settings }: GoogleLink, { content, template }: CardSource) {
  return genericObject(content, template, { issuerId: settings.issuerId, now: station.now() });
}

function blankCardOf({ settings }: GoogleLink, pass: PassRow): GenericObject {
  return blankObject({
    id: objectIdOf(settings.issuerId, pass.pass_id),
    classId: classIdOf(settings.issuerId, pass.template_id),
  });
}
