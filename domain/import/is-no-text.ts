/** How files begin that are no text: PDF, ZIP (Excel, passes), pictures, archives, old Excel, programs, databases, RTF. */
const beginnings: readonly (readonly number[])[] = [
  ...['%PDF-', '\u00ef\u00bb\u00bf%PDF-', 'GIF87a', 'GIF89a', 'BZh', 'Rar!', 'SQLite format 3', '{\\rtf'].map(
    bytesOf,
  ),
  [...bytesOf('PK'), 3, 4],
  [...bytesOf('PK'), 5, 6],
  [0x89, ...bytesOf('PNG')],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
  [...bytesOf('7z'), 0xbc, 0xaf],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x7f, ...bytesOf('ELF')],
];

/** Of signs below U+0100. */
function bytesOf(text: string): number[] {
  return [...text].map((sign) => sign.charCodeAt(0));
}

/** More of a text than one sign in fifty is never a control character. */
const MOST_CONTROLS = 0.02;

/**
 * Whether a file is no text at all, by how it begins and by its control characters. `text`: the beginning as it is read
 * in the encoding that fits best; a single such character costs its row alone.
 */
export function isNoText(bytes: Uint8Array, text: string): boolean {
  if (beginnings.some((beginning) => beginning.every((byte, at) => bytes[at] === byte))) return true;
  let controls = 0;
  for (const letter of text) if (isControl(letter)) controls += 1;
  return controls > 2 && controls > text.length * MOST_CONTROLS;
}

/** Those that stand in texts are left out: tab, ends of lines and pages, and the end of a file of DOS. */
function isControl(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  if (code === 0x09 || code === 0x0a || code === 0x0c || code === 0x0d || code === 0x1a) return false;
  return code < 0x20 || code === 0x7f;
}
