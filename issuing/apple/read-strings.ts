/** Whether it is the other form in which phones take translations, which is not read here. */
export function isPropertyList(file: Uint8Array): boolean {
  const start = Buffer.from(file.subarray(0, 64))
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  return start.startsWith('bplist0') || /^<(?:\?xml|!DOCTYPE plist|plist)/.test(start);
}

/**
 * Reads a pass.strings file: UTF-8, or UTF-16 with its mark, comments and keys without quotes allowed. `undefined` where a phone would
 * make nothing of it.
 */
export function readStrings(file: Uint8Array): Map<string, string> | undefined {
  const text = file.length > byteLimit ? undefined : decoded(file);
  if (text === undefined) return undefined;
  const translations = new Map<string, string>();
  const entry =
    /\s*(?:\/\*.*?\*\/|\/\/[^\n]*|(?:"([^"\\]*(?:\\.[^"\\]*)*)"|([\w.$/:-]+))\s*=\s*"([^"\\]*(?:\\.[^"\\]*)*)"\s*;)\s*/sy;
  while (entry.lastIndex < text.length) {
    const match = entry.exec(text);
    if (!match) return undefined;
    const [, quoted, bare, value = ''] = match;
    const key = quoted === undefined ? bare : unescaped(quoted);
    if (key !== undefined) translations.set(key, unescaped(value));
  }
  return translations;
}

/** More text than any pass can show; also keeps the expression above within its memory. */
const byteLimit = 1024 * 1024;

function decoded(file: Uint8Array): string | undefined {
  const mark = file.length >= 2 ? ((file[0] ?? 0) << 8) | (file[1] ?? 0) : 0;
  const encoding = mark === 0xfffe ? 'utf-16le' : mark === 0xfeff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file).trim();
  } catch {
    return undefined;
  }
}

function unescaped(text: string): string {
  return text.replace(/\\([Uu][0-9A-Fa-f]{4}|.)/gs, (_whole, sign: string) =>
    sign.length > 1 ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : (unescapes[sign] ?? sign),
  );
}

const unescapes: Record<string, string> = { n: '\n', r: '\r', t: '\t' };
