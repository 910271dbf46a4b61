/** What the check character of a UVCI runs over, in the order that gives each symbol its value. */
const symbols = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/:';

/** A unique vaccination certificate identifier of version 01 with an opaque part: `URN:UVCI:01:DE:…#C`. */
export function makeUvci(country: string, opaque: string): string {
  const body = `URN:UVCI:01:${country}:${opaque}`;
  return `${body}#${checkCharacter(body)}`;
}

/** False for a check character that does not fit; true also for a UVCI without one, which is allowed. */
export function uvciHolds(uvci: string): boolean {
  const [body = '', check, ...more] = uvci.split('#');
  if (more.length > 0) return false;
  return check === undefined || checkCharacter(body) === check;
}

/** Luhn modulo 38 over the whole identifier; undefined if a symbol has no value. */
export function checkCharacter(body: string): string | undefined {
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const value = symbols.indexOf(body.charAt(body.length - 1 - i));
    if (value < 0) return undefined;
    const product = value * (i % 2 === 0 ? 2 : 1);
    sum += Math.floor(product / symbols.length) + (product % symbols.length);
  }
  return symbols.charAt((symbols.length - (sum % symbols.length)) % symbols.length);
}
