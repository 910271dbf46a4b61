import type { Readable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';

/** What one line may hold at most; beyond it the rest of the line is let go and the line is told as too long. */
const MOST_CHARACTERS = 16_000_000;

/**
 * The lines of a stream, however long somebody makes one: memory stays bounded. Undefined is a line too long. The mark
 * that some programs write before UTF-8 belongs to no line.
 */
export async function* boundedLines(
  input: Readable,
  most = MOST_CHARACTERS,
): AsyncGenerator<string | undefined> {
  const decoder = new StringDecoder('utf8');
  let line = '';
  let isTooLong = false;
  const take = (part: string) => {
    if (line.length + part.length > most) isTooLong = true;
    line = isTooLong ? '' : line + part;
  };
  const finish = () => {
    const finished = isTooLong ? undefined : line.replace(/^\uFEFF/, '').replace(/\r$/, '');
    line = '';
    isTooLong = false;
    return finished;
  };
  for await (const chunk of input) {
    const [first = '', ...more] = (typeof chunk === 'string' ? chunk : decoder.write(chunk)).split('\n');
    take(first);
    for (const part of more) {
      yield finish();
      take(part);
    }
  }
  take(decoder.end());
  if (line !== '' || isTooLong) yield finish();
}
