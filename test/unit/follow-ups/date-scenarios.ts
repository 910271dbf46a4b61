import { aPersonRegistered, doseGiven, personId } from '../../support/events.ts';
import { today } from '../../support/known-in-memory.ts';
import {
  appointmentId,
  at,
  bookedFrom,
  cancelled,
  checkedIn,
  checkInUndone,
  doseOfOther,
  ended,
  endedWithoutDose,
  expected,
  first,
  joined,
  lane,
  linked,
  missed,
  moved,
  offered,
  offerId,
  opened,
  passOfOther,
  resumed,
  type Scenarios,
  second,
  slot,
  standbyId,
  updated,
  waiter,
  withAddress,
} from './scenario-facts.ts';

/** What happens to appointments, slots and the stand-by list, and what follows from each. */
export const dateScenarios = {
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
        { type: 'AppointmentBooked', version: 6, data: { ...first.data, source: 'import', centre: 'Bonn' } },
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
        { type: 'AppointmentBooked', version: 6, data: { ...first.data, source: 'import', centre: 'Bonn' } },
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
  CheckInUndone: [
    {
      when: 'somebody was checked in instead of another',
      before: [...expected, checkedIn],
      events: [checkInUndone('booked')],
    },
    {
      when: 'somebody was taken in without a date instead of another',
      before: [...expected, checkedIn],
      events: [checkInUndone('cancelled')],
    },
  ],
  VisitEndedWithoutDose: [
    { when: 'they leave without a dose', before: [...expected, checkedIn], events: [endedWithoutDose] },
    {
      when: 'they leave without a dose, and have a second date',
      before: [...expected, second, checkedIn],
      events: [endedWithoutDose],
    },
    {
      when: 'another station gave them the dose of this visit',
      before: [
        ...expected,
        checkedIn,
        { ...doseGiven(1, today), data: { ...doseGiven(1, today).data, appointmentId } },
        updated,
      ],
      events: [endedWithoutDose],
    },
  ],
  VisitResumed: [
    {
      when: 'they stay after all',
      before: [...expected, checkedIn, endedWithoutDose],
      events: [resumed],
    },
  ],
  AppointmentReplanned: [
    {
      when: 'a date is for another dose than it was booked for',
      before: expected,
      events: [
        { type: 'AppointmentReplanned', version: 1, data: { appointmentId, personId, plannedDose: 2 } },
      ],
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
} satisfies Scenarios;
