import type { Encoding } from './encodings.ts';

/** Which Unicode form the beginning of a file is in: by its byte order mark, the zero bytes of UTF-16, or as valid UTF-8. */
export function detectUnicode(bytes: Uint8Array): Encoding | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  const looked = Math.min(bytes.length, 4096);
  for (let i = 0; i < looked; i++) if (bytes[i] === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked / 5 && odd > 4 * even) return 'utf-16le';
  if (even > looked / 5 && even > 4 * odd) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : undefined;
}

/** Whether the bytes are UTF-8; a character that is cut off at the very end counts as whole. */
function isUtf8(bytes: Uint8Array): boolean {
  let at = 0;
  while (at < bytes.length) {
    const lead = bytes[at] ?? 0;
    const more =
      lead < 0x80
        ? 0
        : lead >= 0xc2 && lead < 0xe0
          ? 1
          : lead >= 0xe0 && lead < 0xf0
            ? 2
            : lead >= 0xf0 && lead < 0xf5
              ? 3
              : -1;
    if (more < 0) return false;
    for (let next = at + 1; next <= at + more; next++) {
      const byte = bytes[next];
      if (byte === undefined) return true;
      if ((byte & 0xc0) !== 0x80) return false;
    }
    at += more + 1;
  }
  return true;
}
