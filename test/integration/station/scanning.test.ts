import { createHash } from 'node:crypto';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import type { CertificateSigner } from '../../../issuing/certificate/certificate-signer.ts';
import { ownTrustList } from '../../../issuing/certificate/trust/own-trust-list.ts';
import { wholeLog } from '../../../main/store/event-log/read-events.ts';
import { asking } from '../../support/asking.ts';
import { issuerUrl, someTime, trialCertificateSigner } from '../../support/certificate-facts.ts';
import { openTestStation, type TestStation, temporaryDirectory } from '../../support/test-station.ts';

let signer: CertificateSigner;
let opened: TestStation;

beforeAll(async () => {
  signer = await trialCertificateSigner();
});
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), someTime);
});
afterEach(() => opened.close());

const { act, valueOf: ask } = asking(() => opened.station, { actor: 'staff:desk' });
const take = (text: string) => act('scanning.import-trust-list', { text });

test('a trust list is refused if it is damaged or older than the present one', async () => {
  await take(ownTrustList(signer, issuerUrl, someTime));
  expect(await take('{}')).toMatchObject({ refusal: { reason: 'trust-list-unreadable' } });
  const older = ownTrustList(signer, issuerUrl, addMinutes(someTime, -1));
  expect(await take(older)).toMatchObject({ refusal: { reason: 'trust-list-older' } });
  expect((await ask('scanning.trust-list', {})).list).toMatchObject({
    issuedAt: someTime,
    documentSigners: 1,
  });
});

test('a trust list of millions of brackets is refused before it is read', async () => {
  const before = performance.now();
  expect(await take('['.repeat(7_900_000))).toMatchObject({ refusal: { reason: 'trust-list-unreadable' } });
  expect(await take(`{"hcert":${'['.repeat(3_900_000)}${']'.repeat(3_900_000)}}`)).toMatchObject({
    refusal: { reason: 'trust-list-unreadable' },
  });
  expect(performance.now() - before).toBeLessThan(1_000);
});

test('who believed which signers since when stands in the log, once for each list', async () => {
  const text = ownTrustList(signer, issuerUrl, someTime);
  await take(text);
  await take(text);
  const imported = [...wholeLog(opened.station.db)].filter(({ event }) => event.type === 'TrustListImported');
  expect(imported).toMatchObject([
    {
      stream: expect.stringMatching(/^centre@/),
      actor: 'staff:desk',
      event: {
        data: {
          digest: createHash('sha256').update(text).digest('hex'),
          issuedAt: someTime,
          documentSigners: 1,
          healthCardIssuers: 1,
        },
      },
    },
  ]);
});

test('of a code that could not be used nothing is kept but how it came and why', async () => {
  const secret = 'GEHEIM-ERIKA-1964';
  await ask('desk.scan', { texts: [secret], via: 'device', scanner: 'Voyager', symbology: 'QRCode' });
  await ask('desk.scan', { texts: [`]d2${secret}`], via: 'wedge' });
  await ask('desk.scan', { texts: ['Mustermann Erika'], via: 'typed' });
  const { scans } = await ask('scanning.refused', {});
  expect(scans).toMatchObject([
    {
      via: 'wedge',
      symbology: 'DataMatrix',
      length: 20,
      words: { de: 'Impfstoff (GS1): unbekanntes Kennzeichen' },
    },
    { via: 'device', symbology: 'QRCode', scanner: 'Voyager', refusal: 'unknown-code', length: 17 },
  ]);
  const kept = JSON.stringify(opened.station.db.all('SELECT * FROM scan'));
  expect(kept).not.toMatch(/GEHEIM|ERIKA|Mustermann/i);
});

test('scans that a scanner garbles lead to the advice to look at its setting', async () => {
  for (const text of ['%&/QQ', '#+ZZ', '((AA))']) await ask('desk.scan', { texts: [text], via: 'wedge' });
  const { advice } = await ask('scanning.refused', {});
  expect(advice.map(({ de }) => de)).toEqual([expect.stringContaining('Tastaturlayout')]);
  opened.clock.now = addMinutes(someTime, 3 * 60);
  expect((await ask('scanning.refused', {})).advice).toEqual([]);
});
