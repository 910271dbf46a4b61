import type { TextKeys } from './text-keys.ts';

/** The two pass.strings files, UTF-8: what pass.json has as key, and what a phone shows in its place. */
export function stringsFiles(texts: TextKeys): { de: string; en: string } {
  let de = '';
  let en = '';
  for (const [key, english] of texts.en) {
    const german = texts.de.get(key) ?? key;
    const name = escaped(key);
    de += `"${name}" = "${german === key ? name : escaped(german)}";\n`;
    en += `"${name}" = "${escaped(english)}";\n`;
  }
  return { de, en };
}

function escaped(text: string): string {
  return special.test(text) ? text.replace(/["\\\n\r\t]/g, (sign) => escapes[sign] ?? sign) : text;
}

const special = /["\\\n\r\t]/;
const escapes: Record<string, string> = {
  '"': '\\"',
  '\\': '\\\\',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
