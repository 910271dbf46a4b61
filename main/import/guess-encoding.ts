import { detectUnicode } from '../../domain/import/detect-unicode.ts';
import { type Encoding, singleByteEncodings } from '../../domain/import/encodings.ts';
import { letterScore } from '../../domain/import/letter-score.ts';
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
  const rest = withoutUtf8(bytes);
  let best: { encoding: Encoding; score: number } | undefined;
  for (const encoding of singleByteEncodings) {
    const score = letterScore(decode(rest, encoding));
    if (!best || score > best.score) best = { encoding, score };
  }
  return best?.encoding ?? 'windows-1252';
}

/** Rows of another source may be in UTF-8: they say nothing of the encoding of the others. */
function withoutUtf8(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  return Buffer.from(text.replace(/[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}/g, ''), 'latin1');
}
