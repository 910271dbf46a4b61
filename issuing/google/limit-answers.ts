import { bytesWithin } from '../../domain/kernel/bytes-within.ts';

/** More than any answer about a class, an object or a token. */
const MOST_BYTES = 1024 * 1024;

/** A `fetch` whose answers are there as a whole, or fail: one without an end is left after a megabyte. */
export function limitAnswers(fetchIt: typeof fetch): typeof fetch {
  return async (input, init) => {
    const answer = await fetchIt(input, init);
    if (!answer.body) return answer;
    const bytes = await bytesWithin(answer.body, MOST_BYTES);
    if (!bytes) throw new TypeError('the answer is longer than any');
    const { status, statusText, headers } = answer;
    return new Response(Buffer.from(bytes), { status, statusText, headers });
  };
}
