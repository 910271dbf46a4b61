// Who may import whom, as ARCHITECTURE.md says it. Fails with one line for each breach.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'rolldown/utils';
import { root } from './bootstrap/paths.mjs';

/**
 * The longest matching folder rules. `layers`: folders of ours it may import. `packages`: what else; `'any'`
 * allows every package but the reserved ones, which only the folder that is named there may import.
 */
export const rules = {
  domain: {
    layers: ['domain'],
    packages: ['cologne-phonetic', 'fastest-levenshtein', '@skyra/jaro-winkler', 'libphonenumber-js'],
  },
  contracts: { layers: ['contracts', 'domain'], packages: ['zod'] },
  decoding: { layers: ['decoding', 'domain'], packages: ['zxing-wasm', 'qr', '@zxing/library'] },
  ledger: { layers: ['ledger', 'contracts', 'domain'], packages: ['node:crypto', 'uuid', '@hpke/core'] },
  issuing: { layers: ['issuing', 'contracts', 'domain'], packages: 'any' },
  documents: { layers: ['documents', 'contracts', 'domain'], packages: 'any' },
  messaging: { layers: ['messaging', 'contracts', 'domain'], packages: 'any' },
  interchange: { layers: ['interchange', 'contracts', 'domain'], packages: 'any' },
  pages: { layers: ['pages', 'domain'], packages: ['qr'] },
  main: {
    layers: [
      'main',
      'pages',
      'documents',
      'messaging',
      'interchange',
      'issuing',
      'ledger',
      'decoding',
      'contracts',
      'domain',
    ],
    packages: 'any',
  },
  headquarters: {
    layers: [
      'headquarters',
      'contracts',
      'domain',
      'ledger',
      'issuing',
      'pages',
      'messaging',
      'documents',
      'interchange',
      'package.json',
    ],
    packages: 'any',
  },
  preload: { layers: ['contracts'], packages: ['electron'] },
  ui: { layers: ['ui', 'domain'], packages: 'any', isBrowser: true },
  renderer: {
    layers: ['renderer', 'ui', 'decoding', 'contracts', 'domain'],
    packages: 'any',
    isBrowser: true,
  },
};

/** Packages that belong to one place only. */
export const reserved = {
  electron: ['main/shell', 'main/index.ts', 'preload'],
  'better-sqlite3': ['main/store'],
  pg: ['headquarters/store'],
  kysely: ['headquarters/store'],
  '@zxing/browser': ['renderer/camera'],
};

const sqlWords =
  /\b(SELECT\s.+\sFROM|INSERT\s+(OR\s+\w+\s+)?INTO|UPDATE\s+\w+\s+SET|DELETE\s+FROM|CREATE\s+TABLE)\b/;

/** Breaches in one file, as sentences. `file` is relative to the root, with forward slashes. */
export function breachesIn(file, text) {
  const layer = file.split('/')[0];
  const rule = rules[layer];
  if (!rule) return [];
  const found = importsOf(file, text).flatMap((specifier) => breachOf(file, rule, specifier) ?? []);
  const holdsTables = layer === 'main' || layer === 'headquarters';
  if (holdsTables && !file.startsWith(`${layer}/store/`) && sqlWords.test(text))
    found.push(`${file} holds SQL, which only ${layer}/store may`);
  return found;
}

function breachOf(file, rule, specifier) {
  if (specifier.startsWith('.')) {
    const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier)).split('/')[0];
    return rule.layers.includes(target) ? undefined : `${file} imports ${target}, which its layer may not`;
  }
  const name = specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.split('/')[0];
  if (specifier.startsWith('node:')) {
    const isAllowed = rule.packages === 'any' ? !rule.isBrowser : rule.packages.includes(specifier);
    return isAllowed ? undefined : `${file} imports ${specifier}, which its layer may not`;
  }
  const home = reserved[name];
  if (home) {
    const isHome = home.some((place) => file === place || file.startsWith(`${place}/`));
    return isHome ? undefined : `${file} imports ${name}, which only ${home.join(', ')} may`;
  }
  if (rule.packages === 'any' || rule.packages.includes(name)) return undefined;
  return `${file} imports ${name}, which its layer may not`;
}

/** Every module a file names: static and dynamic imports and re-exports, types included. */
function importsOf(file, text) {
  const { program } = parseSync(file, text);
  const found = [];
  const visit = (node) => {
    if (!node || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      for (const each of node) visit(each);
      return;
    }
    const isImport = /^(Import(Declaration|Expression)|Export(All|Named)Declaration|TSImportType)$/.test(
      node.type ?? '',
    );
    const specifier = isImport ? (node.source?.value ?? node.argument?.literal?.value) : undefined;
    if (typeof specifier === 'string') found.push(specifier);
    for (const [key, value] of Object.entries(node)) if (key !== 'type') visit(value);
  };
  visit(program.body);
  return found;
}

function filesBelow(folder) {
  return readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts)$/.test(entry.name))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const layers = readdirSync(root).filter((name) => Object.hasOwn(rules, name));
  const breaches = layers
    .flatMap(filesBelow)
    .flatMap((file) => breachesIn(file, readFileSync(path.join(root, file), 'utf8')));
  for (const line of breaches) console.error(line);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
