import type { Language } from '../kernel/bilingual.ts';
import { type Bilingual, inBoth, inEach } from '../kernel/bilingual.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PersonDetails } from '../people/events.ts';
import {
  isComplete,
  openAppointments,
  type PassAppointment,
  type PassDose,
  type PassFacts,
} from './pass-facts.ts';
import type { FieldKey, MasterDatum, PassTemplate } from './pass-template.ts';
import { dateWords, momentWords } from './pass-words.ts';
import { fillPlaceholders } from './placeholders.ts';
import { shortNumberOf } from './short-number.ts';

/** A text, or a moment that every phone writes in its own way. */
export type FieldValue =
  | { readonly kind: 'text'; readonly text: Bilingual }
  | { readonly kind: 'link'; readonly url: string; readonly text: Bilingual }
  | { readonly kind: 'moment'; readonly at: Instant };

export interface PassField {
  readonly key: FieldKey;
  readonly label: Bilingual;
  readonly value: FieldValue;
  /** What the phone says when this field changed, `%@` standing for the new value. */
  readonly announcement?: Bilingual;
}

/** One field of a pass, or `undefined` where the facts give it nothing to say. */
export function passField(key: FieldKey, facts: PassFacts, template: PassTemplate): PassField | undefined {
  const made = makers[key](facts, template);
  const label = template.labels?.[key];
  return made && { key, ...made, ...(label ? { label } : {}) };
}

type Made = { readonly label: Bilingual; readonly value: FieldValue } | undefined;

const makers: Record<FieldKey, (facts: PassFacts, template: PassTemplate) => Made> = {
  'dose-count': ({ doses, plannedDoses, isVoided }) =>
    text(
      { de: 'Dosen', en: 'Doses' },
      isVoided
        ? { de: 'ungültig', en: 'void' }
        : { de: `${doses.length} von ${plannedDoses}`, en: `${doses.length} of ${plannedDoses}` },
    ),
  name: ({ person }) => text({ de: 'Name', en: 'Name' }, inBoth(person ? fullName(person) : '–')),
  'next-appointment': nextAppointment,
  'birth-date': ({ person }) => person && text(birthDateLabel, birthDate(person)),
  vaccine: ({ product }) =>
    text(
      { de: 'Impfstoff', en: 'Vaccine' },
      inEach((language) => `${product.name} (${product.disease[language]})`),
    ),
  centre: ({ centre }) => text({ de: 'Impfzentrum', en: 'Vaccination centre' }, inBoth(centre.name)),
  // Always there: a phone tells of a field that changed, and nobody vouches for one that is new.
  message: ({ message = { de: 'Noch keine', en: 'None yet' } }) =>
    text({ de: 'Mitteilung', en: 'Message' }, message),
  proof,
  'planned-dates': ({ appointments, others = [], centre }) => {
    const words = (appointment: PassAppointment, name?: string) =>
      inEach((language) => {
        const said = appointmentWords(appointment, centre.timeZone, language);
        return name === undefined ? said : `${name}, ${said}`;
      });
    return lines({ de: 'Termine', en: 'Appointments' }, [
      ...inOrder(appointments).map((appointment) => words(appointment)),
      ...others.flatMap(({ name, appointments: dates }) => inOrder(dates).map((date) => words(date, name))),
    ]);
  },
  doses: ({ doses, others = [] }) =>
    lines(
      { de: 'Erhaltene Dosen', en: 'Doses received' },
      [...doses, ...others.flatMap((other) => other.doses)].map((dose) =>
        inEach((language) => givenDoseWords(dose, language)),
      ),
    ),
  'master-data': ({ person }, { masterData }) =>
    person &&
    lines(
      { de: 'Stammdaten', en: 'Personal details' },
      [inBoth(fullName(person)), ...masterData.map((datum) => masterDatum(person, datum))].filter(isDefined),
    ),
  'house-rules': (facts, { houseRules }) =>
    houseRules.de === ''
      ? undefined
      : text({ de: 'Vor Ihrem Besuch', en: 'Before your visit' }, fillPlaceholders(houseRules, facts)),
  contact: ({ centre }) =>
    lines(
      { de: 'Kontakt', en: 'Contact' },
      [
        centre.name,
        centre.street,
        [centre.postcode, centre.city].filter(Boolean).join(' '),
        centre.phone,
        centre.email,
        centre.website,
      ]
        .filter((line) => line !== undefined && line !== '')
        .map((line) => inBoth(line ?? '')),
    ),
  'pass-link': ({ passUrl }) =>
    passUrl === undefined
      ? undefined
      : {
          label: { de: 'Pass auf einem anderen Gerät', en: 'Pass on another device' },
          value: { kind: 'link', url: passUrl, text: { de: 'Pass öffnen', en: 'Open the pass' } },
        },
  'short-number': ({ passId }) =>
    text({ de: 'Passnummer', en: 'Pass number' }, inBoth(shortNumberOf(passId))),
};

const birthDateLabel = { de: 'Geburtsdatum', en: 'Date of birth' };

