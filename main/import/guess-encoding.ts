import { detectUnicode } from '../../domain/import/detect-unicode.ts';
import { type Encoding, singleByteEncodings } from '../../domain/import/encodings.ts';
import { letterScore, wordsBeyondAscii } from '../../domain/import/letter-score.ts';
import { isDoubled } from '../../domain/import/misread-faults.ts';
import { decode } from './text-decoder.ts';

/** So much is enough to know the letters of a list by. */
const LOOKED_AT_BYTES = 64 * 1024;

/** The likeliest encoding of a file from its beginning. */
export function guessEncoding(sample: Uint8Array): Encoding {
  const unicode = detectUnicode(sample);
  const bytes = sample.subarray(0, LOOKED_AT_BYTES);
  if (unicode === 'utf-8') return isDoubled(decode(bytes, 'utf-8')) ? 'utf-8-twice' : unicode;
  if (unicode) return unicode;
  return scored(bytes)[0]?.encoding ?? 'windows-1252';
}

/** Another way to read a file that is as good by its letters, and a word that shows the difference. */
export interface OtherReading {
  readonly encoding: Encoding;
  /** The word as the file is read, and as it would be. */
  readonly here: string;
  readonly there: string;
}

/** What the letters of a file leave open: nothing says whether `Ju\xf0ka` is Juğka or Juška. */
export function otherReadings(sample: Uint8Array): readonly OtherReading[] {
  if (detectUnicode(sample)) return [];
  const [best, ...others] = scored(sample.subarray(0, LOOKED_AT_BYTES));
  if (!best) return [];
  const found = new Map<string, OtherReading>();
  for (const other of others) {
    if (other.score < best.score || other.text === best.text) continue;
    const words = wordsBeyondAscii(best.text);
    const there = wordsBeyondAscii(other.text);
    const at = words.findIndex((word, index) => word !== there[index]);
    const [here, word] = [words[at], there[at]];
    if (here !== undefined && word !== undefined && !found.has(word))
      found.set(word, { encoding: other.encoding, here, there: word });
  }
  return [...found.values()].slice(0, MOST_READINGS);
}

const MOST_READINGS = 3;

/** Each encoding with its score, the best first; of equal ones the earlier. */
function scored(bytes: Uint8Array) {
  const rest = withoutUtf8(bytes);
  return singleByteEncodings
    .map((encoding) => {
      const text = decode(rest, encoding);
      return { encoding, text, score: letterScore(text) };
    })
    .sort((one, other) => other.score - one.score);
}

/** Rows of another source may be in UTF-8: they say nothing of the encoding of the others. */
function withoutUtf8(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/g, ''), 'latin1');
}
