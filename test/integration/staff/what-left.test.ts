import { mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Channel } from '../../../contracts/ipc/channel.ts';
import { stationContract } from '../../../contracts/ipc/station-contract.ts';
import type { AdverseEventId, PersonId } from '../../../domain/kernel/ids.ts';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { commandNames, runCli } from '../../../main/cli.ts';
import { recordAdverseEvent } from '../../../main/commands/vaccination/record-adverse-event.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { verifyReadModels } from '../../../main/store/projections/verify-read-models.ts';
import { aWindow, expectStaff } from '../../support/staff.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

const day = '2026-11-23';
let opened: TestStation;
let erika: PersonId;
let max: PersonId;
let adverseEventId: AdverseEventId;
const office = aWindow(() => opened.station, 'office');
const auditor = aWindow(() => opened.station, 'auditor');

beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), `${day}T09:00:00.000Z` as Instant);
  const { station } = opened;
  const startsAt = addMinutes(station.now(), 60);
  erika = expectPerson(station, aPerson({ phone: '0170 1234567' }), startsAt);
  max = expectPerson(station, aPerson({ givenName: 'Max', phone: '0170 1234567' }), startsAt);
  const { doseId } = must(
    recordDose(station, 'operator', {
      personId: max,
      lot: 'LOT-1',
      site: 'left-upper-arm',
      consent: 'oral',
      overrides: ['not-checked-in'],
    }),
  );
  const reaction = {
    kinds: ['fever'],
    beganAt: station.now(),
    course: 'recovering',
    description: '',
    measures: '',
  } as const;
  const reacted = { personId: max, doseId, isReportable: false, reaction };
  adverseEventId = must(recordAdverseEvent(station, 'operator', reacted)).adverseEventId;
  await office.signIn(await expectStaff(station, 'Ada Lend', ['site-lead'], '4739'), '4739');
  await auditor.signIn(await expectStaff(station, 'Cleo Amt', ['auditor'], '8264'), '8264');
});
afterEach(async () => {
  await opened.station.handOverServer.close();
  opened.close();
});

const seen = async (filter: object = {}) => (await auditor.ask('staff.views', filter)).value;
const leadGave = (kind: string, people: number) => ({ staffName: 'Ada Lend', kind, people });

/** Channels whose answer is a file, or a part of one. */
function channelsWithFiles(): string[] {
  return Object.entries(stationContract as Record<string, Channel>)
    .filter(([, { output }]) => {
      const { properties = {} } = z.toJSONSchema(output, { unrepresentable: 'any' });
      const isPart = 'text' in properties && 'next' in properties;
      return 'base64' in properties || 'bytes' in properties || isPart;
    })
    .map(([name]) => name);
}

/** Files that say nothing about people. */
const aboutNobody = ['passes.image', 'records.dose-report-file'];

interface Way {
  readonly channel: string;
  readonly input: () => object;
  readonly kind: string;
  readonly people: number;
}

const german = { language: 'de' };
const ways: readonly Way[] = [
  { channel: 'import.export', input: () => ({ format: 'csv', after: '' }), kind: 'register-csv', people: 2 },
  {
    channel: 'import.export',
    input: () => ({ format: 'fhir', after: '' }),
    kind: 'register-fhir',
    people: 2,
  },
  {
    channel: 'import.day-list',
    input: () => ({ day, format: 'csv', ...german }),
    kind: 'day-list-csv',
    people: 2,
  },
  {
    channel: 'import.day-list',
    input: () => ({ day, format: 'pdf', ...german }),
    kind: 'day-list-pdf',
    people: 2,
  },
  { channel: 'passes.bundle', input: () => ({ personIds: [erika, max] }), kind: 'bundle', people: 2 },
  { channel: 'handover.pdf', input: () => ({ personId: erika, ...german }), kind: 'pass-pdf', people: 1 },
  {
    channel: 'handover.calendar',
    input: () => ({ personId: erika, ...german }),
    kind: 'calendar',
    people: 1,
  },
  {
    channel: 'people.export',
    input: () => ({ personId: erika, format: 'json', ...german }),
    kind: 'person-json',
    people: 1,
  },
  {
    channel: 'people.export',
    input: () => ({ personId: erika, format: 'pdf', ...german }),
    kind: 'person-pdf',
    people: 1,
  },
  {
    channel: 'stock.trace-file',
    input: () => ({ lot: 'LOT-1', ...german }),
    kind: 'lot-trace-csv',
    people: 1,
  },
  {
    channel: 'adverse-events.paper',
    input: () => ({ personId: max, adverseEventId, ...german }),
    kind: 'adverse-event-pdf',
    people: 1,
  },
  {
    channel: 'records.of-person',
    input: () => ({ personId: max, ...german }),
    kind: 'vaccination-record',
    people: 1,
  },
  {
    channel: 'records.immunizations',
    input: () => ({ personId: max, profile: 'r4' }),
    kind: 'immunizations-fhir',
    people: 1,
  },
  {
    channel: 'records.daily-report',
    input: () => ({ day, form: 'dim-csv' }),
    kind: 'daily-report-csv',
    people: 1,
  },
  {
    channel: 'records.daily-report',
    input: () => ({ day, form: 'dim-json' }),
    kind: 'daily-report-json',
    people: 1,
  },
  { channel: 'records.of-day', input: () => ({ day, ...german }), kind: 'day-records', people: 1 },
];

