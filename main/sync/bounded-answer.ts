import { bytesWithin } from '../../domain/kernel/bytes-within.ts';
import type { Fetch } from './line.ts';

/** Far above an answer to a pull, an image or the erasures of many years. */
const MOST_BYTES = 64 * 1024 * 1024;

/** What headquarters answers, read only as far as its longest answer goes. */
export function boundAnswers(fetchIt: typeof fetch): Fetch {
  return async (url, request) => {
    const { status, ok, headers, body } = await fetchIt(url, request);
    return { status, ok, headers, text: async () => (body ? textWithin(body) : '') };
  };
}

/** @throws TypeError for an answer without an end */
export async function textWithin(chunks: AsyncIterable<Uint8Array>): Promise<string> {
  const bytes = await bytesWithin(chunks, MOST_BYTES);
  if (!bytes) throw new TypeError('the answer is longer than any');
  return Buffer.from(bytes).toString('utf8');
}
