import { type DoseId, idOf, type ProductId } from '../../../domain/kernel/ids.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import type { DoseCorrected } from '../../../domain/vaccination/events.ts';
import {
  aPersonRegistered,
  comirnaty,
  day,
  doseGiven,
  doseVoided,
  personCorrected,
  personId,
} from '../../support/events.ts';
import { now, today } from '../../support/known-in-memory.ts';
import { dateScenarios } from './date-scenarios.ts';
import { passId, passIssued } from './sample-events.ts';
import {
  appointmentId,
  approvedBy,
  doseOfOther,
  everyPass,
  expected,
  first,
  joined,
  linked,
  offered,
  other,
  passOfOther,
  type Scenarios,
  second,
  slot,
  updated,
  waiter,
} from './scenario-facts.ts';

const influenza = idOf<ProductId>('flucelvax-tetra');
const doseElsewhere = idOf<DoseId>('dose-elsewhere');
const countedElsewhere: StationEvent = {
  type: 'DosesElsewhereCounted',
  version: 1,
  data: {
    personId,
    productId: comirnaty,
    source: { kind: 'hcert', issuer: 'DE', trustListFrom: now },
    doses: [{ doseId: doseElsewhere, ordinal: 1, givenOn: today, isDayKnown: true, productName: '' }],
  },
};
const onPaperCorrected: StationEvent = {
  type: 'PaperDoseCorrected',
  version: 1,
  data: {
    doseId: doseElsewhere,
    personId,
    givenOn: day('2026-10-02'),
    isDayKnown: true,
    productName: 'Comirnaty',
  },
};
const corrected: DoseCorrected = {
  type: 'DoseCorrected',
  version: 2,
  data: {
    doseId: idOf<DoseId>('dose-1'),
    personId,
    before: { lot: 'LOT-1', site: 'left-upper-arm', givenOn: day('2026-11-02') },
    after: { lot: 'LOT-7', site: 'left-upper-arm', givenOn: day('2026-11-01') },
    approvedBy,
  },
};
const ofOtherVaccine: StationEvent = {
  ...corrected,
  data: {
    ...corrected.data,
    before: { ...corrected.data.before, productId: comirnaty },
    after: { ...corrected.data.after, productId: idOf<ProductId>('fsme-immun') },
  },
};
const replanned: StationEvent = {
  type: 'AppointmentReplanned',
  version: 1,
  data: { appointmentId, personId, plannedDose: 2 },
};

