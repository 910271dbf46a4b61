import { accept, type Result, refuse } from '../kernel/result.ts';

export type CertificateTextRefusal =
  | 'certificate-characters'
  | 'certificate-truncated'
  | 'health-card-in-parts';

/**
 * The text of an EU digital certificate (`HC1:` and Base45), by its syntax alone. Small letters come from
 * Caps Lock, as Base45 has none.
 */
export function parseHcertText(text: string): Result<string, CertificateTextRefusal> {
  const upper = /[A-Z]/.test(text) ? text : text.toUpperCase();
  const body = upper.slice('HC1:'.length);
  if (!/^[0-9A-Z $%*+\-./:]*$/.test(body)) return refuse('certificate-characters');
  return body.length > 2 && body.length % 3 !== 1 ? accept(upper) : refuse('certificate-truncated');
}

/** The text of a SMART Health Card (`shc:/` and two digits for each character), by its syntax alone. */
export function parseHealthCardText(text: string): Result<string, CertificateTextRefusal> {
  // The one part of one is the whole card.
  const body = text.slice('shc:/'.length).replace(/^1\/1\//, '');
  if (/^\d+\/\d+\//.test(body)) return refuse('health-card-in-parts');
  if (body === '') return refuse('certificate-truncated');
  if (!/^\d+$/.test(body)) return refuse('certificate-characters');
  if (body.length % 2 !== 0) return refuse('certificate-truncated');
  // Each pair is a character's code less 45; a token has none above `z`.
  const isWhole = (body.match(/../g) ?? []).every((pair) => Number(pair) + 45 <= 'z'.charCodeAt(0));
  return isWhole ? accept(`shc:/${body}`) : refuse('certificate-characters');
}
