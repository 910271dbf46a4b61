import { PKPass } from 'passkit-generator';
import type { PassAssets } from './compile-template.ts';

/**
 * What passkit-generator's pass model has against a pass.json. It leaves out what it does not accept and only
 * says so on the console: so its warnings are caught, and its model is compared with what was put in.
 */
export function modelWarnings(json: Record<string, unknown>, assets: PassAssets): string[] {
  const warnings: string[] = [];
  const warn = console.warn;
  console.warn = (...words: unknown[]) => void warnings.push(words.map(String).join(' '));
  try {
    const images = [...assets].map(([name, content]) => [name, Buffer.from(content)] as const);
    const files = { 'pass.json': Buffer.from(JSON.stringify(json)), ...Object.fromEntries(images) };
    const { props } = new PKPass(files);
    const plain: Record<string, unknown> = JSON.parse(JSON.stringify(props));
    for (const [key, value] of Object.entries(json))
      if (!isSame(plain[key], JSON.parse(JSON.stringify(value)))) warnings.push(`${key} was not accepted.`);
  } catch (error) {
    warnings.push(error instanceof Error ? error.message : String(error));
  } finally {
    console.warn = warn;
  }
  return warnings;
}

/** Deeply, whatever the order of keys; a model may add defaults, but not lose or change anything. */
function isSame(kept: unknown, given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return kept === given || isSameMoment(kept, given);
  if (typeof kept !== 'object' || kept === null) return false;
  return Object.entries(given).every(([key, value]) => isSame((kept as Record<string, unknown>)[key], value));
}

/** The model writes dates in its own way. */
function isSameMoment(kept: unknown, given: unknown): boolean {
  const isDate = (value: unknown) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value);
  return isDate(kept) && isDate(given) && Date.parse(String(kept)) === Date.parse(String(given));
}
