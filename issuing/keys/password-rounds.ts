import forge from 'node-forge';

const { Type } = forge.asn1;

/** Ten times what careful exports ask for; the key of a centre takes a second at most. */
const mostRounds = 1_000_000;
/** N * r * p of scrypt: 2^14 * 8 is usual. */
const mostScryptWork = 2 ** 21;
/** A PKCS#12 file holds files within files: so many of them, one in the other. */
const mostLayers = 8;

/**
 * Whether something protected by a password (PKCS#12, PKCS#8) asks for so much hashing that trying the password is an
 * attack; what cannot be read as DER is not told. Only what lies open is seen: what is encrypted inside is not.
 */
export function asksForTooManyRounds(binary: string): boolean {
  const structure = parsed(binary);
  return structure !== undefined && isCostly(structure, 0);
}

function isCostly(node: forge.asn1.Asn1, layer: number): boolean {
  if (node.type === Type.OCTETSTRING && node.tagClass === forge.asn1.Class.UNIVERSAL)
    return layer < mostLayers && isCostlyInside(contentOf(node), layer + 1);
  if (!Array.isArray(node.value)) return false;
  return isCostlyList(node.value) || node.value.some((inner) => isCostly(inner, layer));
}

function isCostlyInside(content: string, layer: number): boolean {
  const inner = parsed(content);
  return inner !== undefined && isCostly(inner, layer);
}

/** Everywhere the number of rounds stands behind the salt; behind scrypt's stand all three of its costs. */
function isCostlyList(list: readonly forge.asn1.Asn1[]): boolean {
  const salt = list.findIndex(({ type }, index) => {
    const next = list[index + 1];
    return type === Type.OCTETSTRING && next?.type === Type.INTEGER;
  });
  if (salt < 0) return false;
  const numbers = list
    .slice(salt + 1)
    .filter(({ type }) => type === Type.INTEGER)
    .map(numberOf);
  const [rounds = 0] = numbers;
  return rounds > mostRounds || (numbers.length > 2 && numbers.reduce((a, b) => a * b, 1) > mostScryptWork);
}

function numberOf({ value }: forge.asn1.Asn1): number {
  return typeof value === 'string' ? Number(`0x${Buffer.from(value, 'latin1').toString('hex') || '0'}`) : 0;
}

function contentOf({ value }: forge.asn1.Asn1): string {
  return typeof value === 'string' ? value : value.map(contentOf).join('');
}

function parsed(binary: string): forge.asn1.Asn1 | undefined {
  try {
    const options = { strict: true, parseAllBytes: false, decodeBitStrings: false };
    return forge.asn1.fromDer(binary, options as unknown as boolean);
  } catch {
    return undefined;
  }
}
