import { vaccinationCertificate } from '../../../domain/certificates/vaccination-entry.ts';
import type { DoseId } from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { BirthDate, PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { generalQuestionnaire } from '../../../domain/screening/general-questionnaire.ts';
import type { CertificateSigner } from '../../../issuing/certificate/certificate-signer.ts';
import { issueHcert } from '../../../issuing/certificate/hcert/issue-hcert.ts';
import { ownTrustList } from '../../../issuing/certificate/trust/own-trust-list.ts';
import { giveConsent } from '../../../main/commands/consent/give-consent.ts';
import { endVisit } from '../../../main/commands/visits/end-visit.ts';
import {
  certificateFacts,
  issuerUrl,
  someTime,
  trialCertificateSigner,
} from '../../support/certificate-facts.ts';
import { entryWith } from '../../support/dose-entry.ts';
import { aPerson, expectPerson, must } from '../../support/test-station.ts';
import type { RequestInputs } from './request-inputs.ts';
import type { RequestWorld } from './request-world.ts';

const holder = { givenName: 'Jürgen', familyName: 'Groß', birthDate: '1958-11-11' as BirthDate };
const dose = { lot: 'L-1', site: 'left-upper-arm' };
const productId = productActiveUnasked;
const { id, version, questions } = generalQuestionnaire;
const questionnaire = { id, version };
const allNo = questions.map((question) => ({ question: question.id, isYes: false }));
const onPaper = {
  givenOn: '2021-06-30',
  precision: 'month',
  entry: { page: 'Seite 4', productName: 'Comirnaty (BioNTech)', lot: 'EX1234' },
};
const oral = { form: { kind: 'oral' }, party: { who: 'self' } } as const;

let known: CertificateSigner | undefined;
async function signerOf(): Promise<CertificateSigner> {
  known ??= await trialCertificateSigner();
  return known;
}

async function certificate(): Promise<string> {
  const signer = await signerOf();
  const facts = certificateFacts({ ...holder, ordinal: 1, givenOn: '2026-11-16' as PlainDate });
  const entry = must(vaccinationCertificate(facts));
  const times = { issuedAt: someTime, expiresAt: addMinutes(someTime, 30 * 24 * 60) };
  return issueHcert(entry, 'XX', times, signer);
}

/** Somebody under observation whose time is over. */
function observed(world: RequestWorld) {
  const of = world.visit();
  world.dose(of.personId, { overrides: [] });
  return of;
}

async function withStop(world: RequestWorld) {
  const of = world.visit();
  const answers = questions.map((each) => ({ question: each.id, isYes: each.yes === 'ask-the-doctor' }));
  await world.act('screening.answer', { ...of, questionnaire, answers });
  return { ...of, reason: 'Gemessen: 36,9 °C' };
}

async function reacted(world: RequestWorld) {
  const { personId, doseId } = world.dose();
  const reaction = {
    kinds: ['allergic'],
    beganAt: world.station.now(),
    course: 'recovering',
    description: 'Quaddeln am Hals',
    measures: 'Antihistaminikum',
  };
  return { personId, doseId, isReportable: true, reaction };
}

/** Where somebody is received, seen and vaccinated. */
export const deskInputs: RequestInputs = {
  'scanning.import-trust-list': async () => ({
    text: ownTrustList(await signerOf(), issuerUrl, someTime),
  }),
  'desk.count-history': async ({ station }) => ({
    personId: expectPerson(station, aPerson(holder)),
    texts: [await certificate()],
  }),
  'desk.check-in': (world) => ({ personId: world.somebody(), via: 'search', overrides: ['no-appointment'] }),
  'desk.undo-check-in': (world) => world.visit(),
  'desk.end-visit': (world) => ({ ...world.visit(), reason: 'unwell' }),
  'desk.resume-visit': (world) => {
    const of = world.visit();
    must(endVisit(world.station, 'operator', { ...of, reason: 'left' }));
    return of;
  },
  'desk.record-dose': (world) => ({
    personId: world.visit().personId,
    ordinal: 1,
    productId,
    ...dose,
    consent: 'oral',
  }),
  'desk.record-grave-dose': (world) => ({
    personId: world.dose(world.visit().personId, { overrides: [] }).personId,
    ordinal: 2,
    productId,
    ...dose,
    consent: 'oral',
    overrides: ['dose-already-today'],
    reason: 'Erste ging daneben',
    secondSignIn: world.secondSignIn,
  }),
  'desk.correct-dose': (world) => {
    const given = world.dose() as { personId: never; doseId: DoseId };
    const to = entryWith(world.station, given, { lot: 'L-78', site: 'right-upper-arm' });
    const seen = entryWith(world.station, given, {});
    return { ...given, seen, to, note: 'Etikett falsch gelesen', secondSignIn: world.secondSignIn };
  },
  'desk.void-dose': (world) => ({ ...world.dose(), reason: 'not-given', secondSignIn: world.secondSignIn }),
  'board.reach-stage': (world) => ({ ...world.visit(), stage: 'vaccination' }),
  'board.lengthen-observation': (world) => ({ ...observed(world), minutes: 30 }),
  'board.release-early': (world) => ({ ...observed(world), early: 'left-by-choice' }),
  'board.release': (world) => {
    const of = observed(world);
    world.opened.clock.now = addMinutes(world.opened.clock.now, 20);
    return of;
  },
  'adverse-events.record': reacted,
  'adverse-events.note-report': async (world) => {
    const wish = await reacted(world);
    const { adverseEventId } = (await world.act('adverse-events.record', wish)).value;
    return { personId: wish.personId, adverseEventId, way: 'fax', office: 'Gesundheitsamt' };
  },
  'consent.choose-kinds': () => ({ kinds: ['oral', 'paper'] }),
  'consent.give': (world) => ({
    ...world.visit(world.undated({ birthDate: '2016-05-05' as BirthDate })),
    productId,
    form: { kind: 'paper', reference: 'Bogen 12' },
    party: { who: 'guardian', name: 'Maria Beispiel', relation: 'parent', isPresent: true },
  }),
  'consent.give-as-doctor': (world) => ({
    ...world.visit(world.undated({ birthDate: '2011-05-05' as BirthDate })),
    productId,
    form: { kind: 'paper', reference: 'Bogen 12' },
    party: { who: 'self-judged' },
  }),
  'consent.withdraw': async (world) => {
    const of = world.visit();
    must(giveConsent(world.station, 'operator', { ...of, seenProductId: productActiveUnasked, ...oral }));
    const { value } = await world.lead.ask('consent.list', { personId: of.personId });
    const [{ consentId }] = value.consents;
    return { personId: of.personId, consentId, reason: 'Möchte noch warten.' };
  },
  'people.record-paper-dose': (world) => ({ personId: world.somebody(), productId: 'comirnaty', ...onPaper }),
  'people.correct-paper-dose': async (world) => {
    const personId = world.somebody();
    await world.act('people.record-paper-dose', { personId, productId: 'comirnaty', ...onPaper });
    const { value } = await world.lead.ask('people.record', { personId, why: 'question' });
    const [{ doseId }] = value.doses;
    const day = { givenOn: '2021-06-12', precision: 'day' };
    return { personId, doseId, entry: onPaper.entry, day, note: 'Lesefehler' };
  },
  'identity.switch': () => ({ isOn: true }),
  'identity.confirm': (world) => ({ ...world.visit(), proof: 'passport' }),
  'screening.switch': () => ({ questionnaire }),
  'screening.answer': (world) => ({ ...world.visit(), questionnaire, answers: allNo }),
  'screening.take-back': async (world) => ({
    ...(await withStop(world)),
    questionnaire,
    answers: allNo,
    secondSignIn: world.secondSignIn,
  }),
  'screening.clear': async (world) => ({ ...(await withStop(world)), secondSignIn: world.secondSignIn }),
  'screening.clear-as-doctor': withStop,
};
