import type { ChannelName } from '../../../contracts/ipc/station-contract.ts';
import type { PassId, PersonId } from '../../../domain/kernel/ids.ts';

/** Somebody who is restricted, as questions name them. */
export interface Restricted {
  readonly personId: PersonId;
  readonly passId: PassId;
  readonly day: string;
  /** A list that was brought in, whose one row may mean them. */
  readonly importId: string;
}

/**
 * Where a channel stands towards restricted people:
 * - `names-nobody`: no person is named in question or answer, but for staff and whoever was just entered;
 * - `about-one`: the question names whom it is about, and is refused to those who may not see them;
 * - `by-the-rule`: the answer names people, restricted ones to those who may see them;
 * - `none-restricted`: the answer names people, and nobody restricted, whoever asks;
 * - `names-the-list`: what is named was read from a list, nobody of the register;
 * - `drawn`: the answer is a PDF, in which no search finds a name: shown where it is put together.
 */
export type Stand =
  | { readonly stand: 'names-nobody' | 'names-the-list' | 'drawn' }
  | {
      readonly stand: 'about-one' | 'by-the-rule' | 'none-restricted';
      readonly input: (restricted: Restricted) => object;
    };

const nobody: Stand = { stand: 'names-nobody' };
const ofList: Stand = { stand: 'names-the-list' };
const drawn: Stand = { stand: 'drawn' };
const requestId = '0197a000-0000-4000-8000-000000000001';
const secondSignIn = { staffId: 'somebody', pin: '0000' };
const about = (more: object = {}): Stand => ({
  stand: 'about-one',
  input: ({ personId }) => ({ requestId, personId, ...more }),
});
const byRule = (input: object = {}): Stand => ({ stand: 'by-the-rule', input: () => input });
const none = (input: (restricted: Restricted) => object = () => ({})): Stand => ({
  stand: 'none-restricted',
  input,
});

export const familyName = 'Zwiebelkuchen';
export const givenName = 'Xaveria';
const details = { familyName, givenName, birthDate: '1964-08-12', language: 'de' };
export const dose = { lot: 'L-1', site: 'left-upper-arm' } as const;
const doseEntry = { ordinal: 1, productId: 'comirnaty', ...dose };
const wholeEntry = {
  ...dose,
  productId: 'comirnaty',
  givenOn: '2026-11-23',
  route: 'intramuscular',
  amountMl: 0.3,
  vaccinator: 'operator',
};
const onPaper = {
  givenOn: '2021-06-01',
  precision: 'day',
  entry: { page: 'Seite 4', productName: 'Comirnaty' },
};
const appointmentId = 'some-date';
const place = { lane: 'A', startsAt: '2026-11-24T09:00:00.000Z' };

