import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { withoutEnd } from '../../../domain/kernel/without-end.ts';
import { type DetailsFault, detailsFault, tidyDetails } from '../../../domain/people/details-fault.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { phoneKeyOf } from '../../../domain/people/phone-key.ts';
import { birthDatesIn, doubtOfBirthDate, findBirthDate } from '../../../domain/people/read-birth-date.ts';

/** Everything beside name, birth date and sex that is entered as a text, in the order of form and record. */
export const contactNames = ['phone', 'email', 'street', 'postcode', 'city', 'insuranceNumber'] as const;

type Contacts = { readonly [Name in (typeof contactNames)[number]]: string };

/** What stands in the fields: text only, the birth date as it was typed. */
export interface PersonForm extends Contacts {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate: string;
  readonly sex: '' | 'female' | 'male' | 'diverse';
  readonly language: Language;
}

export const emptyForm: PersonForm = {
  givenName: '',
  familyName: '',
  birthDate: '',
  sex: '',
  ...(Object.fromEntries(contactNames.map((name) => [name, ''])) as Contacts),
  language: 'de',
};

export type FormFault =
  | DetailsFault
  | 'birth-date-unreadable'
  | 'birth-date-no-such-day'
  | 'birth-date-century';

/** The field that a fault is about: where its sentence stands. */
export const fieldOfFault: Readonly<Record<FormFault, keyof PersonForm>> = {
  'name-missing': 'familyName',
  'name-too-long': 'familyName',
  'name-not-a-name': 'familyName',
  'name-deceptive': 'familyName',
  'name-placeholder': 'familyName',
  'birth-date-future': 'birthDate',
  'birth-date-unreadable': 'birthDate',
  'birth-date-no-such-day': 'birthDate',
  'birth-date-century': 'birthDate',
  'email-invalid': 'email',
  'phone-invalid': 'phone',
  'postcode-invalid': 'postcode',
  'text-too-long': 'street',
};

/** The details in the fields, as they would be sent; without those that are empty or may mean several things. */
export function detailsOf(form: PersonForm, today: PlainDate): Partial<PersonDetails> {
  const { birthDate, sex, ...texts } = form;
  const [date, another] = birthDatesIn(birthDate, today);
  const filled = Object.entries(texts).filter(([, value]) => value.trim() !== '');
  return {
    ...Object.fromEntries(filled),
    ...(date && !another ? { birthDate: date } : {}),
    ...(sex === '' ? {} : { sex }),
  };
}

/** Whole details, or what is missing: the same rules as the service has. `before`: what the record says so far. */
export function checkForm(
  form: PersonForm,
  today: PlainDate,
  before?: PersonDetails,
): { readonly details: PersonDetails } | { readonly fault: FormFault } {
  const entered = detailsOf(form, today);
  if (!entered.birthDate) {
    if (birthDatesIn(form.birthDate, today).length > 1) return { fault: 'birth-date-century' };
    const doubt = doubtOfBirthDate(form.birthDate, today);
    if (doubt === 'no-such-day') return { fault: 'birth-date-no-such-day' };
    return { fault: doubt === 'future' ? 'birth-date-future' : 'birth-date-unreadable' };
  }
  const details = tidyDetails({
    ...entered,
    givenName: form.givenName,
    familyName: form.familyName,
    birthDate: entered.birthDate,
    language: form.language,
  });
  const fault = detailsFault(details, today, before);
  return fault ? { fault } : { details };
}

export function formOf(details: Partial<PersonDetails>, writeDate: (date: BirthDate) => string): PersonForm {
  const { birthDate, country: _, ...texts } = details;
  return { ...emptyForm, ...texts, birthDate: birthDate ? writeDate(birthDate) : '' };
}

/** Fields filled with what was typed into a search: family name first, as lists have it; the date where there is one. */
export function formOfTyped(
  typed: string,
  today: PlainDate,
  writeDate: (date: BirthDate) => string,
): PersonForm {
  const text = typed.trim().slice(0, 200);
  if (/^[^\s@]+@\S+$/.test(text)) return { ...emptyForm, email: text };
  if (/^[+0][\d\s()/.-]{5,}$/.test(text) && phoneKeyOf(text)) return { ...emptyForm, phone: text };
  const found = findBirthDate(text, Number(today.slice(0, 4)));
  const [date, another] = found ? birthDatesIn(found.typed, today) : [];
  const name = withoutEnd((found?.rest ?? text).trimEnd(), ';,').trim();
  const [family = '', given] = name.includes(',')
    ? split(name, name.indexOf(','))
    : split(name, name.lastIndexOf(' '));
  return {
    ...emptyForm,
    familyName: capitalised(family),
    givenName: capitalised(given ?? ''),
    // Of two centuries neither is chosen: what was typed stays to be completed.
    birthDate: another ? (found?.typed ?? '') : date ? writeDate(date) : '',
  };
}

function split(name: string, at: number): string[] {
  return at < 0 ? [name] : [name.slice(0, at).trim(), name.slice(at + 1).trim()];
}

/** Quick typing leaves capitals out; a name with any capital is left as it is. */
function capitalised(name: string): string {
  if (name !== name.toLowerCase()) return name;
  return name.replace(
    /(^|[\s-])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}
