import { sign } from 'node:crypto';
import { epochMsOf, type Instant } from '../../domain/kernel/instant.ts';
import type { ServiceAccount } from './service-account.ts';
import type { GenericPrivatePass } from './wallet-resources.ts';

/** Browsers and messengers cut longer links. */
export const longestLink = 1800;

/** What a phone is to save: a card that lies at Google already, by its id alone, or a whole private one. */
export type Saved =
  | { readonly genericObjects: readonly [{ readonly id: string }] }
  | { readonly genericPrivatePasses: readonly [GenericPrivatePass] };

export interface SaveJwtOptions {
  /** Kept the same for the same content: a phone takes another signature for another pass. */
  readonly issuedAt: Instant;
  /** Web pages that may show a button for it; a link needs none. */
  readonly origins?: readonly string[];
}

/** The signed text (JWT, RS256) that a phone gives to Google to save a card. */
export function saveJwt(
  account: ServiceAccount,
  payload: Saved,
  { issuedAt, origins = [] }: SaveJwtOptions,
): string {
  const header = { alg: 'RS256', typ: 'JWT', ...(account.keyId ? { kid: account.keyId } : {}) };
  const claims = {
    iss: account.mail,
    aud: 'google',
    typ: 'savetowallet',
    iat: Math.floor(epochMsOf(issuedAt) / 1000),
    origins,
    payload,
  };
  const signed = `${encoded(header)}.${encoded(claims)}`;
  return `${signed}.${sign('sha256', Buffer.from(signed), account.key).toString('base64url')}`;
}

/** The last part of a JWT: what Google compares to know whether a phone has the newest private pass. */
export function signatureOf(jwt: string): string {
  return jwt.slice(jwt.lastIndexOf('.') + 1);
}

/** The link to a card that lies at Google, by its id alone: short, and without a word about the person. */
export function cardLink(
  { account, saveUrl }: { readonly account: ServiceAccount; readonly saveUrl: string },
  objectId: string,
  issuedAt: Instant,
): string {
  return saveLink(saveUrl, saveJwt(account, { genericObjects: [{ id: objectId }] }, { issuedAt }));
}

export function saveLink(saveUrl: string, jwt: string): string {
  return `${saveUrl}/${jwt}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
