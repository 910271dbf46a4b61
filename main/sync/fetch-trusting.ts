import { X509Certificate } from 'node:crypto';
import https from 'node:https';
import { rootCertificates } from 'node:tls';
import { textWithin } from './bounded-answer.ts';
import type { Fetch } from './line.ts';

const MOST_CERTIFICATES = 20;
const pemCertificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** The certificates of a PEM file; undefined where there is none, or one that nobody can read. */
export function readAuthority(pem: string): string | undefined {
  const found = pem.match(pemCertificate) ?? [];
  if (found.length === 0 || found.length > MOST_CERTIFICATES) return undefined;
  try {
    for (const each of found) new X509Certificate(each);
    return found.join('\n');
  } catch {
    return undefined;
  }
}

/**
 * Reaches servers over TLS whose certificate leads to this authority, beside those that everybody trusts. By node's own
 * client: what comes with a runtime's `fetch` takes no authority, and differs between the runtimes of a station.
 */
export function fetchTrusting(authority: string | undefined, fetch: Fetch): Fetch {
  if (authority === undefined) return fetch;
  const agent = new https.Agent({ keepAlive: true, ca: [...rootCertificates, authority] });
  return (url, init) => {
    if (!url.startsWith('https:')) return fetch(url, init);
    const { method, headers, signal, body } = init;
    return new Promise((resolve, reject) => {
      const request = https.request(url, { agent, method, headers, ...(signal ? { signal } : {}) });
      request.on('error', reject).on('response', (response) => {
        const status = response.statusCode ?? 0;
        const headers = { get: (name: string) => String(response.headers[name] ?? '') || null };
        textWithin(response).then(
          (content) =>
            resolve({ status, ok: status >= 200 && status < 300, headers, text: async () => content }),
          reject,
        );
      });
      request.end(body);
    });
  };
}

/** Whether the other side showed a certificate that nobody here trusts, or that is not for its address. */
export function isCertificateFault(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return certificateFaults.test(String(cause?.code ?? code));
}

const certificateFaults =
  /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+|CERT_\w+|ERR_TLS_CERT_ALTNAME_INVALID)$/;
