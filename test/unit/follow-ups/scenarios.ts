import type { AppointmentBooked, DateAnywhere } from '../../../domain/appointments/events.ts';
import type { SlotsOpened } from '../../../domain/appointments/slot-events.ts';
import type { EventType } from '../../../domain/follow-ups/follow-up.ts';
import {
  type AppointmentId,
  type DoseId,
  idOf,
  type LaneId,
  type OfferId,
  type PassId,
  type PersonId,
  type SlotTemplateId,
  type StaffId,
  type StandbyId,
  type VisitId,
} from '../../../domain/kernel/ids.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import type { StationEvent } from '../../../domain/station-event.ts';
import { appointmentBooked, comirnaty, doseGiven, doseVoided, personId } from '../../support/events.ts';
import { now, today, type World } from '../../support/known-in-memory.ts';
import { aPersonRegistered, passId, passIssued } from './sample-events.ts';

export interface Scenario extends World {
  readonly when: string;
  readonly events: readonly StationEvent[];
}

const other = idOf<PersonId>('person-2');
const lane = idOf<LaneId>('A');
const standbyId = idOf<StandbyId>('standby-1');
const offerId = idOf<OfferId>('offer-1');
const approvedBy = idOf<StaffId>('staff-2');
const appointmentId = idOf<AppointmentId>('appointment-1');
const inAnHour = addMinutes(now, 60);
const slot = {
  lane,
  productId: comirnaty,
  day: today,
  startsAt: inAnHour,
  durationMinutes: 5,
  capacity: 1,
  taken: 0,
};
const waiter = {
  standbyId,
  personId: other,
  productId: comirnaty,
  fromDay: today,
  toDay: today,
  refused: new Set<string>(),
};
const withAddress = aPersonRegistered({ email: 'a@example.invalid' });
const first = appointmentBooked(1, today);
const second = appointmentBooked(2, '2026-12-18');
const expected = [aPersonRegistered(), first, passIssued];
const at = (centre?: string): DateAnywhere => ({
  startsAt: inAnHour,
  day: today,
  durationMinutes: 5,
  ...(centre ? { centre } : {}),
});
const everyPass = { mode: 'neutral', cardsFor: 'every-pass' } as const;

function bookedFrom(source: AppointmentBooked['data']['source']): StationEvent {
  return { ...first, data: { ...first.data, source } } as StationEvent;
}

function moved(reason: 'asked' | 'wrong-day' | 'standby'): StationEvent {
  const data = {
    appointmentId,
    personId,
    from: at(),
    to: { ...at(), startsAt: addMinutes(now, 90) },
    reason,
  };
  return { type: 'AppointmentMoved', version: 1, data };
}

function cancelled(reason: 'asked' | 'day-closed'): StationEvent {
  return { type: 'AppointmentCancelled', version: 1, data: { appointmentId, personId, reason } };
}

const missed: StationEvent = {
  type: 'NoShowRecorded',
  version: 1,
  data: { appointmentId, personId, day: today, by: 'day-end' },
};
const checkedIn: StationEvent = {
  type: 'CheckedIn',
  version: 2,
  data: {
    visitId: idOf<VisitId>('visit-1'),
    personId,
    appointmentId,
    day: today,
    via: 'pass',
    overrides: [],
  },
};
const linked: StationEvent = {
  type: 'PersonsLinked',
  version: 1,
  data: { personId, otherId: other, approvedBy },
};
const passOfOther: StationEvent = {
  ...passIssued,
  data: {
    ...passIssued.data,
    passId: idOf<PassId>('PASS-2'),
    personId: other,
    doseCount: 1,
    lastDoseOn: today,
  },
};
const doseOfOther = {
  ...doseGiven(1, today),
  data: { ...doseGiven(1, today).data, personId: other },
} as StationEvent;
const joined: StationEvent = {
  type: 'StandbyJoined',
  version: 1,
  data: {
    standbyId,
    personId,
    productId: comirnaty,
    plannedDose: 1,
    fromDay: today,
    toDay: today,
    reach: 'phone',
  },
};
const offered: StationEvent = {
  type: 'StandbyOffered',
  version: 1,
  data: { offerId, standbyId, personId, place: at(), occasion: 'free-place', expiresAt: inAnHour },
};
const opened: SlotsOpened = {
  type: 'SlotsOpened',
  version: 1,
  data: { day: today, templateId: idOf<SlotTemplateId>('template-1'), lanes: [] },
};
const updated: StationEvent = {
  type: 'PassUpdated',
  version: 1,
  data: { passId, personId, revision: 1, doseCount: 1, lastDoseOn: today },
};

function ended(how: 'accepted' | 'declined' | 'expired' | 'withdrawn'): StationEvent {
  return { type: 'StandbyOfferEnded', version: 1, data: { offerId, standbyId, personId, how } };
}

