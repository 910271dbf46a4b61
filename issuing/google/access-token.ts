import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { GoogleFault } from './google-fault.ts';
import type { ServiceAccount } from './service-account.ts';

/** Signs in at Google and keeps the token until it ends; `renew` throws it away. */
export interface AccessTokens {
  current(): Promise<Result<string, GoogleFault>>;
  renew(): void;
}

export interface AccessTokenParts {
  readonly account: ServiceAccount;
  readonly tokenUrl: string;
  readonly fetch: typeof fetch;
}

const scopes = ['https://www.googleapis.com/auth/wallet_object.issuer'];

export function createAccessTokens({ account, tokenUrl, fetch }: AccessTokenParts): AccessTokens {
  let opened: Promise<TokenSource> | undefined;
  return {
    async current() {
      opened ??= openTokenSource(account, tokenUrl, fetch);
      try {
        const { token } = await (await opened).getAccessToken();
        return token ? accept(token) : refuse({ code: 'token-refused' });
      } catch (error) {
        return refuse(faultOf(error));
      }
    },
    renew() {
      opened = undefined;
    },
  };
}

interface TokenSource {
  getAccessToken(): Promise<{ token?: string | null | undefined }>;
}

/** The library is loaded with the first card: a station without Google never pays for it. */
async function openTokenSource(
  account: ServiceAccount,
  tokenUrl: string,
  fetchIt: typeof fetch,
): Promise<TokenSource> {
  const { JWT } = await import('google-auth-library');
  return new JWT({
    email: account.mail,
    key: account.key.export({ type: 'pkcs8', format: 'pem' }).toString(),
    ...(account.keyId ? { keyId: account.keyId } : {}),
    scopes,
    // The library knows one address only; whatever it asks here is a token, so it goes to ours.
    additionalClaims: { aud: tokenUrl },
    transporterOptions: {
      fetchImplementation: (_url: unknown, init?: RequestInit) => fetchIt(tokenUrl, init),
      retryConfig: { retry: 0, noResponseRetries: 0 },
    },
  });
}

/** The library's errors carry the signed assertion: nothing of them but the reason goes any further. */
function faultOf(error: unknown): GoogleFault {
  const { response } = error as { response?: { status?: number; data?: unknown } };
  if (!response) return { code: 'offline' };
  const { error: reason, error_description: words = '' } = (response.data ?? {}) as Record<string, string>;
  const status = response.status ?? 0;
  if (status === 429) return { code: 'too-many-requests' };
  if (status >= 500) return { code: 'server-error', status };
  if (reason === 'invalid_grant' && /reasonable timeframe|iat|exp/i.test(words))
    return { code: 'clock-wrong' };
  if (reason === undefined) return { code: 'answer-unreadable' };
  return { code: 'account-refused' };
}
