import { z } from 'zod';
import { base64url, logId } from './wire-event.ts';

/** 32 bytes, base64url: a public key of Ed25519 or X25519. */
const publicKey = base64url(43).length(43);

/** `CENTRE-XXXX-XXXX`, as the operator reads it out: valid once, for a quarter of an hour. */
export const enrolmentCode = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z0-9](?:[A-Z0-9-]{0,38}[A-Z0-9])?-[0-9A-HJ-NP-X]{4}-[0-9A-HJ-NP-X]{4}$/);

/** POST /enrolment/v1/stations. Needs no token: the code is the permission. */
export const enrolRequest = z.strictObject({
  code: enrolmentCode,
  /** The station's id in its own log. */
  station: z.string().regex(/^[A-Za-z0-9_-]{1,128}$/),
  name: z.string().trim().min(1).max(60),
  /** Ed25519: signs heads of the chain and the assertions for access tokens. */
  signingKey: publicKey,
  /** X25519: receives keys of persons. */
  exchangeKey: publicKey,
  version: z.string().max(40),
});
export type EnrolRequest = z.infer<typeof enrolRequest>;

/**
 * Both sides show both fingerprints (see `ledger`), and an operator confirms after comparing: until then the station's
 * standing is `waiting`, and it gets no token.
 */
export const enrolAnswer = z.strictObject({
  centre: z.string(),
  centreName: z.string(),
  station: logId,
  /** For `client_assertion` (private_key_jwt, EdDSA; audience is the issuer). */
  clientId: z.string(),
  issuer: z.url(),
  tokenEndpoint: z.url(),
  /** The audience to ask tokens for (`resource`). */
  resource: z.url(),
  headquarters: z.strictObject({ signingKey: publicKey, exchangeKey: publicKey }),
  fingerprints: z.strictObject({ station: z.string(), headquarters: z.string() }),
});
export type EnrolAnswer = z.infer<typeof enrolAnswer>;