describe('a file about people that leaves the station', () => {
  test.each(ways)('by $channel is kept as $kind', async ({ channel, input, kind, people }) => {
    expect(await office.ask(channel, input())).toMatchObject({ ok: true });
    expect((await seen()).disclosures).toMatchObject([leadGave(kind, people)]);
  });

  test('is kept on every channel that answers with a file', () => {
    const walked = new Set([...ways.map(({ channel }) => channel), 'import.error-file', ...aboutNobody]);
    expect([...walked].sort()).toEqual(channelsWithFiles().sort());
  });

  test('is kept where it lists the refused rows of a list', async () => {
    const importId = crypto.randomUUID();
    const bytes = Buffer.from('Nachname;Vorname;Geburtsdatum\nBeispiel;Eva;\nMuster;Emil;31.02.1980\n');
    const { plan } = (
      await office.ask('import.look', {
        fileName: 'a.csv',
        bytes: bytes.toString('base64'),
        isWhole: true,
        choice: {},
      })
    ).value;
    const file = { importId, fileName: 'a.csv', size: bytes.length, format: 'csv', plan };
    expect(await office.ask('import.begin', file)).toMatchObject({ ok: true });
    await office.ask('import.chunk', { importId, index: 0, bytes: bytes.toString('base64') });
    await office.ask('import.check', { importId });
    await expect
      .poll(async () => (await office.ask('import.progress')).value.import.state, { timeout: 10_000 })
      .toBe('ready');
    const rows = await office.ask('import.error-file', { importId, after: 0, ...german });
    expect(rows.value.text).toContain('Emil');
    await office.ask('import.error-file', { importId, after: rows.value.next, ...german });
    expect((await seen()).disclosures).toMatchObject([leadGave('refused-rows', 2)]);
  });

  test('says never whom it was about', async () => {
    for (const { channel, input } of ways) await office.ask(channel, input());
    const { disclosures } = await seen();
    expect(disclosures).toHaveLength(ways.length);
    expect(JSON.stringify(disclosures)).not.toMatch(/Erika|Mustermann|Max/);
    for (const personId of [erika, max]) expect(JSON.stringify(disclosures)).not.toContain(personId);
  });

  test('is nothing that was refused', async () => {
    await office.ask('import.day-list', { day: '2027-01-01', format: 'csv', ...german });
    await office.ask('people.export', { personId: 'nobody', format: 'json', ...german });
    await auditor.ask('import.export', { format: 'csv', after: '' });
    expect((await seen()).disclosures).toEqual([]);
  });

  test('is not given out where it cannot be kept', async () => {
    opened.station.db.exec(
      `CREATE TRIGGER full BEFORE INSERT ON disclosure BEGIN SELECT RAISE(ABORT, 'no'); END`,
    );
    for (const { channel, input } of ways) {
      const answer = await office.ask(channel, input());
      expect([channel, answer.ok]).toEqual([channel, false]);
      expect(JSON.stringify(answer)).not.toContain('Mustermann');
    }
  });
});

test('the register is one disclosure in all its parts, and one where it was not begun at the beginning', async () => {
  const part = (after: string) => office.ask('import.export', { format: 'csv', after });
  await part('');
  await part(erika);
  expect((await seen()).disclosures).toMatchObject([leadGave('register-csv', 2)]);
  opened.clock.now = addMinutes(opened.clock.now, 6);
  await part('0');
  expect((await seen()).disclosures).toHaveLength(2);
});

