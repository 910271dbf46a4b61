/**
 * The token of a hand-over link of our own headquarters: `base` (scheme, host and path, with the slash) and
 * the token. Any other address is foreign; none is ever opened.
 */
export function handOverTokenOf(text: string, base: string | undefined): string | undefined {
  if (base === undefined || !text.startsWith(base)) return undefined;
  const token = text.slice(base.length);
  return /^[A-Za-z0-9_-]{16,128}$/.test(token) ? token : undefined;
}

export function looksLikeAddress(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(text) || /^(?:javascript|data|mailto|tel|file):/i.test(text);
}