/** At least one for each event that something follows from; the test tells which is missing. */
export const scenarios: { readonly [Type in EventType]?: readonly Scenario[] } = {
  PersonCorrected: [
    {
      when: 'the name of somebody with a pass is corrected',
      before: expected,
      events: [{ type: 'PersonCorrected', version: 1, data: { personId, why: 'typing-error' } }],
    },
    {
      when: 'the name of somebody without a pass is corrected',
      before: [aPersonRegistered()],
      events: [{ type: 'PersonCorrected', version: 1, data: { personId, why: 'typing-error' } }],
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
  AppointmentBooked: [
    {
      when: 'a first date is booked at the desk; there is an address',
      before: [withAddress],
      events: [first],
    },
    {
      when: 'a first date is booked at the desk; there is no address',
      before: [aPersonRegistered()],
      events: [first],
    },
    {
      when: 'both dates of a series are booked together',
      before: [aPersonRegistered()],
      events: [first, second],
    },
    { when: 'a second date is booked', before: expected, events: [second] },
    {
      when: 'somebody comes without a date and is taken in',
      before: [withAddress],
      events: [bookedFrom('walk-in')],
    },
    { when: 'a list brings a person with a date', events: [withAddress, bookedFrom('import')] },
    {
      when: 'a list brings the first date of somebody known',
      before: [withAddress],
      events: [bookedFrom('import')],
    },
    {
      when: 'a list names a date at another centre',
      before: [withAddress],
      events: [
        { type: 'AppointmentBooked', version: 3, data: { ...first.data, source: 'import', centre: 'Bonn' } },
      ],
    },
    {
      when: 'a date is booked for somebody who had a dose under another record',
      before: [...expected, doseOfOther, passOfOther, linked, updated],
      events: [second],
    },
  ],
  AppointmentMoved: [
    {
      when: 'somebody asks for another time, and another person waits',
      before: expected,
      events: [moved('asked')],
      slots: [slot],
      waiting: [waiter],
    },
    { when: 'somebody comes on another day and is taken in', before: expected, events: [moved('wrong-day')] },
    {
      when: 'a date at another centre is taken over by somebody who is here',
      before: [
        aPersonRegistered(),
        { type: 'AppointmentBooked', version: 3, data: { ...first.data, source: 'import', centre: 'Bonn' } },
      ],
      events: [
        {
          type: 'AppointmentMoved',
          version: 2,
          data: { appointmentId, personId, from: at('Bonn'), to: at(), reason: 'wrong-centre' },
        },
      ],
    },
  ],
  AppointmentCancelled: [
    {
      when: 'somebody cancels, and another person waits',
      before: expected,
      events: [cancelled('asked')],
      slots: [slot],
      waiting: [waiter],
    },
    {
      when: 'the day is closed, and another person waits',
      before: expected,
      events: [cancelled('day-closed')],
      slots: [slot],
      waiting: [waiter],
    },
  ],
  NoShowRecorded: [
    { when: 'they did not come, and have a second date', before: [...expected, second], events: [missed] },
    {
      when: 'they did not come to a date on no pass',
      before: [aPersonRegistered(), first],
      events: [missed],
    },
  ],
  CheckedIn: [
    { when: 'they come as planned', before: expected, events: [checkedIn] },
    {
      when: 'they come late, after they counted as missing',
      before: [...expected, missed],
      events: [checkedIn],
    },
  ],
  SlotsOpened: [
    { when: 'a day is opened, and a person waits', events: [opened], slots: [slot], waiting: [waiter] },
    { when: 'a day is opened, and nobody waits', events: [opened], slots: [slot] },
  ],
  SlotsClosed: [
    {
      when: 'a lane is closed in which a place is held for somebody',
      events: [{ type: 'SlotsClosed', version: 1, data: { day: today, lanes: [lane], reason: 'staff' } }],
      openOffers: [{ offerId, standbyId, personId, day: today, lane }],
    },
  ],
  StandbyJoined: [
    {
      when: 'somebody joins the list, and a place is free',
      before: [aPersonRegistered()],
      events: [joined],
      slots: [slot],
      waiting: [{ ...waiter, personId }],
    },
  ],
  StandbyLeft: [
    {
      when: 'somebody with an offer leaves the list, and another person waits',
      before: [aPersonRegistered(), joined, offered],
      events: [{ type: 'StandbyLeft', version: 1, data: { standbyId, personId, reason: 'asked' } }],
      slots: [slot],
      waiting: [waiter],
    },
  ],
  StandbyOffered: [{ when: 'a place is offered', before: [aPersonRegistered(), joined], events: [offered] }],
  StandbyOfferEnded: [
    {
      when: 'the offer is declined, and another person waits',
      before: [aPersonRegistered(), joined, offered],
      events: [ended('declined')],
      slots: [slot],
      waiting: [waiter],
    },
    {
      when: 'the offer is accepted',
      before: [aPersonRegistered(), joined, offered],
      events: [ended('accepted')],
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
      when: 'a dose is given to somebody without a pass',
      before: [aPersonRegistered()],
      events: [doseGiven(1, today)],
    },
  ],
  DoseVoided: [
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
      events: [
        {
          type: 'DosesElsewhereCounted',
          version: 1,
          data: {
            personId,
            productId: comirnaty,
            source: { kind: 'hcert', issuer: 'DE', trustListFrom: now },
            doses: [
              {
                doseId: idOf<DoseId>('dose-elsewhere'),
                ordinal: 1,
                givenOn: today,
                isDayKnown: true,
                productName: '',
              },
            ],
          },
        },
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
