import rows from './application-identifiers.json' with { type: 'json' };

/** One part of a value: `N6`, `X..20`, with the checks its content must pass. */
export interface Component {
  readonly charset: 'N' | 'X' | 'Y' | 'Z';
  readonly minLength: number;
  readonly maxLength: number;
  readonly isOptional: boolean;
  readonly checks: readonly string[];
}

/** What GS1 says about one application identifier. */
export interface Identifier {
  readonly ai: string;
  readonly title: string;
  /** Its length is known from its first two digits, so no separator follows it. */
  readonly isPredefined: boolean;
  readonly isLinkAttribute: boolean;
  readonly components: readonly Component[];
  readonly minLength: number;
  readonly maxLength: number;
  /** Of each condition one group must be there, all of its identifiers: `01+21,8006` is two groups. */
  readonly requires: readonly (readonly (readonly string[])[])[];
  /** Identifiers (`310n` is a pattern) that may not stand in the same message. */
  readonly excludes: readonly string[];
  /** For keys of a GS1 Digital Link: the qualifiers that may follow, by alternative, in order. */
  readonly qualifiers?: readonly (readonly string[])[];
}

interface Row {
  readonly ai: string;
  readonly to?: string;
  readonly isPredefined?: boolean;
  readonly isLinkAttribute?: boolean;
  readonly format: string;
  readonly requires?: readonly string[];
  readonly excludes?: readonly string[];
  readonly qualifiers?: string;
  readonly title?: string;
}

/** Every identifier by its digits. */
export const identifiers: ReadonlyMap<string, Identifier> = new Map(
  (rows as readonly Row[]).flatMap((row) => expand(row).map((ai) => [ai, identifierOf(ai, row)])),
);

/** The identifier that a text starts with. No identifier is the beginning of another. */
export function identifierAt(text: string, position: number): Identifier | undefined {
  for (const length of [2, 3, 4]) {
    const found = identifiers.get(text.slice(position, position + length));
    if (found) return found;
  }
  return undefined;
}

/** Whether values of this identifier carry a check digit or pair, so that hardly any other text passes. */
export function hasCheckDigit(ai: string): boolean {
  const components = identifiers.get(ai)?.components ?? [];
  return components.some(({ checks }) => checks.includes('csum') || checks.includes('csumalpha'));
}

/** Whether an identifier stands for itself or fits a pattern such as `31nn`. */
export function fitsPattern(ai: string, pattern: string): boolean {
  if (ai.length !== pattern.length) return false;
  return [...pattern].every((sign, index) => sign === 'n' || sign === ai.charAt(index));
}

function expand({ ai, to }: Row): string[] {
  const last = Number(to ?? ai);
  const all: string[] = [];
  for (let number = Number(ai); number <= last; number++) all.push(String(number).padStart(ai.length, '0'));
  return all;
}

function identifierOf(ai: string, row: Row): Identifier {
  const components = row.format.split(' ').map(componentOf);
  const needed = components.filter((component) => !component.isOptional);
  return {
    ai,
    title: row.title ?? '',
    isPredefined: row.isPredefined ?? false,
    isLinkAttribute: row.isLinkAttribute ?? false,
    components,
    minLength: needed.reduce((sum, { minLength }) => sum + minLength, 0),
    maxLength: components.reduce((sum, { maxLength }) => sum + maxLength, 0),
    requires: (row.requires ?? []).map((condition) => condition.split(',').map((group) => group.split('+'))),
    excludes: (row.excludes ?? []).flatMap((list) => list.split(',')),
    qualifiers: row.qualifiers?.split('|').map((list) => list.split(',').filter((word) => word !== '')),
  };
}

/** `[N4],hhmi` or `X..20`. */
function componentOf(text: string): Component {
  const parts = /^(\[?)([NXYZ])(\.\.)?(\d+)\]?((?:,\w+)*)$/.exec(text);
  if (!parts) throw new Error(`No format: ${text}`);
  const [, bracket, charset, isVariable, length, checks = ''] = parts;
  return {
    charset: charset as Component['charset'],
    minLength: isVariable ? 1 : Number(length),
    maxLength: Number(length),
    isOptional: bracket === '[',
    checks: checks.split(',').filter((check) => check !== ''),
  };
}