/** At least one for each event that something follows from; the test tells which is missing. */
export const scenarios: Scenarios = {
  ...dateScenarios,
  PersonCorrected: [
    {
      when: 'the name of somebody with a pass is corrected',
      before: expected,
      events: [personCorrected],
    },
    {
      when: 'the name of somebody without a pass is corrected',
      before: [aPersonRegistered()],
      events: [personCorrected],
    },
  ],
  PersonsLinked: [
    {
      when: 'two records turn out to be one person, who had a dose under the other',
      before: [...expected, doseOfOther, passOfOther],
      events: [linked],
    },
  ],
  PersonsUnlinked: [
    {
      when: 'the two were different people after all',
      before: [...expected, doseOfOther, passOfOther, linked, updated],
      events: [
        {
          type: 'PersonsUnlinked',
          version: 1,
          data: { personId, otherId: other, why: 'two-people', approvedBy },
        },
      ],
    },
  ],
  PersonsToldApart: [
    {
      when: 'somebody told two apart whom another station had linked',
      before: [...expected, doseOfOther, passOfOther, linked, updated],
      events: [
        {
          type: 'PersonsToldApart',
          version: 1,
          data: { personId, otherId: other, approvedBy },
        },
      ],
    },
  ],
  RestrictionLifted: [
    {
      when: 'the record is worked with again',
      before: expected,
      events: [{ type: 'RestrictionLifted', version: 1, data: { personId } }],
    },
  ],
  PersonErased: [
    {
      when: 'somebody with a date, an offer and a linked record is erased, and another person waits',
      before: [...expected, joined, offered, linked],
      events: [{ type: 'PersonErased', version: 1, data: { personId, why: 'requested' } }],
      google: everyPass,
      slots: [slot],
      waiting: [waiter],
    },
  ],
  DoseAdministered: [
    { when: 'a dose is given', before: expected, events: [doseGiven(1, today)] },
    {
      when: 'a dose is given to somebody with two records',
      before: [...expected, linked, passOfOther],
      events: [doseGiven(1, today)],
    },
    {
      when: 'whoever missed the date of the first dose is given it on that of the second',
      before: [...expected, replanned],
      events: [{ ...doseGiven(1, today), data: { ...doseGiven(1, today).data, appointmentId } }],
    },
    {
      when: 'a dose is given to somebody without a pass',
      before: [aPersonRegistered()],
      events: [doseGiven(1, today)],
    },
  ],
  DoseCorrected: [
    {
      when: 'lot and day of a dose were entered wrongly',
      before: [...expected, doseGiven(1, '2026-11-02'), updated],
      events: [corrected],
    },
    {
      when: 'a dose was of another vaccine than was written down, and the next date is booked',
      before: [...expected, doseGiven(1, '2026-11-02'), updated, replanned],
      events: [ofOtherVaccine],
    },
  ],
  DoseVoided: [
    {
      when: 'a dose elsewhere was counted in error',
      before: [...expected, countedElsewhere, replanned, updated],
      events: [{ ...doseVoided(1), data: { ...doseVoided(1).data, doseId: doseElsewhere } } as StationEvent],
    },
    {
      when: 'a dose was recorded in error',
      before: [...expected, doseGiven(1, today), updated],
      events: [doseVoided(1)],
    },
  ],
  DosesElsewhereCounted: [
    {
      when: 'a certificate proves a dose that was given elsewhere',
      before: expected,
      events: [countedElsewhere],
    },
    {
      when: 'a certificate proves the first of two doses that are both booked',
      before: [...expected, second],
      events: [countedElsewhere],
    },
  ],
  PaperDoseCorrected: [
    {
      when: 'the day of a dose in a booklet was read wrongly',
      before: [...expected, countedElsewhere, replanned, updated],
      events: [onPaperCorrected],
    },
    {
      when: 'a dose in a booklet was read into this season, and was of the last',
      before: [
        aPersonRegistered(),
        { ...first, data: { ...first.data, productId: influenza } } as StationEvent,
        passIssued,
        { ...countedElsewhere, data: { ...countedElsewhere.data, productId: influenza } } as StationEvent,
        replanned,
        updated,
      ],
      events: [
        {
          ...onPaperCorrected,
          data: { ...onPaperCorrected.data, givenOn: day('2025-10-02') },
        } as StationEvent,
      ],
    },
  ],
  PassIssued: [
    { when: 'a pass is issued; the centre does not use Google', events: [passIssued] },
    { when: 'a pass is issued; every pass has a card at Google', events: [passIssued], google: everyPass },
    {
      when: 'a pass is issued; cards are made on request',
      events: [passIssued],
      google: { ...everyPass, cardsFor: 'on-request' },
    },
  ],
  PassUpdated: [
    {
      when: 'a pass changes whose card somebody asked for',
      events: [updated],
      google: { ...everyPass, cardsFor: 'on-request' },
      cards: [passId],
    },
  ],
  PassRedesigned: [
    {
      when: 'all passes get a new look',
      events: [
        {
          type: 'PassRedesigned',
          version: 1,
          data: { passId, personId, revision: 1, templateId: 'standard', templateVersion: 2 },
        },
      ],
      google: everyPass,
    },
  ],
  PassVoided: [
    {
      when: 'a pass is lost',
      events: [{ type: 'PassVoided', version: 1, data: { passId, personId, revision: 1, reason: 'lost' } }],
      google: everyPass,
    },
    {
      when: 'the pass of somebody erased ends',
      events: [{ type: 'PassVoided', version: 1, data: { passId, personId, revision: 1, reason: 'erased' } }],
      google: everyPass,
    },
  ],
  ScheduleVersionActivated: [
    {
      when: 'a doctor confirms a version of a schedule for the centre',
      events: [
        {
          type: 'ScheduleVersionActivated',
          version: 2,
          data: {
            book: 'de-tbe',
            group: 'FSME',
            version: '2026-01',
            source: 'STIKO',
            issuedOn: day('2026-01-22'),
            approvedBy,
          },
        },
      ],
    },
  ],
  TemplatePublished: [
    {
      when: 'a new look is published; cards at Google are neutral',
      events: [{ type: 'TemplatePublished', version: 1, data: { template: standardTemplate('Köln') } }],
      google: everyPass,
    },
    {
      when: 'a new look is published; cards at Google are private',
      events: [{ type: 'TemplatePublished', version: 1, data: { template: standardTemplate('Köln') } }],
      google: { ...everyPass, mode: 'private' },
    },
  ],
  GoogleWalletSet: [
    {
      when: 'the centre begins to use Google Wallet',
      events: [
        {
          type: 'GoogleWalletSet',
          version: 1,
          data: { issuerId: '33', accountMail: 'a@example.invalid', ...everyPass },
        },
      ],
      google: everyPass,
    },
  ],
};
