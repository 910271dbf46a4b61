import { unzipSync } from 'fflate';
import { afterEach, describe, expect, test } from 'vitest';
import type { AppointmentId, PassId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { messageDraft } from '../../../domain/messages/message-draft.ts';
import type { MessageKind } from '../../../domain/messages/message-kind.ts';
import { shortNumberOf } from '../../../domain/passes/short-number.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import { cancelAppointment } from '../../../main/commands/appointments/cancel-appointment.ts';
import { sendPassMail } from '../../../main/commands/handover/send-pass-mail.ts';
import { sendTestMail } from '../../../main/commands/messages/send-test-mail.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { recordConsent } from '../../../main/commands/people/record-consent.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { dropWork, enqueue } from '../../../main/store/outbox/outbox.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { keepSetting } from '../../../main/store/settings.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { deliveriesSince } from '../../../main/store/tables/messages/deliveries.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { startMailServer, type TestMailServer } from '../../support/mail-server.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

const startsAt = '2026-07-06T07:00:00.000Z' as Instant;
let opened: TestStation | undefined;
let server: TestMailServer | undefined;
afterEach(async () => {
  opened?.close();
  opened = undefined;
  await server?.close();
  server = undefined;
});

async function centreWithMail(behaviour: Parameters<typeof startMailServer>[0] = {}): Promise<TestStation> {
  server = await startMailServer(behaviour);
  opened = await openTestStation(undefined, startsAt);
  keepSetting(opened.station.db, 'mail', server.settings);
  return opened;
}

function send({ station }: TestStation, personId: PersonId, message: MessageKind): void {
  const appointmentId = appointmentsOf(station.db, personId)[0]?.appointment_id;
  const draft = messageDraft(personId, message, message === 'pass-ready' ? undefined : appointmentId);
  enqueue(station.db, station.now(), [draft]);
}

function faults({ station }: TestStation): { state: string; fault: string | null; attempts: number }[] {
  return station.db.all("SELECT state, fault, attempts FROM outbox WHERE kind = 'send-message'");
}

describe('the mail with the pass', () => {
  test('brings a pass that verifies, the dates, both texts and the name, and is noted once', async () => {
    const centre = await centreWithMail();
    const { station } = centre;
    const details = aPerson({ givenName: 'Łukasz', familyName: 'Weiß', email: 'lukasz@example.invalid' });
    const personId = expectPerson(station, details, addMinutes(startsAt, 60));
    send(centre, personId, 'pass-ready');
    await drainOutbox(station);
    const [mail, ...others] = server?.mails ?? [];
    expect(others).toEqual([]);
    expect(mail?.subject).toBe('Ihr Pass – Impfzentrum Musterstadt');
    expect(mail?.from?.text).toBe('"Impfzentrum Musterstadt" <pass@centre.example.invalid>');
    expect(mail?.text).toContain('Guten Tag Łukasz Weiß,');
    expect(mail?.html).toContain('Guten Tag Łukasz Weiß,');
    const [pkpass, calendar] = mail?.attachments ?? [];
    expect(pkpass?.contentType).toBe('application/vnd.apple.pkpass');
    expect(pkpass?.filename).toMatch(/^Impfpass-[0-9A-X-]{12}\.pkpass$/);
    const verified = verifyPkpass(pkpass?.content ?? Buffer.of(), {
      now: station.now(),
      passKeys: station.barcodeKeys.all,
    });
    expect(verified.ok).toBe(true);
    expect(calendar?.contentType).toBe('text/calendar');
    expect(String(calendar?.content)).toContain('DTSTART;TZID=Europe/Berlin:20260706T100000');
    const delivered = deliveriesSince(station.db, startsAt, 9).map(({ what, way }) => `${what} ${way}`);
    expect(delivered.sort()).toEqual(['pass email', 'pass-ready email']);
    expect(faults(centre)).toEqual([]);
    const before = digestOfProjections(station.db);
    rebuildProjections(station.db);
    expect(digestOfProjections(station.db)).toBe(before);
  });

  test('brings a family all of its passes in one file, and is noted for each of them', async () => {
    const centre = await centreWithMail();
    const { station } = centre;
    const [parent, child] = ['Erika', 'Kind'].map((givenName) =>
      expectPerson(station, aPerson({ givenName, email: 'haus@example.invalid' })),
    ) as [PersonId, PersonId];
    dropWork(station.db, `${child}:pass-ready:`);
    must(sendPassMail(station, 'staff:test', { personId: parent, alsoFor: [child] }));
    await drainOutbox(station);
    const [mail, ...others] = server?.mails ?? [];
    expect(others).toEqual([]);
    const [bundle] = mail?.attachments ?? [];
    expect(bundle?.contentType).toBe('application/vnd.apple.pkpasses');
    const files = Object.values(unzipSync(bundle?.content ?? Buffer.of()));
    expect(files.map((file) => verifyPkpass(file, { now: station.now() }).ok)).toEqual([true, true]);
    const number = shortNumberOf(passOf(station.db, child)?.pass_id as PassId);
    expect(mail?.text).toContain(`Im selben Anhang liegen die Pässe Ihrer Familie: ${number}`);
    const delivered = deliveriesSince(station.db, startsAt, 9).map((row) => [row.person_id, row.what]);
    expect(delivered).toContainEqual([child, 'pass']);
    expect(delivered).toContainEqual([parent, 'pass']);
  });

  test('leaves out whose address changed before it was sent', async () => {
    const centre = await centreWithMail();
    const { station } = centre;
    const [parent, child] = ['Erika', 'Kind'].map((givenName) =>
      expectPerson(station, aPerson({ givenName, email: 'haus@example.invalid' })),
    ) as [PersonId, PersonId];
    must(sendPassMail(station, 'staff:test', { personId: parent, alsoFor: [child] }));
    dropWork(station.db, `${child}:pass-ready:`);
    const details = aPerson({ givenName: 'Kind', email: 'anders@example.invalid' });
    must(correctPerson(station, 'staff:test', { personId: child, details, why: 'changed' }));
    await drainOutbox(station);
    expect(server?.mails.map((mail) => mail.attachments[0]?.contentType)).toEqual([
      'application/vnd.apple.pkpass',
    ]);
  });

  test('comes in English to those who read English', async () => {
    const centre = await centreWithMail();
    const details = aPerson({ email: 'john@example.invalid', language: 'en' });
    send(centre, expectPerson(centre.station, details, addMinutes(startsAt, 60)), 'pass-ready');
    await drainOutbox(centre.station);
    expect(server?.mails[0]?.subject).toBe('Your pass – Impfzentrum Musterstadt');
  });

  test('sent again after the process died before it noted the first, carries the same Message-ID', async () => {
    const centre = await centreWithMail();
    const { station } = centre;
    send(centre, expectPerson(station, aPerson({ email: 'a@example.invalid' })), 'pass-ready');
    const [row] = station.db.all<{ id: number }>("SELECT * FROM outbox WHERE kind = 'send-message'");
    await drainOutbox(station);
    const { id, ...columns } = row as Record<string, string | number> & { id: number };
    const names = Object.keys(columns);
    station.db.run(
      `INSERT INTO outbox (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...Object.values(columns),
    );
    await drainOutbox(station);
    expect(id).toBeGreaterThan(0);
    expect(server?.mails).toHaveLength(2);
    expect(server?.mails[1]?.messageId).toBe(server?.mails[0]?.messageId);
  });

  test('waits for a grey-listing server and arrives later', async () => {
    const centre = await centreWithMail({ refusals: [{ code: 451, text: '4.7.1 try again later' }] });
    const { station, clock } = centre;
    send(centre, expectPerson(station, aPerson({ email: 'a@example.invalid' })), 'pass-ready');
    await drainOutbox(station);
    expect(faults(centre)).toEqual([{ state: 'waiting', fault: 'mail-later', attempts: 1 }]);
    clock.now = addMinutes(clock.now, 2);
    await drainOutbox(station);
    expect(faults(centre)).toEqual([]);
    expect(server?.mails).toHaveLength(1);
  });

  test.each([
    [550, '5.1.1 no such user', 'mail-address-unknown'],
    [552, '5.2.2 mailbox full', 'mailbox-full'],
    [554, '5.7.1 looks like spam', 'mail-rejected'],
    [550, 'No such user here', 'mail-address-unknown'],
    [555, '5.5.4 something else', 'mail-refused'],
  ])('refused with %i %s is given up on, with the reason', async (code, text, fault) => {
    const centre = await centreWithMail({ refusals: [{ code, text }] });
    send(centre, expectPerson(centre.station, aPerson({ email: 'a@example.invalid' })), 'pass-ready');
    await drainOutbox(centre.station);
    expect(faults(centre)).toEqual([{ state: 'failed', fault, attempts: 1 }]);
  });

  test('to an address that is none is given up on without asking the server', async () => {
    const centre = await centreWithMail();
    const details = aPerson({ email: 'erika,other@example.invalid' });
    send(centre, expectPerson(centre.station, details), 'pass-ready');
    await drainOutbox(centre.station);
    expect(faults(centre)).toEqual([{ state: 'failed', fault: 'mail-address-invalid', attempts: 1 }]);
    expect(server?.mails).toEqual([]);
  });

  test('leaves no name, no address and no token in the log', async () => {
    const centre = await centreWithMail({ refusals: [{ code: 550, text: '5.1.1 erika@example.invalid' }] });
    const details = aPerson({ email: 'erika@example.invalid' });
    send(centre, expectPerson(centre.station, details), 'pass-ready');
    await drainOutbox(centre.station);
    expect(centre.logged.join('')).not.toMatch(/erika|Mustermann/i);
  });
});

describe('the calendar entry', () => {
  const entry = (at: number) => {
    const part = server?.mails[at]?.attachments.find(({ contentType }) => contentType === 'text/calendar');
    const lines = String(part?.content ?? '').split(/\r?\n/);
    return (name: string) => lines.find((line) => line.startsWith(`${name}:`))?.slice(name.length + 1);
  };

  test('is put in, and taken out again by a newer one of the same name once the date is cancelled', async () => {
    const centre = await centreWithMail();
    const { station } = centre;
    const details = aPerson({ email: 'erika@example.invalid' });
    const personId = expectPerson(station, details, addMinutes(startsAt, 60));
    must(recordConsent(station, 'staff:test', { personId, channel: 'email', isGiven: true }));
    dropWork(station.db, `${personId}:pass-ready:`);
    send(centre, personId, 'appointment-booked');
    await drainOutbox(station);
    const [date] = appointmentsOf(station.db, personId);
    const appointmentId = date?.appointment_id as AppointmentId;
    must(cancelAppointment(station, 'staff:test', { personId, appointmentId, reason: 'asked' }));
    await drainOutbox(station);
    const [booked, cancelled] = [entry(0), entry(1)];
    expect([booked('METHOD'), booked('SEQUENCE'), booked('STATUS')]).toEqual(['REQUEST', '0', 'CONFIRMED']);
    expect([cancelled('METHOD'), cancelled('SEQUENCE'), cancelled('STATUS')]).toEqual([
      'CANCEL',
      '1',
      'CANCELLED',
    ]);
    expect(cancelled('UID')).toBe(booked('UID'));
    expect(cancelled('UID')).toContain(appointmentId);
  });
});

describe('the test mail', () => {
  test('is sent once for a request, however often the window asks', async () => {
    const { station } = await centreWithMail();
    const wish = { requestId: crypto.randomUUID(), to: 'a@example.invalid', language: 'de' } as const;
    expect(await sendTestMail(station, wish)).toEqual({ ok: true, value: {} });
    expect(await sendTestMail(station, wish)).toEqual({ ok: true, value: {} });
    expect(server?.mails).toHaveLength(1);
    await sendTestMail(station, { ...wish, requestId: crypto.randomUUID() });
    expect(server?.mails).toHaveLength(2);
  });
});
