import { addMinutes } from '../../../domain/kernel/instant.ts';
import { passContent } from '../../../domain/passes/pass-content.ts';
import type { PassTemplate } from '../../../domain/passes/pass-template.ts';
import { mostNotices, sendNotice } from '../../../issuing/google/card-notice.ts';
import { genericClass } from '../../../issuing/google/generic-class.ts';
import { blankObject, genericObject } from '../../../issuing/google/generic-object.ts';
import { type GoogleFault, isPassing } from '../../../issuing/google/google-fault.ts';
import { hashOfBody } from '../../../issuing/google/hash-of-body.ts';
import { classIdOf, objectIdOf } from '../../../issuing/google/wallet-ids.ts';
import type { GenericObject } from '../../../issuing/google/wallet-resources.ts';
import type { Headquarters } from '../../headquarters.ts';
import { nextTryAt } from '../../jobs/retries.ts';
import type { Centre } from '../../store/centres.ts';
import {
  type CardEnd,
  forgetClass,
  forgetSentCard,
  type GoogleCard,
  googleCardOf,
  keepNotice,
  keepSentClass,
  noticesOf,
  sentClassHash,
  settleGoogleCard,
} from '../../store/google-cards.ts';
import { type CentreDb, inCentre } from '../../store/open-databases.ts';
import { type KeptPass, passOf } from '../../store/passes.ts';
import { centreTemplates } from '../passes/centre-templates.ts';
import { passFactsOf } from '../passes/pass-facts.ts';
import { passKeyOf } from '../passes/pass-signing.ts';
import { loadPerson } from '../passes/person-history.ts';
import type { GoogleLink } from './google-link.ts';

const MINUTES_A_DAY = 24 * 60;

interface Found {
  readonly pass: KeptPass;
  readonly card: GoogleCard | undefined;
  readonly template: PassTemplate;
  /** Undefined once the person was erased: what lies at Google is overwritten then. */
  readonly body: GenericObject | undefined;
}

/**
 * Brings the card of a pass at Google to where the pass is by now, and notes what became of it. Every step may be
 * repeated: what was sent is kept after Google has it, and a card that is there already is patched.
 */
export async function sendCard(
  headquarters: Headquarters,
  { centre, link }: { readonly centre: Centre; readonly link: GoogleLink },
  passId: string,
): Promise<GoogleFault | undefined> {
  const { databases, now } = headquarters;
  const within = <Value>(work: (db: CentreDb) => Promise<Value>) => inCentre(databases.app, centre.id, work);
  const found = await findCard(headquarters, centre, link, passId);
  if (!found) return undefined;
  const { pass, card, template, body } = found;
  const object = body ?? (card?.sentHash === undefined ? undefined : blankOf(link, pass));
  const hash = object && hashOfBody(object);
  const send = async (): Promise<GoogleFault | undefined> => {
    if (!object || hash === card?.sentHash) return undefined;
    const fault = body && (await sendClass(within, { centre, link, template }));
    if (fault) return fault;
    const sent = await link.client.upsertObject(object, card?.sentHash !== undefined);
    if (!sent.ok) return sent.refusal;
    return card?.sentHash === undefined || !body
      ? undefined
      : tellPhone(headquarters, within, { centre, link, pass, object });
  };
  const fault = await send();
  await within(async (db) => {
    if (fault?.code === 'not-found') {
      await forgetClass(db, classIdOf(link.issuerId, template.templateId));
      await forgetSentCard(db, passId);
    }
    const place = { centre: centre.id, passId, change: pass.change, now: now() };
    await settleGoogleCard(db, place, endOf(fault, hash, nextTryAt(now(), card?.attempts ?? 0)));
  });
  return fault;
}

async function findCard(
  headquarters: Headquarters,
  centre: Centre,
  { issuerId }: GoogleLink,
  passId: string,
): Promise<Found | undefined> {
  const key = await passKeyOf(headquarters, centre.id);
  return inCentre(headquarters.databases.app, centre.id, async (db) => {
    const pass = await passOf(db, passId);
    if (!pass) return undefined;
    const template = (await centreTemplates(db, centre)).ofVersion(pass.templateVersion);
    const known = await loadPerson(headquarters, db, centre.id, pass.personId);
    const facts = passFactsOf(known, pass, { centre, key, barcodeDoses: 'untold' });
    const options = { issuerId, now: headquarters.now() };
    const body = facts && genericObject(passContent(facts, template), template, options);
    return { pass, template, body, card: await googleCardOf(db, passId) };
  });
}

type Within = <Value>(work: (db: CentreDb) => Promise<Value>) => Promise<Value>;

/** A class goes once, and again when what cards share changed. */
async function sendClass(
  within: Within,
  { centre, link, template }: { centre: Centre; link: GoogleLink; template: PassTemplate },
): Promise<GoogleFault | undefined> {
  const body = genericClass(template, { issuerId: link.issuerId });
  const hash = hashOfBody(body);
  if ((await within((db) => sentClassHash(db, body.id))) === hash) return undefined;
  const sent = await link.client.upsertClass(body);
  if (!sent.ok) return sent.refusal;
  await within((db) => keepSentClass(db, centre.id, body.id, hash));
  return undefined;
}

/** Once for each announced revision. */
async function tellPhone(
  { now }: Headquarters,
  within: Within,
  { centre, link, pass, object }: { centre: Centre; link: GoogleLink; pass: KeptPass; object: GenericObject },
): Promise<GoogleFault | undefined> {
  if (pass.announced === undefined || object.state !== 'ACTIVE') return undefined;
  const messageId = `r${pass.revision}`;
  const since = addMinutes(now(), -MINUTES_A_DAY);
  const { wasTold, rangSince } = await within((db) => noticesOf(db, pass.passId, { messageId, since }));
  if (wasTold) return undefined;
  const told = await sendNotice(link.client, object.id, { messageId, mayRing: rangSince < mostNotices });
  if (!told.ok) return told.refusal;
  const { rang } = told.value;
  await within((db) => keepNotice(db, centre.id, { passId: pass.passId, messageId, rang, at: now() }));
  return undefined;
}

function blankOf({ issuerId }: GoogleLink, { passId, templateId }: KeptPass): GenericObject {
  return blankObject({ id: objectIdOf(issuerId, passId), classId: classIdOf(issuerId, templateId) });
}

/** A class or card that Google lost is sent again with the next try; what Google refuses is given up. */
function endOf(
  fault: GoogleFault | undefined,
  hash: string | undefined,
  dueAt: ReturnType<typeof nextTryAt>,
): CardEnd {
  if (!fault) return { state: 'done', hash };
  const mayPass = isPassing(fault) || fault.code === 'not-found';
  return mayPass && dueAt
    ? { state: 'waiting', fault: fault.code, dueAt }
    : { state: 'given-up', fault: fault.code };
}