/** Every channel, written down on purpose: one that is added says here where it stands. */
export const channelRestriction: Record<ChannelName, Stand> = {
  'system.status': nobody,
  'system.confirm-warning': nobody,

  'desk.today': none(),
  'desk.scan': none(() => ({ texts: [`${familyName} ${givenName}`], via: 'typed' })),
  'desk.open': about(),
  'desk.count-history': about({ texts: ['HC1:'] }),
  'desk.card': about(),
  'desk.last-lot': nobody,
  'desk.check-in': about({ via: 'search' }),
  'desk.undo-check-in': about({ visitId: 'some-visit' }),
  'desk.end-visit': about({ visitId: 'some-visit', reason: 'left' }),
  'desk.resume-visit': about({ visitId: 'some-visit' }),
  'desk.record-dose': about(doseEntry),
  'desk.record-grave-dose': about({ ...doseEntry, reason: 'grave', secondSignIn }),
  'desk.dose-entry': about({ doseId: 'some-dose' }),
  'desk.weigh-correction': about({ doseId: 'some-dose', to: wholeEntry }),
  'desk.correct-dose': about({
    doseId: 'some-dose',
    seen: wholeEntry,
    to: wholeEntry,
    note: 'Tippfehler',
    secondSignIn,
  }),
  'desk.void-dose': about({ doseId: 'some-dose', reason: 'not-given', secondSignIn }),

  'passes.face': about({ language: 'de' }),
  'passes.image': nobody,
  'passes.bundle': { stand: 'about-one', input: ({ personId }) => ({ personIds: [personId] }) },

  'templates.list': nobody,
  'templates.draft': nobody,
  'templates.save-draft': nobody,
  'templates.discard-draft': nobody,
  'templates.add-image': nobody,
  'templates.check': nobody,
  'templates.google-card': nobody,
  'templates.publish': nobody,
  'templates.push': nobody,

  'people.search': byRule({ text: familyName }),
  'people.suggest': none(() => ({ text: familyName })),
  'people.likely-duplicates': none(() => ({ details })),
  'people.record': about(),
  'people.export': about({ format: 'json', language: 'de' }),
  'people.register': nobody,
  'people.correct': about({ details, why: 'typing-error' }),
  'people.record-paper-dose': about({ ...onPaper, productId: 'comirnaty' }),
  'people.correct-paper-dose': about({ entry: onPaper.entry, doseId: 'some-dose', note: 'Lesefehler' }),
  'people.consent': about({ channel: 'email', isGiven: true }),
  'people.double-dates': about({ otherId: 'somebody' }),
  'people.link': about({ otherId: 'somebody', secondSignIn }),
  'people.unlink': about({ otherId: 'somebody', secondSignIn }),
  'people.tell-apart': about({ otherId: 'somebody', secondSignIn }),
  'people.restrict': about({ why: 'objection' }),
  'people.lift-restriction': about(),
  'people.erase': about({ secondSignIn }),

  'scanning.refused': nobody,
  'scanning.trust-list': nobody,
  'scanning.import-trust-list': nobody,
  'stock.overview': nobody,
  'stock.read-vial': nobody,
  'stock.vial-for-dose': nobody,
  'stock.receive': nobody,
  'stock.open-vial': nobody,
  'stock.discard': nobody,
  'stock.count': nobody,
  'stock.block': nobody,
  'stock.release': nobody,
  'stock.extend': nobody,
  'stock.add-fridge': nobody,
  'stock.remove-fridge': nobody,
  'stock.note-temperature': nobody,
  'stock.trace': byRule({ lot: dose.lot }),
  'stock.trace-file': none(() => ({ lot: dose.lot, language: 'de' })),
  'products.list': nobody,
  'products.activate': nobody,
  'products.deactivate': nobody,
  'messages.list': nobody,
  'messages.preview': nobody,
  'messages.send': nobody,
  'schedules.list': nobody,
  'schedules.try': nobody,
  'schedules.affected-dates': byRule({ book: 'de-covid-19' }),
  'schedules.affected-passes': nobody,
  'schedules.activate': nobody,
  'stock.confirm-vial-data': nobody,
  'stock.confirm-vial-data-with-doctor': nobody,
  'schedules.activate-with-doctor': nobody,

  'appointments.of-person': about(),
  'appointments.propose': about({ from: '2026-11-24' }),
  'appointments.day-places': nobody,
  'appointments.book': about({ dates: [{ plannedDose: 1, ...place }] }),
  'appointments.move': about({ appointmentId, ...place, reason: 'asked' }),
  'appointments.cancel': about({ appointmentId, reason: 'asked' }),
  'appointments.no-show': about({ appointmentId }),
  'appointments.join-standby': about({ fromDay: '2026-11-24', toDay: '2026-11-25', reach: 'here' }),
  'appointments.leave-standby': about({ standbyId: 'some-place' }),
  'appointments.standby-list': none(),
  'appointments.answer-offer': nobody,

  'slots.calendar': nobody,
  'slots.templates': nobody,
  'slots.save-template': nobody,
  'slots.remove-template': nobody,
  'slots.open-days': nobody,
  'slots.close-preview': nobody,
  'slots.close': nobody,
  'slots.online-share': nobody,
  'slots.set-online-share': nobody,
  'slots.holidays': nobody,
  'slots.set-holiday': nobody,
  'slots.lift-holiday': nobody,

  'board.now': byRule({ span: 'day' }),
  'board.room': nobody,
  'board.reach-stage': about({ visitId: 'some-visit', stage: 'vaccination' }),
  'board.lengthen-observation': about({ visitId: 'some-visit', minutes: 30 }),
  'board.release': about({ visitId: 'some-visit' }),
  'board.release-early': about({ visitId: 'some-visit', early: 'left-by-choice' }),
  'consent.setting': nobody,
  'consent.choose-kinds': nobody,
  'consent.of-person': about(),
  'consent.list': about(),
  'consent.give': about({
    visitId: 'some-visit',
    productId: 'comirnaty',
    form: { kind: 'oral' },
    party: { who: 'self' },
  }),
  'consent.give-as-doctor': about({
    visitId: 'some-visit',
    productId: 'comirnaty',
    form: { kind: 'oral' },
    party: { who: 'self-judged' },
  }),
  'consent.withdraw': about({ consentId: 'some-consent', reason: '' }),
  'identity.setting': nobody,
  'identity.switch': nobody,
  'identity.of-person': about(),
  'identity.confirm': about({ visitId: 'some-visit', proof: 'passport' }),
  'screening.setting': nobody,
  'screening.switch': nobody,
  'screening.of-person': about(),
  'screening.answer': about({
    visitId: 'some-visit',
    questionnaire: { id: 'general', version: 1 },
    answers: [],
  }),
  'screening.take-back': about({
    visitId: 'some-visit',
    questionnaire: { id: 'general', version: 1 },
    answers: [],
    reason: '',
    secondSignIn,
  }),
  'screening.clear': about({ visitId: 'some-visit', reason: '', secondSignIn }),
  'screening.clear-as-doctor': about({ visitId: 'some-visit', reason: '' }),
  'adverse-events.open': byRule(),
  'adverse-events.of-person': about(),
  'adverse-events.record': about({
    doseId: 'some-dose',
    isReportable: true,
    reaction: {
      kinds: ['fever'],
      beganAt: '2026-11-24T09:00:00.000Z',
      course: 'recovered',
      description: '',
      measures: '',
    },
  }),
  'adverse-events.note-report': about({ adverseEventId: 'some', way: 'fax', office: '' }),
  'adverse-events.paper': about({ adverseEventId: 'some', language: 'de' }),
  'board.end-day': nobody,

  'import.look': ofList,
  'import.begin': nobody,
  'import.chunk': nobody,
  'import.check': nobody,
  'import.choose': about({ importId: requestId, row: 1, choice: 'same' }),
  'import.choose-all': nobody,
  'import.run': nobody,
  'import.cancel': nobody,
  'import.progress': nobody,
  'import.rows': none(({ importId }) => ({ importId, verdict: 'duplicate', after: 0 })),
  'import.error-file': ofList,
  'import.runs': nobody,
  'import.day-list': none(({ day }) => ({ day, format: 'csv', language: 'de' })),
  'import.export': none(() => ({ format: 'fhir', after: '' })),

  'records.check': about(),
  'records.of-person': about({ language: 'de' }),
  'records.look-at-told': about({ text: '{}' }),
  'records.take-told': about({ text: '{}', isConfirmed: true }),
  'records.immunizations': about({ profile: 'r4' }),
  'records.of-day': drawn,
  'records.dose-report': nobody,
  'records.dose-report-file': nobody,
  'records.daily-report': nobody,

  'handover.ways': about(),
  'handover.make-link': about(),
  'handover.revoke-links': about(),
  'handover.send-email': about(),
  'handover.pdf': about({ language: 'de' }),
  'handover.calendar': about({ language: 'de' }),
  'handover.note': about({ way: 'paper' }),
  'handover.settings': nobody,
  'handover.save-mail': nobody,
  'handover.test-mail': nobody,
  'handover.save-server': nobody,

  'outbox.list': none(),
  'outbox.retry': nobody,
  'outbox.discard': nobody,
  'outbox.called': nobody,

  'staff.session': nobody,
  'staff.sign-in-names': nobody,
  'staff.sign-in': nobody,
  'staff.sign-out': nobody,
  'staff.add-first': nobody,
  'staff.recover': nobody,
  'staff.make-recovery-code': nobody,
  'staff.change-own-pin': nobody,
  'staff.list': nobody,
  'staff.add': nobody,
  'staff.change-roles': nobody,
  'staff.set-pin': nobody,
  'staff.unlock': nobody,
  'staff.remove': nobody,
  'staff.approvers': nobody,
  'staff.set-screen-lock': nobody,
  'staff.views': byRule(),

  'wallets.overview': nobody,
  'wallets.push-centre-name': nobody,
  'wallets.import-document-signer': nobody,
  'wallets.describe-centre': nobody,
  'wallets.request-certificate': nobody,
  'wallets.certificate-request': nobody,
  'wallets.import-certificate': nobody,
  'wallets.set-google': nobody,
  'wallets.test-google': nobody,
  'wallets.remove-google': nobody,
  'wallets.trial-account': nobody,
  'sync.status': nobody,
  'sync.trial': nobody,
  'sync.join': nobody,
  'sync.leave': nobody,
  'google.card': about({ language: 'de' }),
  'google.save-link': { stand: 'about-one', input: ({ passId }) => ({ passId }) },
};
