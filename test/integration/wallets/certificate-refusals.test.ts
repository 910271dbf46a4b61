import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type AppleLikeAuthority, createAppleLikeAuthority } from '../../support/apple-like-authority.ts';
import { fileOf, liveCentre, openLiveCentre } from '../../support/live-centre.ts';
import type { TestStation } from '../../support/test-station.ts';

let apple: AppleLikeAuthority;
let opened: TestStation;

beforeAll(async () => {
  apple = await createAppleLikeAuthority();
});
beforeEach(async () => {
  opened = await openLiveCentre(apple);
});
afterEach(() => opened.close());

const { act, days, requested, overview } = liveCentre(
  () => opened,
  () => apple,
);

describe('what can be wrong with a file', () => {
  test.each([
    ['nothing readable', async () => [fileOf('x.cer', 'Hallo')], 'file-unreadable'],
    [
      'a certificate that ended',
      async () => [await cer({ notBefore: days(-400), notAfter: days(-1) }), wwdr()],
      'expired',
    ],
    [
      'one from the future',
      async () => [await cer({ notBefore: days(1), notAfter: days(9) }), wwdr()],
      'not-yet-valid',
    ],
    [
      'one without its issuer',
      async () => [await cer({ notBefore: days(-1), notAfter: days(9) })],
      'wwdr-missing',
    ],
    ['the issuer alone', async () => [wwdr()], 'certificate-missing'],
  ] as const)('%s is refused with a sentence, and nothing is kept', async (_what, files, code) => {
    const refused = await act('wallets.import-certificate', { files: await files() });
    expect(refused.refusal.details.code).toBe(code);
    expect(refused.refusal.details.de).toMatch(/[.?]$/);
    expect(refused.refusal.details.en).toMatch(/[.?]$/);
    expect((await overview()).certificates).toEqual([]);
  });

  test('a certificate for a request of another station does not fit any key here', async () => {
    const own = await cer({ notBefore: days(-1), notAfter: days(9) });
    const elsewhere = await openLiveCentre(apple);
    const mine = opened;
    opened = elsewhere;
    await requested();
    const refused = await act('wallets.import-certificate', { files: [own, wwdr()] });
    expect(refused.refusal.details.code).toBe('key-does-not-match');
    elsewhere.close();
    opened = mine;
  });

  const wwdr = () => fileOf('wwdr.pem', apple.wwdrPem);
  const cer = async (dates: { notBefore: Date; notAfter: Date }) =>
    fileOf('pass.cer', await apple.answer(await requested(), dates));
});
