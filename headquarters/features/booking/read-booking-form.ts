import { type Language, languages } from '../../../domain/kernel/bilingual.ts';
import { type BirthDate, type PlainDate, parseBirthDate } from '../../../domain/kernel/plain-date.ts';
import { detailsFault, tidyDetails } from '../../../domain/people/details-fault.ts';
import type { PersonDetails } from '../../../domain/people/events.ts';
import { birthDatesIn } from '../../../domain/people/read-birth-date.ts';
import type { BookingField, FieldFaults } from '../../../pages/booking-form.ts';
import type { BookingText } from '../../../pages/booking-texts.ts';

/** What somebody typed, by the names of the fields; strings only. */
export type Typed = Readonly<Record<string, string>>;

export type ReadForm =
  | { readonly ok: true; readonly details: PersonDetails; readonly mayMail: boolean }
  | { readonly ok: false; readonly faults: FieldFaults };

export type ReadBirthDate =
  | { readonly ok: true; readonly birthDate: BirthDate }
  | { readonly ok: false; readonly fault: BookingText };

/** The birth date alone, by the same rules. */
export function readTypedBirthDate(typed: Typed, today: PlainDate): ReadBirthDate {
  const text = typed.birthDate ?? '';
  if (text.trim() === '') return { ok: false, fault: 'birthDateMissing' };
  const birthDate = wholeBirthDate(text, today);
  if (isFault(birthDate)) return { ok: false, fault: birthDate };
  const isSound = !detailsFault({ ...sound, birthDate, language: 'de' }, today);
  return isSound ? { ok: true, birthDate } : { ok: false, fault: 'birthDateWrong' };
}

const optional = ['email', 'phone', 'street', 'postcode', 'city'] as const;

const wrong: Readonly<Record<Exclude<BookingField, 'consent'>, BookingText>> = {
  givenName: 'givenNameWrong',
  familyName: 'familyNameWrong',
  birthDate: 'birthDateWrong',
  email: 'emailWrong',
  phone: 'phoneWrong',
  street: 'streetLong',
  postcode: 'postcodeWrong',
  city: 'cityLong',
};

/** The details of somebody who books, or every mistake in them at once, each at its field. */
export function readBookingForm(typed: Typed, today: PlainDate): ReadForm {
  const birthDate = wholeBirthDate(typed.birthDate ?? '', today);
  const language: Language = languages.find((each) => each === typed.language) ?? 'de';
  const given = optional.flatMap((name) => (typed[name]?.trim() ? [[name, typed[name]] as const] : []));
  const details: PersonDetails = tidyDetails({
    givenName: typed.givenName ?? '',
    familyName: typed.familyName ?? '',
    birthDate: isFault(birthDate) ? A_BIRTH_DATE : birthDate,
    language,
    ...Object.fromEntries(given),
  });
  const mayMail = typed.mayMail === 'yes';
  const faults: FieldFaults = {
    ...faultsOfDetails(details, today),
    ...(isFault(birthDate) ? { birthDate } : {}),
    ...missing(details, typed),
    ...(mayMail && details.email === undefined ? { email: 'emailMissing' as const } : {}),
    ...(typed.consent === 'yes' ? {} : { consent: 'consentMissing' as const }),
  };
  return Object.keys(faults).length === 0 ? { ok: true, details, mayMail } : { ok: false, faults };
}

/** As people type it; a year or a month alone is not enough to be found by, and a century is never guessed. */
function wholeBirthDate(text: string, today: PlainDate): BirthDate | BirthDateFault {
  const [date, another] = birthDatesIn(text, today);
  if (date?.length !== 10) return 'birthDateWrong';
  return another ? 'birthDateCentury' : date;
}

type BirthDateFault = 'birthDateWrong' | 'birthDateCentury';

function isFault(read: BirthDate | BirthDateFault): read is BirthDateFault {
  return read === 'birthDateWrong' || read === 'birthDateCentury';
}

const A_BIRTH_DATE = parseBirthDate('2000-01-01') as BirthDate;
const sound = { givenName: 'Anna', familyName: 'Anna', birthDate: A_BIRTH_DATE };

function missing({ givenName, familyName }: PersonDetails, { birthDate = '' }: Typed): FieldFaults {
  return {
    ...(givenName === '' ? { givenName: 'givenNameMissing' } : {}),
    ...(familyName === '' ? { familyName: 'familyNameMissing' } : {}),
    ...(birthDate.trim() === '' ? { birthDate: 'birthDateMissing' } : {}),
  };
}

/** Each field is held against the rules of the record by itself, beside details that are sound. */
function faultsOfDetails(details: PersonDetails, today: PlainDate): FieldFaults {
  const { language } = details;
  const names = Object.keys(wrong) as (keyof typeof wrong)[];
  const faults = names.filter(
    (name) => details[name] && detailsFault({ ...sound, language, [name]: details[name] }, today),
  );
  const found = faults.length === 0 && detailsFault(details, today) ? (['familyName'] as const) : faults;
  return Object.fromEntries(found.map((name) => [name, wrong[name]]));
}
