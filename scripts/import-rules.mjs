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
    packages: ['fastest-levenshtein', '@skyra/jaro-winkler', 'libphonenumber-js'],
  },
  contracts: { layers: ['contracts', 'domain'], packages: ['zod'] },
  decoding: { layers: ['decoding', 'domain'], packages: ['zxing-wasm', 'qr', '@zxing/library'] },
  ledger: {
    layers: ['ledger', 'contracts', 'domain'],
    packages: ['node:crypto', 'node:fs', 'node:os', 'uuid', '@hpke/core'],
  },
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
      'package.json',
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
  trial: {
    layers: ['trial', 'headquarters', 'issuing', 'pages', 'ledger', 'contracts', 'domain'],
    packages: 'any',
  },
  sdk: { layers: ['sdk'], packages: [], isBrowser: true },
  preload: { layers: ['contracts'], packages: ['electron'] },
  ui: { layers: ['ui', 'domain'], packages: 'any', isBrowser: true },
  renderer: {
    layers: ['renderer', 'ui', 'decoding', 'contracts', 'domain'],
    packages: 'any',
    isBrowser: true,
  },
};

/** Within a layer: what files below `from` import nothing of, whatever the layer as a whole may. */
export const floors = [
  {
    from: 'main/store',
    never: ['main/commands', 'main/queries', 'main/outbox', 'main/ipc', 'main/commit'],
  },
  { from: 'main/queries', never: ['main/commands', 'main/ipc'] },
  { from: 'main/commands', never: ['main/ipc'] },
  { from: 'main/outbox', never: ['main/ipc'] },
];

/** Who may take the whole station; everything else says in its signature what of it is used (`main/context.ts`). */
export const takeTheStation = [
  'main/compose.ts',
  'main/service.ts',
  'main/ipc',
  'main/jobs',
  'main/cli',
  'main/trial',
];

/** What one screen may use of another; everything else two screens need lies in renderer/components. */
export const sharedByScreens = [
  'renderer/screens/adverse-events/open-reports.tsx',
  'renderer/screens/adverse-events/person-reactions.tsx',
  'renderer/screens/adverse-events/reactions-dialog.tsx',
  'renderer/screens/appointments/appointment-panel.tsx',
  'renderer/screens/appointments/next-date.tsx',
  'renderer/screens/appointments/use-dates.ts',
  'renderer/screens/consent/consent-setting.tsx',
  'renderer/screens/consent/consent-step.tsx',
  'renderer/screens/consent/consent-texts.ts',
  'renderer/screens/consent/person-consents.tsx',
  'renderer/screens/handover/hand-over-button.tsx',
  'renderer/screens/identity/identity-setting.tsx',
  'renderer/screens/identity/identity-step.tsx',
  'renderer/screens/identity/identity-texts.ts',
  'renderer/screens/screening/screening-setting-texts.ts',
  'renderer/screens/screening/screening-setting.tsx',
  'renderer/screens/screening/screening-step.tsx',
  'renderer/screens/screening/screening-texts.ts',
  'renderer/screens/sign-in/recovery-code.tsx',
];

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
    const target = targetOf(file, specifier);
    const layer = target.split('/')[0];
    if (!rule.layers.includes(layer)) return `${file} imports ${layer}, which its layer may not`;
    return floorBreach(file, target) ?? stationBreach(file, target) ?? screenBreach(file, target);
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

function targetOf(file, specifier) {
  return path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier.split('?')[0]));
}

function floorBreach(file, target) {
  const isBelow = (folder, name) => name.startsWith(`${folder}/`);
  const floor = floors.find(
    ({ from, never }) => isBelow(from, file) && never.some((folder) => isBelow(folder, target)),
  );
  return floor && `${file} imports ${target}, which ${floor.from} may not`;
}

function stationBreach(file, target) {
  const mayTake = takeTheStation.some((place) => file === place || file.startsWith(`${place}/`));
  if (target !== 'main/station.ts' || mayTake) return undefined;
  return `${file} imports the whole station, where a part of main/context.ts says what it uses`;
}

function screenBreach(file, target) {
  const [screen, other] = [file, target].map((name) => /^renderer\/screens\/([^/]+)\//.exec(name)?.[1]);
  if (!screen || !other || screen === other || sharedByScreens.includes(target)) return undefined;
  return `${file} imports ${target} of another screen, which is not among what screens share`;
}

/**
 * Circles of files that import each other, types included, as sentences; one for each group of files.
 * `texts`: content by file name. Tarjan's strongly connected components.
 */
export function circlesAmong(texts) {
  const targets = new Map();
  for (const [file, text] of texts) {
    const ours = importsOf(file, text).filter((specifier) => specifier.startsWith('.'));
    targets.set(
      file,
      ours.map((specifier) => targetOf(file, specifier)).filter((target) => texts.has(target)),
    );
  }
  const [order, lowest, stack, circles] = [new Map(), new Map(), [], []];
  const visit = (file) => {
    order.set(file, order.size);
    lowest.set(file, order.get(file));
    stack.push(file);
    for (const target of targets.get(file)) {
      if (!order.has(target)) visit(target);
      if (stack.includes(target)) lowest.set(file, Math.min(lowest.get(file), lowest.get(target)));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const group = stack.splice(stack.indexOf(file));
    const isCircle = group.length > 1 || targets.get(file).includes(file);
    if (isCircle) circles.push(`these files import each other in a circle: ${group.sort().join(', ')}`);
  };
  for (const file of texts.keys()) if (!order.has(file)) visit(file);
  return circles;
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
  const texts = new Map(
    layers.flatMap(filesBelow).map((file) => [file, readFileSync(path.join(root, file), 'utf8')]),
  );
  const breaches = [...[...texts].flatMap(([file, text]) => breachesIn(file, text)), ...circlesAmong(texts)];
  for (const line of breaches) console.error(line);
  process.exitCode = breaches.length === 0 ? 0 : 1;
}
