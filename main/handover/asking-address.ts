import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';

/**
 * Whose address a request counts for: the one that connected, or where that is the centre's own proxy, the one that the
 * proxy names last. Nobody else's word is taken for it.
 */
export function askingAddress(
  { socket, headers }: Pick<IncomingMessage, 'headers'> & { readonly socket: { remoteAddress?: string } },
  proxyAddress: string | undefined,
): string {
  const connected = socket.remoteAddress ?? '';
  if (proxyAddress === undefined || connected !== proxyAddress) return connected;
  const forwarded = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return forwarded && isIP(forwarded) ? forwarded : connected;
}
