import { expect, test } from 'vitest';
import type { Channel } from '../../../contracts/ipc/channel.ts';
import { stationContract } from '../../../contracts/ipc/station-contract.ts';

/** Asked twice these do no more than once: they name what they change, or change nothing that lasts. */
const harmlessTwice = [
  'desk.scan',
  'google.save-link',
  'import.begin',
  'import.cancel',
  'import.check',
  'import.choose',
  'import.choose-all',
  'import.chunk',
  'import.run',
  'staff.make-recovery-code',
  'staff.recover',
  'staff.sign-in',
  'staff.sign-out',
  'templates.add-image',
  'wallets.test-google',
];

test('every command carries the id of the request, save those that do no harm when they come twice', () => {
  const without = Object.entries(stationContract as Readonly<Record<string, Channel>>)
    .filter(
      ([, { kind, input }]) =>
        kind === 'command' && !('requestId' in ((input as { shape?: object }).shape ?? {})),
    )
    .map(([name]) => name);
  expect(without.sort()).toEqual(harmlessTwice);
});
