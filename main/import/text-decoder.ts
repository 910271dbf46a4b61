import iconv from 'iconv-lite';
import type { Encoding } from '../../domain/import/encodings.ts';

/** Text from bytes that come in pieces: a character may be cut anywhere. */
export interface TextDecoder {
  write(bytes: Uint8Array): string;
  end(): string;
}

export function textDecoder(encoding: Encoding): TextDecoder {
  if (encoding === 'utf-8-twice') return twiceDecoder();
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  return {
    write: (bytes) => decoder.write(Buffer.from(bytes)),
    end: () => decoder.end() ?? '',
  };
}

export function decode(bytes: Uint8Array, encoding: Encoding): string {
  const decoder = textDecoder(encoding);
  return decoder.write(bytes) + decoder.end();
}

function twiceDecoder(): TextDecoder {
  const outer = textDecoder('utf-8');
  const inner = textDecoder('utf-8');
  return {
    write: (bytes) => inner.write(bytesOf(outer.write(bytes))),
    end: () => inner.write(bytesOf(outer.end())) + inner.end(),
  };
}

/** As Windows writes them; the five bytes without a letter there stand for themselves. */
function bytesOf(text: string): Uint8Array {
  return Buffer.concat(
    text
      .split(/([\u0080-\u009f])/)
      .map((part, at) => (at % 2 === 1 ? Buffer.from(part, 'latin1') : iconv.encode(part, 'windows-1252'))),
  );
}
