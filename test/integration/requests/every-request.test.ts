import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ChannelName, stationContract } from '../../../contracts/ipc/station-contract.ts';
import type { Read } from '../../support/asking.ts';
import { digestOfStore } from '../../support/digest-of-store.ts';
import { aWindow } from '../../support/staff.ts';
import { openTestStation } from '../../support/test-station.ts';
import { centreInputs } from './centre-inputs.ts';
import { deskInputs } from './desk-inputs.ts';
import { otherInputs, unchanged } from './other-inputs.ts';
import { peopleInputs } from './people-inputs.ts';
import { openRequestWorld, type RequestWorld } from './request-world.ts';

const inputs = { ...peopleInputs, ...deskInputs, ...centreInputs };
const used = { ok: false, refusal: { reason: 'request-id-used' } };

/** Shown below, and for a centre that belongs to a headquarters in `connected-requests.test.ts`. */
const elsewhere: readonly ChannelName[] = [
  'staff.add-first',
  'messages.send',
  'slots.set-online-share',
  'sync.join',
  'sync.leave',
];

/** Commands without a request id: what comes twice is told by what it names, or does no harm. */
const withoutId: readonly ChannelName[] = [
  'desk.scan',
  'staff.sign-in',
  'staff.sign-out',
  'staff.recover',
  'staff.make-recovery-code',
  'import.begin',
  'import.chunk',
  'import.check',
  'import.choose',
  'import.choose-all',
  'import.run',
  'import.cancel',
  'wallets.test-google',
  'google.save-link',
  'templates.add-image',
];

/** Fields of these questions that take nothing else. */
const onlyOneValue: Readonly<Partial<Record<ChannelName, readonly string[]>>> = {
  'people.consent': ['channel'],
  'consent.give-as-doctor': ['party'],
};

/** A link is a secret that is kept nowhere: it is made anew, and the first does not open any more. */
const anew: readonly ChannelName[] = ['handover.make-link'];

const names = Object.keys(stationContract) as ChannelName[];
const commands = names.filter((name) => stationContract[name].kind === 'command');

let world: RequestWorld;
beforeAll(async () => {
  world = await openRequestWorld();
}, 60_000);
afterAll(() => world?.close());

/** Looked at again is written down again; nothing else is. */
const facts = () =>
  world.station.db.all(`SELECT 1 FROM event WHERE type NOT IN ('RecordViewed', 'FileGivenOut')`).length;

test('every command says by a request id what it is done once for, or stands in the list of those without', () => {
  const isNamed = (name: ChannelName) => {
    const { shape } = stationContract[name].input as unknown as { shape: object };
    return 'requestId' in shape;
  };
  expect(commands.filter((name) => !isNamed(name)).toSorted()).toEqual(withoutId.toSorted());
  expect(commands.filter(isNamed).toSorted()).toEqual(
    [...(Object.keys(inputs) as ChannelName[]), ...elsewhere].toSorted(),
  );
  expect(names.filter((name) => !commands.includes(name) && isNamed(name))).toEqual([]);
});

describe('under the request id of something that was done', () => {
  test.each(Object.entries(inputs) as [ChannelName, (world: RequestWorld) => object][])(
    '%s answers the same question alike, and no other question and nobody else',
    async (channel, inputOf) => {
      const asked = { ...(await inputOf(world)), requestId: crypto.randomUUID() } as { requestId: string };
      const first = await world.lead.ask(channel, asked);
      expect(first, JSON.stringify(first)).toMatchObject({ ok: true });
      const before = digestOfStore(world.station.db);
      const others = { personId: world.otherPerson, staffId: world.otherStaff };
      expect(unchanged(channel, asked, others)).toEqual(onlyOneValue[channel] ?? []);
      for (const { field, input } of otherInputs(channel, asked, others))
        expect(await world.lead.ask(channel, input), field).toMatchObject(used);
      expect(await world.other.ask(channel, asked)).toMatchObject(used);
      expect(digestOfStore(world.station.db)).toBe(before);
      const factsBefore = facts();
      const again = await world.lead.ask(channel, asked);
      if (anew.includes(channel)) expect(again).toMatchObject({ ok: true });
      else expect(again).toEqual(first);
      expect(facts()).toBe(factsBefore);
    },
  );
});

test('the first lead of a centre is nobody else and has no other PIN under the same request', async () => {
  const opened = await openTestStation(undefined, undefined, { mode: 'live' });
  try {
    const stranger = aWindow(() => opened.station, 'somewhere');
    const asked = { requestId: crypto.randomUUID(), name: 'Ada Lend', pin: '4739' };
    const first: Read = await stranger.ask('staff.add-first', asked);
    expect(first).toMatchObject({ ok: true });
    const before = digestOfStore(opened.station.db);
    const nobody = { personId: '', staffId: '' };
    for (const { input } of otherInputs('staff.add-first', asked, nobody))
      expect(await stranger.ask('staff.add-first', input)).toMatchObject(used);
    expect(digestOfStore(opened.station.db)).toBe(before);
    const { recoveryCode: _, ...shown } = first.value;
    expect((await stranger.ask('staff.add-first', asked)).value).toEqual(shown);
  } finally {
    opened.close();
  }
});

describe('two questions under one request id at the same moment', () => {
  test('are answered one after the other: the second finds the first', async () => {
    const requestId = crypto.randomUUID();
    const mails = world.mailServer.mails.length;
    const to = (address: string) =>
      world.lead.ask('handover.test-mail', { requestId, to: address, language: 'de' });
    const answers = await Promise.all([
      to('eins@example.invalid'),
      to('eins@example.invalid'),
      to('zwei@example.invalid'),
    ]);
    expect(answers).toMatchObject([{ ok: true }, { ok: true }, used]);
    expect(world.mailServer.mails.length).toBe(mails + 1);
  });

  test('a description of the centre that comes again does not put back what was said since', async () => {
    const described = (name: string) => ({
      requestId: crypto.randomUUID(),
      name,
      address: 'Hafen 1',
      phone: '',
      timeZone: 'Europe/Berlin',
      districtKey: '',
    });
    const [one, two] = [described('Erstens'), described('Zweitens')];
    for (const asked of [one, two, one])
      expect(await world.lead.ask('wallets.describe-centre', asked)).toMatchObject({ ok: true });
    expect((await world.lead.ask('system.status')).value.centreName).toBe('Zweitens');
  });
});
