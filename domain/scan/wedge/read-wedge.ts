import type { Result } from '../../kernel/result.ts';
import type { WedgeBurst } from './key-record.ts';
import { readingsByRank, type WedgeReading } from './wedge-readings.ts';

/** What the setup assistant found out about a scanner, kept with the station. */
export interface ScannerSetup {
  readonly layout: WedgeReading['layout'];
  /** What the scanner puts before and after every code. */
  readonly prefix: string;
  readonly trailing: string;
}

export interface WedgeCandidate<Value> {
  readonly reading: WedgeReading;
  readonly value: Value;
}

export type WedgeRead<Value, Refusal> =
  | ({ readonly kind: 'read' } & WedgeCandidate<Value>)
  /** Two layouts give two codes that are both right: the scanner's setting must be known, or somebody asked. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly WedgeCandidate<Value>[] }
  /** No reading holds; the refusal of the likeliest, and every reading for the diagnosis. */
  | { readonly kind: 'refused'; readonly refusal: Refusal; readonly readings: readonly WedgeReading[] };

/**
 * Chooses the reading whose checksum, tag or syntax holds. `parse` must refuse what anything would satisfy
 * (names). Where none holds, the reading counts whose refusal weighs most: a text that bears the mark of a code.
 */
export function readWedge<Value, Refusal>(
  burst: Pick<WedgeBurst, 'records'>,
  parse: (text: string) => Result<Value, Refusal>,
  setup?: ScannerSetup,
  weigh: (refusal: Refusal) => number = () => 0,
): WedgeRead<Value, Refusal> {
  const refused: { reading: WedgeReading; refusal: Refusal }[] = [];
  for (const readings of readingsByRank(burst)) {
    const held: WedgeCandidate<Value>[] = [];
    for (const found of readings) {
      const reading = { ...found, text: withoutFrame(found.text, setup) };
      const result = parse(reading.text);
      if (result.ok) held.push({ reading, value: result.value });
      else refused.push({ reading, refusal: result.refusal });
    }
    const known = held.find(({ reading }) => reading.rank === 0 && reading.layout === setup?.layout);
    if (known) return { kind: 'read', ...known };
    const candidates = distinctValues(held);
    const [first, second] = candidates;
    if (first) return second ? { kind: 'ambiguous', candidates } : { kind: 'read', ...first };
  }
  refused.sort((one, other) => weigh(other.refusal) - weigh(one.refusal));
  const [likeliest] = refused;
  const refusal = likeliest?.refusal ?? refusalOfNothing(parse);
  return { kind: 'refused', refusal, readings: refused.map(({ reading }) => reading) };
}

function refusalOfNothing<Value, Refusal>(parse: (text: string) => Result<Value, Refusal>): Refusal {
  const result = parse('');
  if (result.ok) throw new Error('An empty text must be refused.');
  return result.refusal;
}

function withoutFrame(text: string, setup: ScannerSetup | undefined): string {
  const start = setup && text.startsWith(setup.prefix) ? setup.prefix.length : 0;
  const isTrailed = setup !== undefined && setup.trailing !== '' && text.endsWith(setup.trailing);
  return text.slice(start, isTrailed ? text.length - setup.trailing.length : text.length);
}

function distinctValues<Value>(candidates: readonly WedgeCandidate<Value>[]): WedgeCandidate<Value>[] {
  const byContent = new Map<string, WedgeCandidate<Value>>();
  for (const candidate of candidates) {
    const content = JSON.stringify(candidate.value);
    if (!byContent.has(content)) byContent.set(content, candidate);
  }
  return [...byContent.values()];
}
