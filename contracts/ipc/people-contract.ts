import { z } from 'zod';
import { mayDisclose, mayErase, mayKeepRecords, mayLookUp } from '../../domain/people/who-may.ts';
import { viewReasons } from '../../domain/staff/view-reason.ts';
import { dayPrecisions } from '../../domain/vaccination/paper-day.ts';
import { command, query } from './channel.ts';
import { doseCorrection, paperDoseCorrection } from './dose-versions.ts';
import { personBrief, tellingApart } from './person-brief.ts';
import { personCard } from './person-card.ts';
import {
  appointmentId,
  bilingual,
  birthDate,
  doseId,
  freeText,
  instant,
  language,
  personId,
  plainDate,
  productId,
  requestId,
} from './schemas.ts';
import { secondSignIn, secondSignInRefusals } from './second-sign-in.ts';

/** Somebody that a search found, and why. */
export const personHit = personBrief.extend({
  isRestricted: z.boolean(),
  /** Absent where the name merely begins as it was typed: everybody sees that. */
  reason: bilingual.optional(),
  ...tellingApart,
});
export type PersonHit = z.output<typeof personHit>;

/** Somebody who may be the person in a form. */
const likelyDuplicate = personHit.extend({
  /** Agrees so much that a second record is only made once somebody said that it is another person. */
  isNearCertain: z.boolean(),
  /** Doses given, of all records of the person; told of those who are near certain. */
  doseCount: z.number().optional(),
});
export type LikelyDuplicate = z.output<typeof likelyDuplicate>;

// Far longer than any rule of the domain lets pass: those have a sentence for what is too long.
const text = z.string().max(1000);

/** Master data as a form sends them; empty fields count as absent. */
export const personDetails = z.object({
  givenName: text,
  familyName: text,
  birthDate,
  sex: z.enum(['female', 'male', 'diverse']).optional(),
  email: text.optional(),
  phone: text.optional(),
  street: text.optional(),
  postcode: text.optional(),
  city: text.optional(),
  country: text.optional(),
  insuranceNumber: text.optional(),
  language,
});

const detailsFaults = [
  'name-missing',
  'name-too-long',
  'name-not-a-name',
  'name-deceptive',
  'name-placeholder',
  'birth-date-future',
  'email-invalid',
  'phone-invalid',
  'postcode-invalid',
  'text-too-long',
] as const;
const correctionReason = z.enum(['typing-error', 'changed', 'other']);
const restrictionReason = z.enum([
  'erasure-requested',
  'accuracy-disputed',
  'unlawful',
  'needed-for-claims',
  'objection',
]);
const consentChannel = z.enum(['email']);

/** One version of the master data: the present one, or what the record said before. */
const recordVersion = z.object({
  recordedAt: instant,
  /** Who wrote it; absent where no member of staff did. */
  by: z.string().optional(),
  /** Absent in the first version. */
  why: z.enum([...correctionReason.options, 'list']).optional(),
  details: personDetails,
});

const paperDay = z.object({ givenOn: plainDate, precision: z.enum(dayPrecisions) });
const paperDose = z.object({
  requestId,
  personId,
  entry: z.object({ page: freeText(100), productName: freeText(100), lot: freeText(40).optional() }),
  /** Somebody looked: it is none of those that stand in the record already. */
  isAnother: z.boolean().optional(),
});
const paperRefusals = [
  'person-unknown',
  'paper-entry-missing',
  'paper-product-missing',
  'lot-invalid',
  'dose-to-come',
  'dose-before-birth',
  'dose-known',
  'dose-perhaps-known',
] as const;

/** Everything the record of one person shows. */
export const personRecord = z.object({
  personId,
  status: z.enum(['registered', 'restricted']),
  details: personDetails,
  restriction: z
    .object({ why: restrictionReason, restrictedAt: instant, eraseFrom: plainDate.optional() })
    .optional(),
  consents: z.array(
    z.object({
      channel: consentChannel,
      isGiven: z.boolean(),
      recordedAt: instant,
      by: z.string().optional(),
    }),
  ),
  /** Other records of the same person; `isDirect` where the link is to this very record. */
  linked: z.array(personBrief.extend({ isDirect: z.boolean() })),
  /** Records of others that somebody told apart from this one. */
  toldApart: z.array(personBrief),
  doses: personCard.shape.doses,
  /** Newest first; the first is the present one. */
  versions: z.array(recordVersion),
  /** The latest first. */
  doseCorrections: z.array(doseCorrection),
  paperDoseCorrections: z.array(paperDoseCorrection),
  /** The first day on which a request to be erased would be carried out; absent where it would be at once. */
  keptUntil: plainDate.optional(),
});
export type PersonRecord = z.output<typeof personRecord>;

const linkRefusals = [
  'person-unknown',
  'same-person',
  'already-linked',
  'not-linked',
  'already-told-apart',
  ...secondSignInRefusals,
] as const;
const doubleDate = z.object({ appointmentId, plannedDose: z.int(), startsAt: instant });
export type DoubleDate = z.output<typeof doubleDate>;
const searchText = z.string().max(4300);
const done = z.object({ personId });

