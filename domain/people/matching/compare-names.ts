import { jaroWinkler } from '@skyra/jaro-winkler';
import { distance } from 'fastest-levenshtein';
import type { NameForms } from './name-forms.ts';

/** How well two names agree. */
export type NameAgreement =
  | 'same'
  | 'part'
  | 'similar'
  | 'distantly-similar'
  | 'sounds-alike'
  | 'initial'
  | 'different'
  | 'missing';

export interface NameEvidence {
  readonly agreement: NameAgreement;
  /** log2 of how much likelier this is for one person than for two. */
  readonly bits: number;
}

/** How often a name (folded) occurs among the people compared, 0 to 1: agreeing on a rare one says more. */
export type NameFrequency = (folded: string) => number;

// How often the names of one person agree in this way between two records, from files of real typing errors.
const sameRate = 0.8;
const slipRate = 0.16;
const twoSlipsRate = 0.012;
const partRate = 0.03;
const initialRate = 0.01;
const differentRate = 0.004;
/** A slip makes one of about so many spellings out of a name. */
const spellingsOfASlip = 250;
/** Words of a double name are shared by that many times more people than the whole name. */
const wholeToWord = 1.5;

export function compareNames(one: NameForms, other: NameForms, frequency: NameFrequency): NameEvidence {
  if (one.folded === '' || other.folded === '') return { agreement: 'missing', bits: 0 };
  const agreement = agreementOf(one, other);
  return { agreement, bits: bitsOf(agreement, one, other, frequency) };
}

function bitsOf(
  agreement: NameAgreement,
  one: NameForms,
  other: NameForms,
  frequency: NameFrequency,
): number {
  switch (agreement) {
    case 'same':
      return Math.log2(sameRate / Math.max(frequency(one.folded), frequency(other.folded)));
    case 'part':
      return Math.log2(partRate / (wholeToWord * Math.min(...sharedWords(one, other).map(frequency))));
    case 'similar':
    case 'sounds-alike':
      return slipBits(slipRate, one, other, frequency);
    case 'distantly-similar':
      return slipBits(twoSlipsRate, one, other, frequency);
    case 'initial':
      return Math.log2(initialRate / 0.08);
    case 'different':
      return Math.log2(differentRate / 0.95);
    case 'missing':
      return 0;
  }
}

/** A spelling that nobody else has is a slip; one that many have (Meier beside Meyer) is another name. */
function slipBits(rate: number, one: NameForms, other: NameForms, frequency: NameFrequency): number {
  const rarer = Math.min(frequency(one.folded), frequency(other.folded));
  return Math.log2(rate / (spellingsOfASlip * rarer));
}

/** The words of both names that stand in the other one too; one of two letters says nothing by itself. */
function sharedWords(one: NameForms, other: NameForms): string[] {
  const told = ({ words }: NameForms) => words.filter((word) => word.length > 2);
  const [ones, others] = [told(one), told(other)];
  return [
    ...ones.filter((word) => others.some((each) => isSimilar(word, each))),
    ...others.filter((word) => ones.some((each) => isSimilar(word, each))),
  ];
}

function agreementOf(one: NameForms, other: NameForms): NameAgreement {
  if (one.folded === other.folded || sortedWords(one) === sortedWords(other)) return 'same';
  if (isSimilar(one.folded, other.folded)) return 'similar';
  if (one.sound !== '' && one.sound === other.sound) return 'sounds-alike';
  if (one.words.length + other.words.length > 2 && sharedWords(one, other).length > 0) return 'part';
  if (isInitial(one.words[0], other.words[0])) return 'initial';
  if (isDistantlySimilar(one.folded, other.folded)) return 'distantly-similar';
  return 'different';
}

/** One slip of the hand, two in a long name. */
function isSimilar(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  if (longest < 3 || Math.abs(one.length - other.length) > 2) return one === other;
  const slips = distance(one, other);
  if (slips <= 1) return true;
  return slips <= 2 && longest >= 6 && jaroWinkler(one, other) >= 0.9;
}

/** Two slips anywhere; in short names two letters make another name. */
function isDistantlySimilar(one: string, other: string): boolean {
  const longest = Math.max(one.length, other.length);
  return longest >= 5 && distance(one, other) <= 2 && jaroWinkler(one, other) >= 0.6;
}

function isInitial(one = '', other = ''): boolean {
  return (one.length === 1 || other.length === 1) && one[0] === other[0];
}

function sortedWords({ words }: NameForms): string {
  return [...words].sort().join(' ');
}
