import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import { asking } from '../../support/asking.ts';
import { aPerson, expectPerson, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

const reachedAt = (phone: string) => expectPerson(opened.station, aPerson({ phone }));

const { ask } = asking(() => opened.station, { roles: ['reception'] });
const bundle = (personIds: readonly string[]) => ask('passes.bundle', { personIds });

describe('a bundle for a family', () => {
  test('holds the passes of all, signed at once where they were not yet', async () => {
    const family = [reachedAt('0170 1234567'), reachedAt('+49 170 1234567')];
    const { value } = await bundle(family);
    expect(value.mediaType).toBe('application/vnd.apple.pkpasses');
    expect(Object.keys(unzipSync(Buffer.from(value.base64, 'base64')))).toHaveLength(2);
    expect((await bundle([...family, crypto.randomUUID()])).refusal.reason).toBe('pass-missing');
  });

  test('brings nobody’s pass along who is reached elsewhere or nowhere, and signs none of them', async () => {
    const family = [reachedAt('0170 1234567'), reachedAt('0170 1234567')];
    for (const stranger of [reachedAt('0170 7654321'), expectPerson(opened.station)]) {
      const refused = [await bundle([...family, stranger]), await bundle([stranger, ...family])];
      expect(refused.map(({ refusal }) => refusal.reason)).toEqual(['not-one-family', 'not-one-family']);
      expect(
        passFileOf(opened.station.db, passOf(opened.station.db, stranger)?.pass_id ?? ''),
      ).toBeUndefined();
      expect((await bundle([stranger])).ok).toBe(true);
    }
  });

  test('counts somebody who is named twice once', async () => {
    const [parent, child] = [reachedAt('0170 1234567'), reachedAt('0170 1234567')];
    const { value } = await bundle([parent, child, parent]);
    expect(Object.keys(unzipSync(Buffer.from(value.base64, 'base64')))).toHaveLength(2);
  });
});
