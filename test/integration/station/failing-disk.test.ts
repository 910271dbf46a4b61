import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { FromService, ToService } from '../../../contracts/ipc/protocol.ts';
import { keyFromFile } from '../../../main/centre/key-file.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { createStationService } from '../../../main/service.ts';
import { nodeChannel } from '../../../main/shell/channel.ts';
import { silentDisk, smallDisk } from '../../support/failing-disk.ts';
import {
  aPerson,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

const register = ({ station }: TestStation) =>
  registerPerson(station, 'operator', { details: aPerson(), source: 'desk' });

const peopleIn = ({ station }: TestStation) => station.db.all('SELECT person_id FROM person').length;

const kindOf = (message: FromService) => (message.kind === 'not-opened' ? message.fault.code : message.kind);

function openMessage(dir: string): ToService {
  const options = {
    dir,
    databaseKey: keyFromFile(dir),
    keyPlace: 'key-file',
    mode: 'trial',
    runtime: 'test',
  } as const;
  return { kind: 'open', options };
}

test('a disk that is really full refuses what is new, keeps what was there, and goes on once there is room', async ({
  skip,
}) => {
  const disk = smallDisk(12);
  if (!disk) return skip('a disk of its own takes root on Linux');
  try {
    const opened = await openTestStation(path.join(disk.dir, 'centre'));
    register(opened);
    disk.fill();
    // What the files have taken already has room for a few more.
    expect(() => {
      for (let at = 0; at < 2_000; at++) register(opened);
    }).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    const here = peopleIn(opened);
    disk.empty();
    register(opened);
    expect(peopleIn(opened)).toBe(here + 1);
    opened.close();
    disk.fill();
    const told: string[] = [];
    const service = createStationService((message) => told.push(kindOf(message)));
    service.receive(openMessage(opened.dir));
    await vi.waitUntil(() => told.length > 0, { timeout: 20_000 });
    disk.empty();
    await vi.waitUntil(() => told.includes('opened'), { timeout: 20_000 });
    expect(['disk-full', 'opened']).toContain(told[0]);
    await service.close();
    const again = await openTestStation(opened.dir);
    expect(peopleIn(again)).toBe(here + 1);
    again.close();
  } finally {
    disk.unmount();
  }
}, 90_000);

test('a centre that is founded on a full disk is told so, and founded once there is room', async ({
  skip,
}) => {
  const disk = smallDisk(12);
  if (!disk) return skip('a disk of its own takes root on Linux');
  const told: string[] = [];
  const service = createStationService((message) => told.push(kindOf(message)));
  try {
    const dir = path.join(disk.dir, 'centre');
    const message = openMessage(dir);
    disk.fill();
    service.receive(message);
    await vi.waitUntil(() => told.length > 0, { timeout: 20_000 });
    expect(told[0]).toBe('disk-full');
    disk.empty();
    await vi.waitUntil(() => told.includes('opened'), { timeout: 20_000 });
  } finally {
    await service.close();
    disk.unmount();
  }
}, 90_000);

/** A service of a process of its own whose disk does not answer for files whose path holds that, until the flag goes. */
async function openSilently(part: string, more: Record<string, string> = {}) {
  const disk = silentDisk();
  if (!disk) return undefined;
  const opened = await openTestStation(temporaryDirectory());
  register(opened);
  opened.close();
  writeFileSync(disk.flag, '');
  const env = { LD_PRELOAD: disk.library, SILENT_WHILE: disk.flag, SILENT_PATH: part, ...more };
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
  const service = nodeChannel(path.resolve('main/service-process.ts'), process.execPath);
  vi.unstubAllEnvs();
  const told: string[] = [];
  service.onMessage((message) => told.push(kindOf(message)));
  service.post(openMessage(opened.dir));
  const isOpen = () => vi.waitUntil(() => told.includes('opened'), { timeout: 20_000 });
  return { told, isOpen, answerAgain: () => rmSync(disk.flag), end: () => service.kill() };
}

const withoutSilence = 'a disk that does not answer takes Linux and a C compiler';

test('a disk that really does not answer at the start is no damage: the station opens once it answers', async ({
  skip,
}) => {
  const service = await openSilently('/station.db');
  if (!service) return skip(withoutSilence);
  try {
    await vi.waitUntil(() => service.told.length > 1, { timeout: 20_000 });
    expect(service.told).toEqual(['up', 'disk-silent']);
    service.answerAgain();
    await service.isOpen();
  } finally {
    service.end();
  }
}, 90_000);

test('a single read that fails at the start damages nothing, and nobody is told of damage', async ({
  skip,
}) => {
  const service = await openSilently('/station.db', { SILENT_ONCE: '1' });
  if (!service) return skip(withoutSilence);
  try {
    await service.isOpen();
    expect(service.told).not.toContain('store-damaged');
    expect(service.told).not.toContain('key-wrong');
  } finally {
    service.end();
  }
}, 90_000);