export const peopleContract = {
  /** Everybody who may be meant by what was typed, the likeliest first. */
  'people.search': query({
    access: mayLookUp,
    input: z.object({ text: searchText }),
    output: z.object({
      hits: z.array(personHit),
      /** More people fit than are shown: something has to be added to what was typed. */
      hasMore: z.boolean(),
    }),
  }),
  /** Who begins so: quick enough for every key. */
  'people.suggest': query({
    access: mayLookUp,
    input: z.object({ text: searchText }),
    output: z.object({ hits: z.array(personHit) }),
  }),
  /** Who may be the same person as the one in a form that is being filled; `exceptId` is the record itself. */
  'people.likely-duplicates': query({
    access: mayKeepRecords,
    input: z.object({
      details: personDetails.partial(),
      exceptId: personId.optional(),
    }),
    output: z.object({ hits: z.array(likelyDuplicate) }),
  }),
  'people.record': query({
    access: mayLookUp,
    input: z.object({ personId, why: z.enum(viewReasons).default('question') }),
    output: personRecord,
    refusals: ['person-unknown', 'person-restricted'],
  }),
  /** Everything about one person, as a file (GDPR Art. 15). */
  'people.export': query({
    access: mayDisclose,
    input: z.object({ personId, format: z.enum(['json', 'pdf']), language }),
    output: z.object({ fileName: z.string(), mediaType: z.string(), base64: z.string() }),
    refusals: ['person-unknown', 'person-restricted'],
  }),
  'people.register': command({
    access: mayKeepRecords,
    input: z.object({ requestId, details: personDetails }),
    output: done,
    refusals: ['person-already-registered', ...detailsFaults],
  }),
  'people.correct': command({
    access: mayKeepRecords,
    input: z.object({ requestId, personId, details: personDetails, why: correctionReason }),
    output: done,
    refusals: ['person-unknown', 'nothing-changed', ...detailsFaults],
  }),
  /** A dose that whoever is signed in sees in a booklet. */
  'people.record-paper-dose': command({
    access: mayKeepRecords,
    input: paperDose.extend({ productId, ...paperDay.shape }),
    output: done,
    refusals: [...paperRefusals, 'product-unknown'],
  }),
  'people.correct-paper-dose': command({
    access: mayKeepRecords,
    /** Without `day` it stays as it was read. */
    input: paperDose.extend({ doseId, day: paperDay.optional(), note: freeText(500) }),
    output: done,
    refusals: [...paperRefusals, 'dose-unknown', 'dose-already-voided', 'dose-unchanged', 'note-missing'],
  }),
  'people.consent': command({
    access: mayKeepRecords,
    input: z.object({ requestId, personId, channel: consentChannel, isGiven: z.boolean() }),
    output: done,
    refusals: ['person-unknown', 'email-missing'],
  }),
  /** Dates that each of two records has and the other as well, before somebody says whether they are one person's. */
  'people.double-dates': query({
    access: mayKeepRecords,
    input: z.object({ personId, otherId: personId }),
    output: z.object({ ofPerson: doubleDate.array(), ofOther: doubleDate.array() }),
  }),
  /** With `release`, dates of one of them end that the other has as well: exactly those that were shown. */
  'people.link': command({
    access: mayKeepRecords,
    approvers: mayKeepRecords,
    input: z.object({
      requestId,
      personId,
      otherId: personId,
      release: z
        .object({ of: z.enum(['person', 'other']), appointmentIds: z.array(appointmentId).min(1).max(50) })
        .optional(),
      secondSignIn,
    }),
    output: done,
    refusals: [...linkRefusals, 'dates-changed'],
  }),
  'people.unlink': command({
    access: mayKeepRecords,
    approvers: mayKeepRecords,
    input: z.object({ requestId, personId, otherId: personId, secondSignIn }),
    output: done,
    refusals: linkRefusals,
  }),
  /** The two records are of two people: neither scan nor dose asks about them again. */
  'people.tell-apart': command({
    access: mayKeepRecords,
    approvers: mayKeepRecords,
    input: z.object({ requestId, personId, otherId: personId, secondSignIn }),
    output: done,
    refusals: linkRefusals,
  }),
  'people.restrict': command({
    access: mayErase,
    input: z.object({ requestId, personId, why: restrictionReason.exclude(['erasure-requested']) }),
    output: done,
    refusals: ['person-unknown'],
  }),
  'people.lift-restriction': command({
    access: mayErase,
    input: z.object({ requestId, personId }),
    output: done,
    refusals: ['not-restricted'],
  }),
  /** Erases, or restricts until the law allows it: `outcome` says which. */
  'people.erase': command({
    access: mayErase,
    approvers: mayKeepRecords,
    input: z.object({ requestId, personId, secondSignIn }),
    output: z.object({ outcome: z.enum(['erased', 'restricted']), eraseFrom: plainDate.optional() }),
    refusals: ['person-unknown', 'already-requested', 'headquarters-not-there', ...secondSignInRefusals],
  }),
};
