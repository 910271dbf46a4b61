import { randomBytes } from 'node:crypto';
import { headquartersPassKey } from '../../../contracts/sync/pull-contract.ts';
import { type BlankContent, blankContent } from '../../../domain/passes/blank-pass.ts';
import { type PassContent, passContent } from '../../../domain/passes/pass-content.ts';
import type { CompiledTemplate } from '../../../issuing/apple/compile-template.ts';
import { issuePkpasses } from '../../../issuing/apple/issue-pkpass.ts';
import { wholePass } from '../../../issuing/apple/pass-file.ts';
import type { PassKey } from '../../../issuing/barcode/pass-barcode.ts';
import type { Headquarters } from '../../headquarters.ts';
import { type Centre, centreOf } from '../../store/centres.ts';
import { inCentre } from '../../store/open-databases.ts';
import { type KeptPass, passOf } from '../../store/passes.ts';
import { serverSecret } from '../../store/server-secrets.ts';
import { centreTemplates, compiledTemplate } from './centre-templates.ts';
import { passFactsOf } from './pass-facts.ts';
import { type KnownPerson, loadPerson } from './person-history.ts';

/** Under which headquarters tags barcodes; stations count theirs from 0. */
export const OWN_PASS_KEY = headquartersPassKey;

/** The key that a centre's barcodes of headquarters are tagged with. */
export async function passKeyOf({ databases, key }: Headquarters, centre: string): Promise<PassKey> {
  const secret = await serverSecret(databases.app, key, `pass-key.${centre}`, () => randomBytes(32));
  return { keyId: OWN_PASS_KEY, secret };
}

/** Where the phone of a pass asks for newer ones; its path names the centre. */
export function webServiceUrl({ address }: Headquarters, centre: string): string {
  return `${address}/wallet/${centre}`;
}

/** The token of a pass for ever: made from the server's key, kept nowhere. */
export function passTokenOf({ key }: Headquarters, centre: string, passId: string): string {
  return key.tokenOf('link', JSON.stringify(['pass', centre, passId]));
}

export interface SignedPass {
  readonly file: Uint8Array;
  readonly pass: KeptPass;
  /** Of somebody who was erased. */
  readonly isBlank: boolean;
}

/** The pass as it stands now, signed; undefined for an unknown one and for somebody who was erased. */
export async function signPass(
  headquarters: Headquarters,
  centreId: string,
  passId: string,
): Promise<SignedPass | undefined> {
  const found = await findPass(headquarters, centreId, passId);
  if (!found) return undefined;
  const { known, pass, centre } = found;
  const key = await passKeyOf(headquarters, centreId);
  const facts = passFactsOf(known, pass, { centre, key });
  return facts && sign(headquarters, found, passContent(facts, found.compiled.template));
}

/**
 * What the phone that has the card gets: the pass as it stands, and a blank one for ever once its person was erased. For
 * that one the pass's id and look suffice. Undefined for an unknown pass and one of somebody who is not to be worked with.
 */
export async function signForPhone(
  headquarters: Headquarters,
  centreId: string,
  passId: string,
): Promise<SignedPass | undefined> {
  const signed = await signPass(headquarters, centreId, passId);
  if (signed) return signed;
  const found = await findPass(headquarters, centreId, passId);
  if (!found || !(await isErased(headquarters, centreId, found))) return undefined;
  const { pass, centre, compiled } = found;
  return sign(headquarters, found, blankContent(pass.passId, compiled.template, centre.timeZone));
}

interface FoundPass {
  readonly pass: KeptPass;
  readonly centre: Centre;
  readonly known: KnownPerson;
  readonly compiled: CompiledTemplate;
}

async function findPass(
  headquarters: Headquarters,
  centreId: string,
  passId: string,
): Promise<FoundPass | undefined> {
  return inCentre(headquarters.databases.app, centreId, async (db) => {
    const pass = await passOf(db, passId);
    const centre = pass && (await centreOf(db, centreId));
    if (!pass || !centre) return undefined;
    const template = (await centreTemplates(db, centre)).ofVersion(pass.templateVersion);
    const compiled = await compiledTemplate(db, template);
    return { pass, centre, compiled, known: await loadPerson(headquarters, db, centreId, pass.personId) };
  });
}

/** The key is destroyed first and the erasure told then: whoever asks in between is answered alike. */
async function isErased(
  { personKeys }: Headquarters,
  centreId: string,
  { pass, known }: FoundPass,
): Promise<boolean> {
  return known.person.status === 'erased' || (await personKeys.isDestroyed(centreId, pass.personId));
}

async function sign(
  headquarters: Headquarters,
  { pass, centre, compiled }: FoundPass,
  content: PassContent | BlankContent,
): Promise<SignedPass> {
  const { signer } = await headquarters.passAuthority();
  const [issued] = await issuePkpasses(compiled, [content], signer, {
    now: headquarters.now(),
    passKeys: [await passKeyOf(headquarters, centre.id)],
    webServiceOf: () => ({
      url: webServiceUrl(headquarters, centre.id),
      authenticationToken: passTokenOf(headquarters, centre.id, pass.passId),
    }),
  });
  if (!issued?.ok) throw new Error(`a pass failed its check: ${issued?.refusal.code}`);
  return { file: wholePass(issued.value), pass, isBlank: content.barcode === undefined };
}
