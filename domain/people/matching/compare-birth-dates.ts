/** A birth date in parts; months and days may be unknown. */
export interface BirthParts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

/** `fits`: one of both is known by year or month only, and nothing known differs. */
export type BirthAgreement = 'same' | 'fits' | 'swapped' | 'one-part-differs' | 'different' | 'missing';

export interface BirthEvidence {
  readonly agreement: BirthAgreement;
  readonly bits: number;
}

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function birthPartsOf(text: string | undefined): BirthParts | undefined {
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text ?? '');
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  return {
    year: Number(year),
    ...(month ? { month: Number(month) } : {}),
    ...(day ? { day: Number(day) } : {}),
  };
}

// Births spread over about 70 years. In files of real typing errors a part differs between two records of one
// person in one case of seven, and mostly by one digit or by one.
const year = {
  sameBits: Math.log2(0.85 * 65),
  nearBits: Math.log2(0.11 / 0.22),
  otherBits: Math.log2(0.04 / 0.76),
};
const month = {
  sameBits: Math.log2(0.89 * 12),
  nearBits: Math.log2(0.07 / 0.16),
  otherBits: Math.log2(0.04 / 0.76),
};
const day = {
  sameBits: Math.log2(0.84 * 30),
  nearBits: Math.log2(0.12 / 0.37),
  otherBits: Math.log2(0.04 / 0.6),
};
const swappedBits = Math.log2((0.01 * 12 * 30) / 2);

export function compareBirthDates(one: BirthParts | undefined, other: BirthParts | undefined): BirthEvidence {
  if (!one || !other) return { agreement: 'missing', bits: 0 };
  const parts = [
    part(one.year, other.year, year),
    part(one.month, other.month, month, isNeighbour),
    part(one.day, other.day, day),
  ];
  const differing = parts.filter(({ isSame }) => isSame === false).length;
  if (isSwapped(one, other))
    return { agreement: 'swapped', bits: part(one.year, other.year, year).bits + swappedBits };
  return {
    agreement: agreementOf(
      differing,
      parts.some(({ isSame }) => isSame === undefined),
    ),
    bits: parts.reduce((sum, { bits }) => sum + bits, 0),
  };
}

function agreementOf(differing: number, isPartUnknown: boolean): BirthAgreement {
  if (differing === 0) return isPartUnknown ? 'fits' : 'same';
  return differing === 1 ? 'one-part-differs' : 'different';
}

interface PartWeights {
  readonly sameBits: number;
  readonly nearBits: number;
  readonly otherBits: number;
}

function part(
  one: number | undefined,
  other: number | undefined,
  weights: PartWeights,
  isNear: (one: number, other: number) => boolean = isOneDigitOff,
) {
  if (one === undefined || other === undefined) return { isSame: undefined, bits: 0 };
  if (one === other) return { isSame: true, bits: weights.sameBits };
  return { isSame: false, bits: isNear(one, other) ? weights.nearBits : weights.otherBits };
}

/** Months of one digit all look alike but for it: only the one before and after is a likely slip. */
function isNeighbour(one: number, other: number): boolean {
  return Math.abs(one - other) === 1;
}

/** 1947 and 1997, 20 and 29, 3 and 13; and neighbours, 29 and 30. */
function isOneDigitOff(one: number, other: number): boolean {
  if (isNeighbour(one, other)) return true;
  const [a, b] = [String(one).padStart(2, '0'), String(other).padStart(2, '0')];
  if (a.length !== b.length) return false;
  return [...a].filter((digit, index) => digit !== b[index]).length === 1;
}

function isSwapped(one: BirthParts, other: BirthParts): boolean {
  return (
    one.month !== undefined &&
    one.day !== undefined &&
    one.month !== one.day &&
    one.month === other.day &&
    one.day === other.month
  );
}
