import { privateKeys, privatePass } from '../../issuing/google/private-pass.ts';
import { longestLink, saveJwt } from '../../issuing/google/save-link.ts';
import type { PassRow } from '../store/tables/passes/passes.ts';
import type { blankCardOf, CardSource } from './card-of-pass.ts';
import type { GoogleLink } from './google-connection.ts';

/** A private pass, signed, with as much as fits into a link. The same revision gives the same text, so that phones can compare. */
export function privateJwt(
  { account, endpoints, settings }: GoogleLink,
  source: CardSource | NonNullable<ReturnType<typeof blankCardOf>>,
  pass: PassRow,
): string {
  const { content, template, language } = source;
  for (let mostFields = privateKeys.length; ; mostFields--) {
    const body = privatePass(content, template, { issuerId: settings.issuerId, language, mostFields });
    const jwt = saveJwt(account, { genericPrivatePasses: [body] }, { issuedAt: pass.updated_at });
    if (mostFields === 0 || endpoints.saveUrl.length + 1 + jwt.length <= longestLink) return jwt;
  }
}
