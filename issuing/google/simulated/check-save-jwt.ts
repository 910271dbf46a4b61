import { decodeJwt, jwtVerify } from 'jose';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { GenericObject, GenericPrivatePass } from '../wallet-resources.ts';
import { issuerOf } from './check-resource.ts';
import type { SimulatorState } from './simulator-state.ts';

export type SaveRefusal =
  | 'account-unknown'
  | 'signature-wrong'
  | 'type-wrong'
  | 'origins-wrong'
  | 'payload-wrong'
  | 'issuer-foreign'
  | 'card-unknown'
  | 'card-inactive';

/** What a phone would save. */
export type SavedCard =
  | { readonly kind: 'object'; readonly object: GenericObject }
  | { readonly kind: 'private'; readonly pass: GenericPrivatePass };

/** Checks the text behind a save link as Google does before it shows a card. */
export async function readSaveJwt(
  state: SimulatorState,
  jwt: string,
): Promise<Result<SavedCard, SaveRefusal>> {
  const mail = issuer(jwt);
  const key = mail === undefined ? undefined : state.accounts.get(mail);
  if (mail === undefined || !key) return refuse('account-unknown');
  const proved = await jwtVerify(jwt, key, {
    algorithms: ['RS256'],
    audience: 'google',
    currentDate: new Date(state.nowMs()),
  }).catch(() => undefined);
  if (!proved) return refuse('signature-wrong');
  const { typ, origins, payload } = proved.payload;
  if (typ !== 'savetowallet') return refuse('type-wrong');
  if (!Array.isArray(origins) || !origins.every((origin) => typeof origin === 'string'))
    return refuse('origins-wrong');
  const { genericObjects, genericPrivatePasses } = (payload ?? {}) as Record<string, unknown[] | undefined>;
  const [card] = (genericObjects ?? genericPrivatePasses ?? []) as { id?: unknown }[];
  const issuerId = issuerOf(card?.id);
  if (!card || issuerId === undefined) return refuse('payload-wrong');
  if (!state.issuers.get(issuerId)?.has(mail)) return refuse('issuer-foreign');
  if (genericPrivatePasses) {
    const pass = card as GenericPrivatePass;
    if (!pass.header?.defaultValue?.value || !pass.title?.defaultValue?.value) return refuse('payload-wrong');
    state.savedPrivately.set(pass.id, pass);
    return accept({ kind: 'private', pass });
  }
  const object = state.objects.get(String(card.id)) as unknown as GenericObject | undefined;
  if (!object) return refuse('card-unknown');
  return object.state === 'ACTIVE' ? accept({ kind: 'object', object }) : refuse('card-inactive');
}

function issuer(jwt: string): string | undefined {
  try {
    return decodeJwt(jwt).iss;
  } catch {
    return undefined;
  }
}
