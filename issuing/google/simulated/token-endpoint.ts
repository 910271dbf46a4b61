import { decodeJwt, jwtVerify } from 'jose';
import { newToken, type SimulatorAnswer, type SimulatorState } from './simulator-state.ts';

const grantType = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const scope = 'https://www.googleapis.com/auth/wallet_object.issuer';
const tokenSeconds = 3600;
const longestAssertionSeconds = 3600;
const toleranceSeconds = 300;

/** Exchanges the assertion of a service account for a token: signature, audience, times and scope must be right. */
export async function answerToken(
  state: SimulatorState,
  form: URLSearchParams,
  audience: string,
): Promise<SimulatorAnswer> {
  if (form.get('grant_type') !== grantType)
    return refusedGrant('unsupported_grant_type', 'Invalid grant_type');
  const assertion = form.get('assertion') ?? '';
  const mail = issuerOf(assertion);
  const key = mail === undefined ? undefined : state.accounts.get(mail);
  if (mail === undefined || !key) return refusedGrant('invalid_grant', 'Invalid grant: account not found');
  const now = Math.floor(state.tokenNowMs() / 1000);
  const proved = await jwtVerify(assertion, key, {
    algorithms: ['RS256'],
    audience,
    issuer: mail,
    currentDate: new Date(now * 1000),
    clockTolerance: toleranceSeconds,
  }).catch((error: { code?: string }) => error);
  if (!('protectedHeader' in proved)) return refusedGrant('invalid_grant', wordsOf(proved.code));
  const { iat = 0, exp = 0, scope: asked } = proved.payload;
  if (exp - iat > longestAssertionSeconds || iat > now + toleranceSeconds)
    return refusedGrant('invalid_grant', timeframe);
  if (asked !== scope)
    return refusedGrant('invalid_scope', 'Invalid OAuth scope or ID token audience provided.');
  const token = newToken();
  state.tokens.set(token, { mail, endsAtMs: state.tokenNowMs() + tokenSeconds * 1000 });
  return { status: 200, body: { access_token: token, expires_in: tokenSeconds - 1, token_type: 'Bearer' } };
}

const timeframe =
  'Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe.';

function wordsOf(code: string | undefined): string {
  if (code === 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED') return 'Invalid JWT Signature.';
  return code === 'ERR_JWT_EXPIRED' ? timeframe : 'Invalid JWT.';
}

function issuerOf(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).iss;
  } catch {
    return undefined;
  }
}

function refusedGrant(error: string, description: string): SimulatorAnswer {
  return { status: 400, body: { error, error_description: description } };
}
