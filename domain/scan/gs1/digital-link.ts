import { accept, type Result, refuse } from '../../kernel/result.ts';
import type { Element } from './associations.ts';
import { checkValue } from './check-value.ts';
import type { Gs1Refusal } from './gs1-refusal.ts';
import { type Identifier, identifiers } from './identifiers.ts';

/** Whether an address has the form of a GS1 Digital Link: a key and its value in the path. */
export function looksLikeDigitalLink(text: string): boolean {
  return keyAt(pathOf(text)) !== undefined;
}

/**
 * The elements of an uncompressed GS1 Digital Link (`https://any.example/01/04150123456782/10/ABC?17=270331`).
 * Only read, never opened.
 */
export function readDigitalLink(text: string, referenceYear: number): Result<readonly Element[], Gs1Refusal> {
  const path = pathOf(text);
  const at = keyAt(path);
  if (at === undefined) return refuse({ reason: 'link-malformed' });
  const pairs = pairsOf(path.slice(at));
  const attributes = attributesOf(text);
  if (!pairs || !attributes || !areQualifiersInOrder(pairs)) return refuse({ reason: 'link-malformed' });
  const elements: Element[] = [];
  for (const { ai, value } of [...pairs, ...attributes]) {
    const identifier = identifiers.get(ai);
    if (!identifier) return refuse({ reason: 'ai-unknown', ai });
    const full = ai === '01' ? value.padStart(14, '0') : value;
    const reason = checkValue(identifier, full, referenceYear);
    if (reason) return refuse({ reason, ai });
    elements.push({ ai, value: full });
  }
  return accept(elements);
}

function pathOf(text: string): string[] {
  const parts = /^https?:\/\/[^/?#\s]+\/([^?#]*)/i.exec(text);
  return parts?.[1]?.split('/') ?? [];
}

/** Where the key starts: the last segment that is a key and has its value behind it. */
function keyAt(path: readonly string[]): number | undefined {
  for (let i = path.length - 2; i >= 0; i--) {
    const isKey = identifiers.get(path[i] ?? '')?.qualifiers !== undefined;
    if (isKey && areNumbered(path.slice(i))) return i;
  }
  return undefined;
}

/** Every second segment is an identifier's digits. */
function areNumbered(segments: readonly string[]): boolean {
  return segments.length % 2 === 0 && segments.every((text, i) => i % 2 === 1 || /^\d{2,4}$/.test(text));
}

function pairsOf(segments: readonly string[]): Element[] | undefined {
  const pairs: Element[] = [];
  for (let i = 0; i < segments.length; i += 2) {
    const value = decoded(segments[i + 1] ?? '');
    if (value === undefined) return undefined;
    pairs.push({ ai: segments[i] ?? '', value });
  }
  return pairs;
}

/** Query parameters that are identifiers; others belong to the address and say nothing about the product. */
function attributesOf(text: string): Element[] | undefined {
  const query = /\?([^#]*)/.exec(text)?.[1] ?? '';
  const attributes: Element[] = [];
  for (const pair of query.split(/[&;]/)) {
    const [ai = '', raw = ''] = pair.split('=');
    if (!/^\d{2,4}$/.test(ai)) continue;
    const value = decoded(raw);
    if (value === undefined || !isAttribute(identifiers.get(ai))) return undefined;
    attributes.push({ ai, value });
  }
  return attributes;
}

function isAttribute(identifier: Identifier | undefined): boolean {
  return identifier === undefined || identifier.isLinkAttribute;
}

function areQualifiersInOrder([key, ...qualifiers]: readonly Element[]): boolean {
  const alternatives = identifiers.get(key?.ai ?? '')?.qualifiers ?? [];
  return alternatives.some((allowed) => {
    const places = qualifiers.map(({ ai }) => allowed.indexOf(ai));
    return places.every((place, i) => place >= 0 && (i === 0 || place > (places[i - 1] ?? -1)));
  });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
