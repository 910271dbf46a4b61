import { describe, expect, test } from 'vitest';
import { addressOf, decideDestination } from '../../../domain/centre/destination.ts';
import { decideDisclosure } from '../../../domain/staff/disclosure.ts';

describe('where data goes', () => {
  const before = {
    address: 'mail.example.org:587',
    account: 'erika@example.org',
    sender: 'Erika <e@example.org>',
  };
  const change = (after: object, hasNewPassword = false) =>
    decideDestination('mail-server', { before, after, hasNewPassword }).map(({ data }) => data);

  test('is no change where it is set again as it was', () => {
    expect(change({ ...before })).toEqual([]);
  });

  test('tells of an account and a sender that they changed, and not to whom', () => {
    const changed = change({ ...before, account: 'max@example.org', sender: 'Max <m@example.org>' });
    expect(changed).toEqual([
      { destination: 'mail-server', changed: ['account', 'sender'], address: before.address },
    ]);
  });

  test('tells of a new password alone, and of nothing that is sent any more', () => {
    expect(change(before, true)).toMatchObject([{ changed: ['password'] }]);
    expect(change({})).toEqual([{ destination: 'mail-server', changed: ['address', 'account', 'sender'] }]);
  });

  test.each([
    ['192.0.2.7', '192.0.2.7:8472'],
    ['2001:db8::7', '[2001:db8::7]:8472'],
    ['[2001:db8::7]', '[2001:db8::7]:8472'],
  ])('at %s is written so that its port is told from it', (host, written) => {
    expect(addressOf(host, 8472)).toBe(written);
  });
});

test('a file about nobody gives nothing out', () => {
  expect(decideDisclosure({ kind: 'refused-rows', people: 0 })).toEqual([]);
  expect(decideDisclosure({ kind: 'bundle', people: 3 })).toEqual([
    { type: 'DataDisclosed', version: 1, data: { kind: 'bundle', people: 3 } },
  ]);
});