describe('a file written at the command line', () => {
  const io = { out: () => {}, err: () => {}, stdin: process.stdin };
  const file = (name: string) => path.join(mkdtempSync(path.join(os.tmpdir(), 'what-left-')), name);
  const onDay = ['--day', day];
  const words: readonly [string, () => string[], string, number][] = [
    ['export csv', () => [file('a.csv')], 'register-csv', 2],
    ['export fhir', () => [file('a.json')], 'register-fhir', 2],
    ['export fhir', () => [file('a.json'), '--vaccinations'], 'register-fhir-vaccinations', 2],
    ['export day-list', () => [file('a.csv'), ...onDay], 'day-list-csv', 2],
    ['export day-list', () => [file('a.pdf'), ...onDay], 'day-list-pdf', 2],
    ['log export', () => ['--out', file('a.jsonl')], 'log', 2],
    ['people export', () => ['--person', erika], 'person-json', 1],
    ['people export', () => ['--person', erika, '--format', 'pdf', '--out', file('a.pdf')], 'person-pdf', 1],
  ];

  test.each(words)('%s is kept as done there', async (name, more, kind, people) => {
    const { dir } = opened;
    opened.close();
    expect(await runCli([...name.split(' '), ...more(), '--dir', dir], io)).toBe(0);
    opened = await openTestStation(dir);
    const rows = opened.station.db.all('SELECT actor, kind, people FROM disclosure');
    expect(rows).toEqual([{ actor: 'operator', kind, people }]);
    expect(verifyReadModels(opened.station.db)).toEqual([]);
  });

  test('is written by these commands and by no other export', () => {
    const exports = commandNames().filter((name) => /\bexport\b/.test(name));
    expect(exports.sort()).toEqual([...new Set(words.map(([name]) => name))].sort());
  });
});

describe('where data goes', () => {
  const mail = {
    host: 'mail.example.org',
    port: 587,
    security: 'starttls',
    user: 'centre',
    senderName: 'Impfzentrum',
    senderAddress: 'centre@example.org',
  };
  const saveMail = (more: object) =>
    office.ask('handover.save-mail', { requestId: crypto.randomUUID(), ...more });
  const page = { isOn: true, address: '127.0.0.1', port: 0, linkHours: 24 };
  const savePage = (more: object) =>
    office.ask('handover.save-server', { requestId: crypto.randomUUID(), ...page, ...more });
  const changes = async () =>
    (await seen()).destinations.map(({ changeId: _, at: __, ...change }: Record<string, unknown>) => change);

  test('is kept with each change of the mail server, without account, sender and password', async () => {
    await saveMail({ mail, password: 'geheim-77' });
    await saveMail({ mail });
    await saveMail({ mail: { ...mail, host: 'elsewhere.example' }, password: 'geheim-77' });
    await saveMail({});
    const lead = { staffName: 'Ada Lend', destination: 'mail-server' };
    const all = ['address', 'security', 'account', 'sender'];
    expect(await changes()).toEqual([
      { ...lead, changed: all },
      { ...lead, changed: ['address', 'password'], address: 'elsewhere.example:587' },
      {
        ...lead,
        changed: ['address', 'security', 'account', 'password', 'sender'],
        address: 'mail.example.org:587',
      },
    ]);
    const log = JSON.stringify(opened.station.db.all('SELECT * FROM destination_change'));
    expect(log).not.toMatch(/geheim|centre@|Impfzentrum/);
  });

  test('is kept with each change of the page for phones, and not with its hours', async () => {
    await savePage({ linkHours: 48 });
    expect(await changes()).toEqual([]);
    await savePage({ publicUrl: 'https://pass.example.org', proxyAddress: '192.0.2.1' });
    await savePage({ isOn: false });
    await savePage({ isOn: true, address: '203.0.113.99' });
    const lead = { staffName: 'Ada Lend', destination: 'hand-over-page' };
    expect(await changes()).toEqual([
      { ...lead, changed: ['address', 'public-url', 'proxy'] },
      {
        ...lead,
        changed: ['public-url', 'proxy'],
        address: '127.0.0.1:0',
        publicUrl: 'https://pass.example.org',
        proxy: '192.0.2.1',
      },
    ]);
  });

  test('stands in the log as it is read', async () => {
    await saveMail({ mail });
    await office.ask('import.export', { format: 'csv', after: '' });
    expect(verifyReadModels(opened.station.db)).toEqual([]);
  });
});

test('what left is found by who did it, and not under somebody’s name or on another day', async () => {
  await office.ask('import.export', { format: 'csv', after: '' });
  const members: { staffId: string; name: string }[] = (await auditor.ask('staff.list')).value.members;
  const staffId = (name: string) => members.find((member) => member.name === name)?.staffId;
  expect((await seen({ staffId: staffId('Ada Lend') })).disclosures).toHaveLength(1);
  expect((await seen({ staffId: staffId('Cleo Amt') })).disclosures).toEqual([]);
  expect((await seen({ person: 'Mustermann' })).disclosures).toEqual([]);
  expect((await seen({ day: '2026-11-22' })).disclosures).toEqual([]);
});
