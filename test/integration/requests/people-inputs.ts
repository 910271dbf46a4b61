import { idOf, type LaneId } from '../../../domain/kernel/ids.ts';
import { instantAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { messageDraft } from '../../../domain/messages/message-draft.ts';
import { openDays, saveTemplate } from '../../../main/commands/appointments/open-days.ts';
import { enqueue } from '../../../main/store/outbox/outbox.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { asking } from '../../support/asking.ts';
import { giveDose } from '../../support/give-dose.ts';
import { aPerson, expectPerson, must, openTestStation } from '../../support/test-station.ts';
import type { RequestInputs } from './request-inputs.ts';
import { type RequestWorld, today } from './request-world.ts';

const details = { givenName: 'Nora', familyName: 'Neumann', birthDate: '1971-02-03', language: 'de' };

const pair = (world: RequestWorld) => ({
  personId: world.somebody(),
  otherId: world.somebody(),
  secondSignIn: world.secondSignIn,
});

const dated = (world: RequestWorld) => {
  const personId = world.somebody();
  const [date] = appointmentsOf(world.station.db, personId);
  return { personId, appointmentId: date?.appointment_id };
};

/** What somebody gives out elsewhere. */
async function fileFromElsewhere(world: RequestWorld) {
  const erika = aPerson({ familyName: 'Anderswo', birthDate: '1964-08-13' as never });
  const elsewhere = await openTestStation(undefined, world.station.now());
  const personId = giveDose(elsewhere.station, 'EX1234', erika);
  const there = asking(() => elsewhere.station);
  const { value } = await there.ask('records.immunizations', { personId, profile: 'r4' });
  elsewhere.close();
  const text = Buffer.from(value.base64, 'base64').toString('utf8');
  return { personId: expectPerson(world.station, erika), text, isConfirmed: false };
}

/** A message that waits on the list. */
function queued(world: RequestWorld): { itemId: number } {
  const { station } = world;
  const { personId, appointmentId } = dated(world);
  enqueue(station.db, station.now(), [messageDraft(personId, 'appointment-moved', appointmentId)]);
  const row = station.db.first<{ id: number }>('SELECT max(id) AS id FROM outbox');
  return { itemId: row?.id ?? 0 };
}

/** The offer that somebody got because the one place of a lane became free. */
async function offered(world: RequestWorld) {
  const { station } = world;
  const lane = idOf<LaneId>('Einzel');
  const content = { name: 'Einzel', weekdays: [1, 2, 3, 4, 5, 6, 7] as const, slotMinutes: 10 };
  const hours = [{ from: '18:00', to: '18:10' }];
  const { templateId } = must(
    saveTemplate(station, 'operator', { ...content, hours, lanes: [{ lane, capacity: 1 }] }),
  );
  const day = addDays(today, 1);
  must(openDays(station, 'operator', { templateId, from: day, to: day }));
  const personId = world.undated();
  const startsAt = instantAt(day, '18:00', 'Europe/Berlin');
  const booked = await world.act('appointments.book', {
    personId,
    dates: [{ plannedDose: 1, lane, startsAt }],
  });
  const { appointmentId } = booked.value.dates[0];
  const waiting = world.undated();
  await world.act('appointments.join-standby', {
    personId: waiting,
    fromDay: day,
    toDay: day,
    lane,
    reach: 'here',
  });
  await world.act('appointments.cancel', { personId, appointmentId, reason: 'asked' });
  const { value } = await world.lead.ask('appointments.standby-list');
  const { offer } = value.waiting.find((each: { personId: string }) => each.personId === waiting);
  return { offerId: offer.offerId, answer: 'declined' };
}

/** Records, dates and messages. */
export const peopleInputs: RequestInputs = {
  'people.register': () => ({ details }),
  'people.correct': (world) => ({ personId: world.somebody(), details, why: 'changed' }),
  'people.consent': (world) => ({
    personId: world.somebody({ email: 'erika@example.invalid' }),
    channel: 'email',
    isGiven: true,
  }),
  'people.link': pair,
  'people.unlink': async (world) => {
    const both = pair(world);
    await world.act('people.link', both);
    return both;
  },
  'people.tell-apart': pair,
  'people.restrict': (world) => ({ personId: world.somebody(), why: 'objection' }),
  'people.lift-restriction': async (world) => {
    const personId = world.somebody();
    await world.act('people.restrict', { personId, why: 'objection' });
    return { personId };
  },
  'people.erase': (world) => ({ personId: world.somebody(), secondSignIn: world.secondSignIn }),
  'records.take-told': fileFromElsewhere,
  'appointments.book': (world) => ({
    personId: world.undated(),
    dates: [{ plannedDose: 1, ...world.place() }],
  }),
  'appointments.move': async (world) => {
    const personId = world.undated();
    const dates = [{ plannedDose: 1, ...world.place() }];
    const { value } = await world.act('appointments.book', { personId, dates });
    const { appointmentId } = value.dates[0];
    return { personId, appointmentId, ...world.place(), reason: 'asked' };
  },
  'appointments.cancel': (world) => ({ ...dated(world), reason: 'asked' }),
  'appointments.no-show': dated,
  'appointments.join-standby': (world) => ({
    personId: world.undated(),
    fromDay: today,
    toDay: addDays(today, 1),
    reach: 'here',
  }),
  'appointments.leave-standby': async (world) => {
    const personId = world.undated();
    const wish = { personId, fromDay: today, toDay: addDays(today, 1), reach: 'here' };
    const { value } = await world.act('appointments.join-standby', wish);
    return { personId, standbyId: value.standby[0].standbyId };
  },
  'appointments.answer-offer': offered,
  'handover.save-server': () => ({
    isOn: false,
    address: '127.0.0.1',
    port: 8080,
    publicUrl: 'https://pass.example.invalid',
    linkHours: 4,
  }),
  'handover.make-link': (world) => ({ personId: world.somebody() }),
  'handover.revoke-links': (world) => ({ personId: world.somebody() }),
  'handover.send-email': (world) => ({ personId: world.somebody({ email: 'erika@example.invalid' }) }),
  'handover.note': (world) => ({ personId: world.somebody(), way: 'pdf' }),
  'handover.test-mail': () => ({ to: 'leitung@example.invalid', language: 'de' }),
  'handover.save-mail': ({ mailServer }) => ({ mail: mailServer.settings, password: 'geheim' }),
  'outbox.retry': queued,
  'outbox.discard': (world) => ({ ...queued(world), reason: 'Schon gesagt' }),
  'outbox.called': queued,
  'board.end-day': (world) => {
    world.somebody();
    return { day: today };
  },
};
