import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { personId as personIdSchema } from '../../../contracts/ipc/schemas.ts';
import { type ChannelName, stationContract } from '../../../contracts/ipc/station-contract.ts';
import {
  type AdverseEventId,
  type DoseId,
  idOf,
  type PersonId,
  type ProductId,
  type StaffId,
} from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays } from '../../../domain/kernel/plain-date.ts';
import { messageDraft } from '../../../domain/messages/message-draft.ts';
import { mayAsk, type Role, roles } from '../../../domain/staff/roles.ts';
import { bookAppointment } from '../../../main/commands/appointments/book-appointment.ts';
import { joinStandby } from '../../../main/commands/appointments/join-standby.ts';
import { linkPersons } from '../../../main/commands/people/link-persons.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { recordView } from '../../../main/commands/staff/record-view.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { checkIn } from '../../../main/commands/visits/check-in.ts';
import { commit } from '../../../main/commit/commit.ts';
import { fieldsAboutPeople } from '../../../main/ipc/is-about-hidden.ts';
import { enqueue } from '../../../main/store/outbox/outbox.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { asking, type Read } from '../../support/asking.ts';
import { listHeader, listImport } from '../../support/list-import.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';
import { channelAccess } from './channel-access.ts';
import { channelRestriction, dose, familyName, givenName, type Restricted } from './channel-restriction.ts';

/** Written down a second time on purpose. */
const maySee: readonly Role[] = ['site-lead', 'auditor'];
const channels = Object.keys(channelRestriction) as ChannelName[];
const startsAt = '2026-11-23T09:00:00.000Z' as Instant;
const phone = '0151 23456789';

let opened: TestStation;
let restricted: Restricted;
/** Linked to the restricted record, and reached at the same phone. */
let relative: PersonId;
/** What lists said while nobody was restricted yet: what they do not show then, they would not be caught showing. */
const before = new Map<ChannelName, string>();

beforeAll(async () => {
  opened = await openTestStation(undefined, startsAt);
  const { station } = opened;
  const day = plainDateAt(startsAt, station.settings.timeZone);
  const personId = expectPerson(station, aPerson({ familyName, givenName, phone }));
  relative = expectPerson(station, aPerson({ familyName: 'Sauer', givenName: 'Ruth', phone }));
  must(checkIn(station, 'operator', { personId, via: 'search', overrides: ['no-appointment'] }));
  must(joinStandby(station, 'operator', { personId, fromDay: day, toDay: addDays(day, 60), reach: 'phone' }));
  must(
    bookAppointment(station, 'operator', {
      personId,
      productId: idOf<ProductId>('comirnaty'),
      plannedDose: 2,
      startsAt: addMinutes(startsAt, 21 * 24 * 60),
      source: 'desk',
    }),
  );
  // Voided at once: they wait as before, and stay somebody who got that lot.
  const { doseId } = must(
    recordDose(station, 'operator', { personId, ...dose, consent: 'oral', overrides: [] }),
  );
  const wrong = { reason: 'wrong-entry', note: '', approvedBy: idOf<StaffId>('second') } as const;
  must(voidDose(station, 'operator', { personId, doseId, ...wrong }));
  enqueue(station.db, startsAt, [messageDraft(personId, 'pass-ready')]);
  recordView(station, 'operator', { personId, why: 'question' });
  reacted(personId);
  const pass = passOf(station.db, personId);
  if (!pass) throw new Error('a date without a pass');
  const row = `N1;${familyName};Xaverie;12.08.1964;;`;
  const importId = await listImport(() => station).stage(`${listHeader}\n${row}\n`);
  restricted = { personId, passId: pass.pass_id, day, importId };
  for (const channel of listing()) before.set(channel, await said(channel, 'site-lead'));
  const approvedBy = idOf<StaffId>('second');
  must(linkPersons(station, 'operator', { personId: relative, otherId: personId, approvedBy }));
  must(restrictPerson(station, 'operator', { personId, why: 'objection' }));
});
afterAll(() => opened.close());

/** Without a dose nobody reacts, and a dose would end the waiting that other lists tell of. */
function reacted(personId: PersonId): void {
  const { station } = opened;
  const adverseEventId = idOf<AdverseEventId>('reaction');
  const doseId = idOf<DoseId>('dose');
  const data = { adverseEventId, personId, doseId, knownAt: startsAt, isReportable: true };
  const event = { type: 'AdverseEventRecorded', version: 1, data } as const;
  const draft = { stream: personId, actor: 'operator', occurredAt: startsAt, event } as const;
  station.db.transact(() => commit(station, [draft]));
}

function listing(): ChannelName[] {
  return channels.filter((channel) => /rule|none/.test(channelRestriction[channel].stand));
}

function ask(channel: string, role: Role, input: object): Promise<Read> {
  return asking(() => opened.station, { actor: `staff:${role}`, roles: [role] }).ask(channel, input);
}

