import { componentChecks } from './component-checks.ts';
import type { Gs1Reason } from './gs1-refusal.ts';
import type { Component, Identifier } from './identifiers.ts';

const charsets: Record<Component['charset'], RegExp> = {
  N: /^\d*$/,
  X: /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]*$/,
  Y: /^[#\-/0-9A-Z]*$/,
  // Base64 for addresses; padding, where there is any, fills up to a multiple of three as the tables say.
  Z: /^[A-Za-z0-9_-]*={0,2}$/,
};

/** Why a value is not one of this identifier, or undefined if it is. */
export function checkValue(
  { components, maxLength }: Identifier,
  value: string,
  referenceYear: number,
): Gs1Reason | undefined {
  if (value === '') return 'value-missing';
  let position = 0;
  for (const component of components) {
    const piece = value.slice(position, position + component.maxLength);
    if (piece === '' && component.isOptional) continue;
    const reason = checkPiece(component, piece, referenceYear);
    if (reason) return reason;
    position += piece.length;
  }
  return value.length > maxLength || position < value.length ? 'value-too-long' : undefined;
}

function checkPiece(component: Component, piece: string, referenceYear: number): Gs1Reason | undefined {
  if (!charsets[component.charset].test(piece)) return 'character-foreign';
  if (piece.length < component.minLength) return 'value-too-short';
  if (component.charset === 'Z' && piece.includes('=') && piece.length % 3 !== 0) return 'character-foreign';
  for (const name of component.checks) {
    const found = componentChecks.get(name);
    if (!found) throw new Error(`No check is called ${name}.`);
    if (!found.passes(piece, referenceYear)) return found.reason;
  }
  return undefined;
}
