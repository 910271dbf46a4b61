/** One translation: `key` stands in pass.json, `text` is what the phone shows. */
export type Translations = ReadonlyMap<string, string>;

/** The content of a pass.strings file, UTF-8. */
export function stringsFile(translations: Translations): string {
  let file = '';
  for (const [key, text] of translations) file += `"${escaped(key)}" = "${escaped(text)}";\n`;
  return file;
}

function escaped(text: string): string {
  return /["\\\n\r\t]/.test(text) ? text.replace(/["\\\n\r\t]/g, (sign) => escapes[sign] ?? sign) : text;
}

const escapes: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
