import type { Result } from '../../kernel/result.ts';
import type { WedgeBurst } from './key-record.ts';
import { readingsOf, type WedgeReading } from './wedge-readings.ts';

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
 * (names).
 */
export function readWedge<Value, Refusal>(
  burst: Pick<WedgeBurst, 'records'>,
  parse: (text: string) => Result<Value, Refusal>,
  setup?: ScannerSetup,
): WedgeRead<Value, Refusal> {
  const readings = readingsOf(burst).map((reading) => ({
    ...reading,
    text: withoutFrame(reading.text, setup),
  }));
  const results = readings.map((reading) => ({ reading, result: parse(reading.text) }));
  const held = results.flatMap(({ reading, result }) =>
    result.ok ? [{ reading, value: result.value }] : [],
  );
  const known = held.find(({ reading }) => reading.layout === setup?.layout && reading.rank === 0);
  if (known) return { kind: 'read', ...known };
  const best = Math.min(...held.map(({ reading }) => reading.rank));
  const candidates = distinctValues(held.filter(({ reading }) => reading.rank === best));
  const [first, second] = candidates;
  if (first && second) return { kind: 'ambiguous', candidates };
  if (first) return { kind: 'read', ...first };
  const refused = results.find(({ result }) => !result.ok)?.result ?? parse('');
  if (refused.ok) throw new Error('An empty text must be refused.');
  return { kind: 'refused', refusal: refused.refusal, readings };
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
