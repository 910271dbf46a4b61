import { describe, expect, test } from 'vitest';
import { eachLiveCentre, fileOf, openLiveCentre } from '../../support/live-centre.ts';

const { live, act, days, requested, overview } = eachLiveCentre();

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
    const elsewhere = await openLiveCentre(live.apple);
    const mine = live.opened;
    live.opened = elsewhere;
    await requested();
    const refused = await act('wallets.import-certificate', { files: [own, wwdr()] });
    expect(refused.refusal.details.code).toBe('key-does-not-match');
    elsewhere.close();
    live.opened = mine;
  });

  const wwdr = () => fileOf('wwdr.pem', live.apple.wwdrPem);
  const cer = async (dates: { notBefore: Date; notAfter: Date }) =>
    fileOf('pass.cer', await live.apple.answer(await requested(), dates));
});
