import { phoneKeyOf } from '../phone-key.ts';
import { insuranceKeyOf } from '../search-key.ts';
import {
  type BirthAgreement,
  type BirthParts,
  birthPartsOf,
  compareBirthDates,
} from './compare-birth-dates.ts';
import { compareNames, type NameAgreement, type NameEvidence, type NameFrequency } from './compare-names.ts';
import { type NameForms, nameForms } from './name-forms.ts';

/** What is known of somebody when duplicates are looked for. */
export interface MatchPerson {
  readonly givenName: string;
  readonly familyName: string;
  /** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly birthDate?: string;
  readonly phone?: string;
  readonly email?: string;
  readonly insuranceNumber?: string;
  readonly postcode?: string;
}

/** A person with every form computed that comparisons need: made once, compared often. */
export interface PreparedPerson {
  readonly given: NameForms;
  readonly family: NameForms;
  readonly birth: BirthParts | undefined;
  readonly contacts: Readonly<Record<'phone' | 'email' | 'insuranceNumber' | 'postcode', string | undefined>>;
}

export type MatchReason =
  | 'same-name'
  | 'name-similar'
  | 'name-sounds-alike'
  | 'name-partly-same'
  | 'names-swapped'
  | 'name-begins'
  | 'name-spaced'
  | 'same-birth-date'
  | 'birth-date-fits'
  | 'day-month-swapped'
  | 'birth-date-similar'
  | 'same-phone'
  | 'phone-begins'
  | 'same-email'
  | 'same-insurance-number'
  | 'same-pass-number';

export interface Comparison {
  /** log2 of the likelihood ratio (Fellegi and Sunter): each bit doubles the odds that both are one person. */
  readonly bits: number;
  readonly reasons: readonly MatchReason[];
}

export interface NameFrequencies {
  readonly given: NameFrequency;
  readonly family: NameFrequency;
}

/** Where nothing is known of how common names are here: one person in 200 has a given one. */
export const ordinaryNames: NameFrequencies = { given: () => 0.005, family: () => 0.003 };

export function preparePerson(person: MatchPerson): PreparedPerson {
  const { phone, email, insuranceNumber, postcode } = person;
  return {
    given: nameForms(person.givenName),
    family: nameForms(person.familyName),
    birth: birthPartsOf(person.birthDate),
    contacts: {
      phone: (phone && phoneKeyOf(phone)) || undefined,
      email: email?.trim().toLowerCase() || undefined,
      insuranceNumber: (insuranceNumber && insuranceKeyOf(insuranceNumber)) || undefined,
      postcode: postcode?.trim() || undefined,
    },
  };
}

/** How likely two records are one person, and why. Symmetric; nothing is decided here. */
export function comparePersons(
  one: PreparedPerson,
  other: PreparedPerson,
  frequencies: NameFrequencies = ordinaryNames,
): Comparison {
  const names = compareBothNames(one, other, frequencies);
  const birth = compareBirthDates(one.birth, other.birth);
  const contacts = compareContacts(one, other);
  const nameReason = names.isSwapped ? 'names-swapped' : nameReasonOf(names.given, names.family);
  const birthReason = birthReasons[birth.agreement];
  return {
    bits: names.bits + birth.bits + contacts.bits,
    reasons: [
      ...(birthReason ? [birthReason] : []),
      ...(nameReason ? [nameReason] : []),
      ...contacts.reasons,
    ],
  };
}

interface BothNames {
  readonly given: NameEvidence;
  readonly family: NameEvidence;
  readonly bits: number;
  readonly isSwapped: boolean;
}

/** Given and family name in their places, or changed over, whichever explains the two records better. */
function compareBothNames(
  one: PreparedPerson,
  other: PreparedPerson,
  { given, family }: NameFrequencies,
): BothNames {
  const straight = {
    given: compareNames(one.given, other.given, given),
    family: compareNames(one.family, other.family, family),
  };
  const bits = straight.given.bits + straight.family.bits;
  if (straight.given.agreement === 'same' || straight.family.agreement === 'same')
    return { ...straight, bits, isSwapped: false };
  const either: NameFrequency = (folded) => (given(folded) + family(folded)) / 2;
  const crossed = {
    given: compareNames(one.given, other.family, either),
    family: compareNames(one.family, other.given, either),
  };
  const crossedBits = crossed.given.bits + crossed.family.bits + swapBits;
  return crossedBits > bits
    ? { ...crossed, bits: crossedBits, isSwapped: true }
    : { ...straight, bits, isSwapped: false };
}

/** Names stand in each other's place in about two records of a hundred. */
const swapBits = Math.log2(0.02);

const contactWeights = {
  insuranceNumber: { sameBits: 18, otherBits: -6, reason: 'same-insurance-number' },
  email: { sameBits: 8, otherBits: -0.5, reason: 'same-email' },
  phone: { sameBits: 7, otherBits: -0.5, reason: 'same-phone' },
  postcode: { sameBits: 4, otherBits: -1, reason: undefined },
} as const;

function compareContacts(
  one: PreparedPerson,
  other: PreparedPerson,
): { bits: number; reasons: MatchReason[] } {
  let bits = 0;
  const reasons: MatchReason[] = [];
  for (const name of ['insuranceNumber', 'email', 'phone', 'postcode'] as const) {
    const [a, b] = [one.contacts[name], other.contacts[name]];
    if (a === undefined || b === undefined) continue;
    const { sameBits, otherBits, reason } = contactWeights[name];
    bits += a === b ? sameBits : otherBits;
    if (a === b && reason) reasons.push(reason);
  }
  return { bits, reasons };
}

const nameOrder: readonly NameAgreement[] = [
  'same',
  'similar',
  'distantly-similar',
  'sounds-alike',
  'part',
  'initial',
  'different',
  'missing',
];

/** The weaker of both names is the one worth telling; a name that one record lacks tells nothing. */
function nameReasonOf(given: NameEvidence, family: NameEvidence): MatchReason | undefined {
  const told = [given, family].filter(({ agreement }) => agreement !== 'missing');
  const worse = Math.max(...told.map(({ agreement }) => nameOrder.indexOf(agreement)));
  switch (nameOrder[worse]) {
    case 'same':
      return 'same-name';
    case 'similar':
    case 'distantly-similar':
      return 'name-similar';
    case 'sounds-alike':
      return 'name-sounds-alike';
    case 'part':
    case 'initial':
      return 'name-partly-same';
    default:
      return undefined;
  }
}

const birthReasons: Readonly<Partial<Record<BirthAgreement, MatchReason>>> = {
  same: 'same-birth-date',
  fits: 'birth-date-fits',
  swapped: 'day-month-swapped',
  'one-part-differs': 'birth-date-similar',
};
