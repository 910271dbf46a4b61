import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { FromService, ToService } from '../../../contracts/ipc/protocol.ts';
import { type ChannelName, stationContract } from '../../../contracts/ipc/station-contract.ts';
import { type Role, roles } from '../../../domain/staff/roles.ts';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { createStationService, type StationService } from '../../../main/service.ts';
import { expectStaff } from '../../support/staff.ts';
import { openTestStation, temporaryDirectory } from '../../support/test-station.ts';
import { channelAccess } from './channel-access.ts';

/** Every question goes through the real service, from a window where somebody with that one role signed in. */
let service: StationService;
const waiting = new Map<number, (answer: Answer) => void>();
const channels = Object.keys(stationContract) as ChannelName[];
let nextId = 1;
/** A PIN costs on purpose, and there is one for each role. */
const PINS_OF_ALL_ROLES_MS = 60_000;

beforeAll(async () => {
  const dir = temporaryDirectory();
  const opened = await openTestStation(dir);
  const staff = [];
  for (const role of roles) staff.push(await expectStaff(opened.station, `Only ${role}`, [role]));
  opened.close();
  service = createStationService((message: FromService) => {
    if (message.kind === 'answer') waiting.get(message.id)?.(message.answer);
  });
  const options = {
    dir,
    databaseKey: keyFromFile(dir),
    keyPlace: 'key-file',
    mode: 'trial',
    runtime: 'test',
  };
  service.receive({ kind: 'open', options } as ToService);
  const answers = await Promise.all(
    staff.map(({ staffId, pin }, at) => ask(windowOf(roles[at]), 'staff.sign-in', { staffId, pin })),
  );
  expect(answers.every(({ ok }) => ok)).toBe(true);
}, PINS_OF_ALL_ROLES_MS);
afterAll(() => service.close());

function windowOf(role: Role | undefined): string {
  return `window-of-${role ?? 'nobody'}`;
}

function ask(session: string, channel: string, input: unknown): Promise<Answer> {
  const id = nextId++;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    service.receive({ kind: 'ask', id, session, channel, input });
  });
}

/** Who is asked for is checked before what is asked: an input that fits nothing tells the two apart. */
async function outcome(channel: ChannelName, role: Role | undefined): Promise<string> {
  const answer = await ask(windowOf(role), channel, 'fits no channel');
  if (answer.ok || 'problem' in answer) return 'let in';
  const { reason } = answer.refusal;
  return reason === 'signed-out' || reason === 'not-allowed' ? reason : 'let in';
}

function expected(channel: ChannelName, role: Role | undefined): string {
  const access = channelAccess[channel];
  if (access === 'anyone') return 'let in';
  if (!role) return 'signed-out';
  return access === 'signed-in' || access.includes(role) ? 'let in' : 'not-allowed';
}

test('every channel stands in the table of who may ask what, and nothing else does', () => {
  expect(Object.keys(channelAccess).sort()).toEqual([...channels].sort());
});

describe.each([undefined, ...roles])('somebody whose only role is %s', (role) => {
  test('gets through exactly to the channels of the table', async () => {
    const reached = await Promise.all(channels.map((channel) => outcome(channel, role)));
    const found = Object.fromEntries(channels.map((channel, at) => [channel, reached[at]]));
    const wanted = Object.fromEntries(channels.map((channel) => [channel, expected(channel, role)]));
    expect(found).toEqual(wanted);
  });
});

test('a window that is closed leaves nobody signed in behind it', async () => {
  expect(await outcome('desk.today', 'reception')).toBe('let in');
  service.receive({ kind: 'session-ended', session: windowOf('reception') });
  expect(await outcome('desk.today', 'reception')).toBe('signed-out');
});
