// Writes domain/scan/gs1/application-identifiers.json from the GS1 Barcode Syntax Dictionary
// (https://ref.gs1.org/tools/gs1-barcode-syntax-resource/syntax-dictionary/, Apache-2.0):
//   node scripts/generate-gs1-identifiers.mjs gs1-syntax-dictionary.txt
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const target = fileURLToPath(new URL('../domain/scan/gs1/application-identifiers.json', import.meta.url));
const source = process.argv[2];
if (!source) throw new Error('Which dictionary file?');

const rows = readFileSync(source, 'utf8')
  .split('\n')
  .filter((line) => /^\d/.test(line))
  .map(rowOf);
writeFileSync(target, `[\n${rows.map((row) => `  ${JSON.stringify(row)}`).join(',\n')}\n]\n`);
console.log(`${rows.length} rows in ${target}`);

/** `3100-3105 *? N6 req=01,02 ex=310n # NET WEIGHT (kg)` as an object; absent attributes are left out. */
function rowOf(line) {
  const [facts, title] = splitAt(line, '#');
  const words = facts.trim().split(/\s+/);
  const [from, to] = words[0].split('-');
  const flags = /^[^\w[]+$/.test(words[1]) ? words[1] : '';
  const rest = words.slice(flags === '' ? 1 : 2);
  const attributes = rest.filter((word) => word.includes('=') || word === 'dlpkey');
  return {
    ai: from,
    ...(to ? { to } : {}),
    ...(flags.includes('*') ? { isPredefined: true } : {}),
    ...(flags.includes('?') ? { isLinkAttribute: true } : {}),
    format: rest.filter((word) => !attributes.includes(word)).join(' '),
    ...listOf(attributes, 'req', 'requires'),
    ...listOf(attributes, 'ex', 'excludes'),
    ...(attributes.some((word) => word.startsWith('dlpkey')) ? { qualifiers: qualifiersOf(attributes) } : {}),
    ...(title ? { title: title.trim() } : {}),
  };
}

/** Each repetition of an attribute is a condition of its own. */
function listOf(attributes, key, name) {
  const conditions = attributes
    .filter((word) => word.startsWith(`${key}=`))
    .map((word) => word.slice(key.length + 1));
  return conditions.length > 0 ? { [name]: conditions } : {};
}

function qualifiersOf(attributes) {
  return attributes.find((word) => word.startsWith('dlpkey')).split('=')[1] ?? '';
}

function splitAt(text, mark) {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