/** The whole answer as text, with what is in its files. */
async function said(channel: ChannelName, role: Role): Promise<string> {
  const stand = channelRestriction[channel];
  const answer = await ask(channel, role, 'input' in stand ? stand.input(restricted) : {});
  const bytes = answer.value?.bytes ?? answer.value?.base64;
  return JSON.stringify(answer) + (bytes ? Buffer.from(bytes, 'base64').toString('utf8') : '');
}

const withAccess = (channel: ChannelName) =>
  roles.filter((role) => mayAsk(channelAccess[channel], [role]) === 'yes');

describe('somebody restricted', () => {
  test.each(listing())('%s', async (channel) => {
    expect(before.get(channel), 'named before').toContain(givenName);
    const { stand } = channelRestriction[channel];
    for (const role of withAccess(channel)) {
      const isNamed = (await said(channel, role)).includes(givenName);
      expect(isNamed, `named to ${role}`).toBe(stand === 'by-the-rule' && maySee.includes(role));
    }
  });

  test.each(channels.filter((channel) => channelRestriction[channel].stand === 'about-one'))(
    '%s is refused to whoever may not see them, before anything is done',
    async (channel) => {
      const events = () => opened.station.db.all('SELECT 1 FROM event').length;
      const until = events();
      for (const role of withAccess(channel).filter((each) => !maySee.includes(each)))
        expect(JSON.parse(await said(channel, role)), role).toEqual({
          ok: false,
          refusal: { reason: 'person-restricted' },
        });
      expect(events()).toBe(until);
    },
  );

  test('is opened and written out by those who answer for it, and by nobody else', async () => {
    for (const role of maySee)
      for (const channel of ['people.record', 'people.export'] as const)
        expect(await said(channel, role), `${channel} ${role}`).toContain(givenName);
  });

  test.each(['people.record', 'people.export', 'desk.card', 'handover.ways', 'appointments.of-person'])(
    'is not named beside a relative by %s to whoever may not see them',
    async (channel) => {
      const answer = await ask(channel, 'reception', { personId: relative, format: 'json', language: 'de' });
      const file = Buffer.from(answer.value.base64 ?? '', 'base64').toString('utf8');
      expect(answer).toMatchObject({ ok: true });
      expect(JSON.stringify(answer.value) + file).not.toContain(givenName);
    },
  );

  test('is named beside a relative to those who answer for the record', async () => {
    for (const role of maySee)
      expect(JSON.stringify(await ask('people.record', role, { personId: relative }))).toContain(givenName);
  });

  test('is refused as one of a family, too', async () => {
    for (const channel of ['handover.make-link', 'handover.send-email']) {
      const input = { requestId: crypto.randomUUID(), personId: relative, alsoFor: [restricted.personId] };
      expect(await ask(channel, 'reception', input)).toMatchObject({
        refusal: { reason: 'person-restricted' },
      });
    }
    const input = { personIds: [relative, restricted.personId] };
    expect(await ask('passes.bundle', 'reception', input)).toMatchObject({
      refusal: { reason: 'person-restricted' },
    });
  });
});

describe('the contract', () => {
  test('names people in questions only where the way in looks, or where they are nobody to be shown', () => {
    const lookedAt: readonly string[] = [...fieldsAboutPeople, 'openPersonId', 'exceptId'];
    const named = channels.flatMap((channel) => fieldsOfPeople(stationContract[channel].input));
    expect(new Set(named)).toEqual(new Set(lookedAt));
  });

  test('has no channel that stands elsewhere than its question and its answer say', () => {
    const astray = channels.filter((channel) => {
      const { input, output } = stationContract[channel];
      const { stand } = channelRestriction[channel];
      const asked = JSON.stringify(z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }));
      const answered = JSON.stringify(z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' }));
      if (/"(personId|personIds|passId)":/.test(asked)) return stand !== 'about-one';
      return /"(givenName|familyName)":/.test(answered) && stand === 'names-nobody';
    });
    expect(astray).toEqual([]);
  });
});

/** Names of the fields of a schema that hold the id of a person, however deep. */
function fieldsOfPeople(schema: z.core.$ZodType, name = ''): string[] {
  if ((schema as unknown) === personIdSchema) return [name];
  const def = schema._zod.def as {
    shape?: Record<string, z.core.$ZodType>;
    options?: z.core.$ZodType[];
    innerType?: z.core.$ZodType;
    element?: z.core.$ZodType;
  };
  const fields = Object.entries(def.shape ?? {}).flatMap(([key, each]) => fieldsOfPeople(each, key));
  const within = [...(def.options ?? []), def.innerType, def.element].filter((each) => each !== undefined);
  return [...fields, ...within.flatMap((each) => fieldsOfPeople(each, name))];
}