function nextAppointment(facts: PassFacts): Made {
  if (facts.isVoided)
    return text({ de: 'Status', en: 'Status' }, { de: 'Pass ungültig', en: 'Pass is void' });
  const label = { de: 'Nächster Termin', en: 'Next appointment' };
  const [next] = openAppointments(facts);
  if (next) return { label, value: { kind: 'moment', at: next.startsAt } };
  return isComplete(facts)
    ? text({ de: 'Status', en: 'Status' }, { de: 'Impfserie abgeschlossen', en: 'Series complete' })
    : text(label, { de: 'noch keiner gebucht', en: 'none booked yet' });
}

/** Says that the series is complete, never that somebody is protected: that is a medical judgement. */
function proof(facts: PassFacts): Made {
  const { person, doses, product, plannedDoses, isVoided } = facts;
  const last = doses.at(-1);
  if (!person || !last || isVoided || !isComplete(facts)) return undefined;
  const name = fullName(person);
  const [allDe, allEn] =
    plannedDoses === 1
      ? ['die eine Dosis', 'the one dose']
      : [`alle ${plannedDoses} Dosen`, `all ${plannedDoses} doses`];
  const [lastDe, lastEn] = doses.length === 1 ? ['am', 'on'] : ['die letzte am', 'the last on'];
  const elsewhere = doses.filter(({ isElsewhere }) => isElsewhere).length;
  // A dose elsewhere may have been of another product: then none is named.
  const [ofDe, ofEn] = elsewhere === 0 ? [` ${product.name}`, ` of ${product.name}`] : ['', ''];
  const [partDe, partEn] =
    elsewhere === 0 ? ['', ''] : [`, davon ${elsewhere} anderswo`, `, ${elsewhere} of them elsewhere`];
  return text(
    { de: 'Impfnachweis', en: 'Proof of vaccination' },
    {
      de:
        `${name}, geboren ${dateWords(person.birthDate, 'de')}, hat ${allDe}${ofDe} ` +
        `gegen ${product.disease.de} erhalten${partDe}, ${lastDe} ${dateWords(last.givenOn, 'de')}.`,
      en:
        `${name}, born ${dateWords(person.birthDate, 'en')}, has received ${allEn}${ofEn} ` +
        `against ${product.disease.en}${partEn}, ${lastEn} ${dateWords(last.givenOn, 'en')}.`,
    },
  );
}

function appointmentWords(appointment: PassAppointment, zone: string, language: Language): string {
  const moment = momentWords(appointment.startsAt, zone, language);
  const status = statusWords[appointment.status]?.[language];
  return `${doseWords(appointment.plannedDose, language)}: ${moment}${status ? ` – ${status}` : ''}`;
}

const statusWords: Partial<Record<PassAppointment['status'], Bilingual>> = {
  attended: { de: 'wahrgenommen', en: 'attended' },
  'not-vaccinated': { de: 'nicht geimpft', en: 'not vaccinated' },
  cancelled: { de: 'abgesagt', en: 'cancelled' },
  'no-show': { de: 'nicht wahrgenommen', en: 'missed' },
};

function givenDoseWords(dose: PassDose, language: Language): string {
  const day = dateWords(dose.givenOn, language);
  const [latest, elsewhere, lot] =
    language === 'de' ? ['spätestens', 'anderswo', 'Charge'] : ['at the latest', 'elsewhere', 'lot'];
  const when = dose.isDayKnown === false ? `${latest} ${day}` : day;
  const what = dose.isElsewhere ? elsewhere : `${lot} ${dose.lot ?? ''}`;
  return `${doseWords(dose.ordinal, language)}: ${[when, dose.productName, what].filter(Boolean).join(', ')}`;
}

function doseWords(ordinal: number, language: Language): string {
  return language === 'de' ? `${ordinal}. Dosis` : `Dose ${ordinal}`;
}

function masterDatum(person: PersonDetails, datum: MasterDatum): Bilingual | undefined {
  switch (datum) {
    case 'birth-date':
      return inEach((language) => `${birthDateLabel[language]}: ${birthDate(person)[language]}`);
    case 'address': {
      const town = [person.postcode, person.city].filter(Boolean).join(' ');
      const address = [person.street, town].filter(Boolean).join(', ');
      return address === '' ? undefined : inBoth(address);
    }
    case 'email':
      return person.email === undefined ? undefined : inBoth(person.email);
    case 'phone':
      return person.phone === undefined ? undefined : inBoth(person.phone);
    case 'insurance-number':
      return person.insuranceNumber === undefined
        ? undefined
        : inEach(
            (language) =>
              `${language === 'de' ? 'Versichertennummer' : 'Insurance number'}: ${person.insuranceNumber}`,
          );
  }
}

function birthDate(person: PersonDetails): Bilingual {
  return inEach((language) => dateWords(person.birthDate, language));
}

function fullName({ givenName, familyName }: PersonDetails): string {
  return `${givenName} ${familyName}`.trim();
}

function inOrder(appointments: readonly PassAppointment[]): PassAppointment[] {
  return [...appointments].sort((one, other) => (one.startsAt < other.startsAt ? -1 : 1));
}

function text(label: Bilingual, words: Bilingual): Made {
  return { label, value: { kind: 'text', text: words } };
}

function lines(label: Bilingual, items: readonly Bilingual[]): Made {
  if (items.length === 0) return undefined;
  return text(
    label,
    inEach((language) => items.map((item) => item[language]).join('\n')),
  );
}

function isDefined<Value>(value: Value | undefined): value is Value {
  return value !== undefined;
}
