import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import { makeHandOverLink } from '../../../main/commands/handover/make-hand-over-link.ts';
import { sendPassMail } from '../../../main/commands/handover/send-pass-mail.ts';
import { handOverWays } from '../../../main/queries/handover/hand-over-ways.ts';
import { revokeLinks } from '../../../main/store/tables/handover/hand-over-links.ts';
import { deliveriesSince } from '../../../main/store/tables/messages/deliveries.ts';
import {
  closeHandOver,
  fetchPage,
  iPhone,
  openHandOver,
  someoneWithLink,
} from '../../support/hand-over-page.ts';
import { aPerson, expectPerson, must, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openHandOver();
});
afterEach(() => closeHandOver(opened));

describe('a family', () => {
  const phone = '0170 1234567';
  function family() {
    const { personId } = someoneWithLink(opened);
    const { station } = opened;
    const parent = expectPerson(station, aPerson({ phone }), addMinutes(station.now(), 60));
    const child = expectPerson(
      station,
      aPerson({ givenName: 'Zeisig', phone: '+49 170 1234567' }),
      addMinutes(station.now(), 60),
    );
    return { parent, child, stranger: personId };
  }

  test('is found by its number, however it is written, and takes all passes from one page', async () => {
    const { parent, child } = family();
    const { station } = opened;
    expect(must(handOverWays(station, parent)).family).toMatchObject([{ personId: child }]);
    const made = makeHandOverLink(station, 'staff:test', {
      personId: parent,
      alsoFor: [child],
      place: 'centre',
    });
    const { url } = must(made);
    const page = await fetchPage(url, { headers: { 'user-agent': iPhone } });
    expect(page.text).toContain('Alle 2 Pässe zu Apple Wallet hinzufügen');
    expect(page.text).not.toMatch(/Zeisig|Mustermann/);
    const bundle = await fetchPage(`${url}/passes.pkpasses`);
    expect(bundle.headers['content-type']).toBe('application/vnd.apple.pkpasses');
    const files = Object.values(unzipSync(bundle.body));
    const serials = files.map((file) => must(verifyPkpass(file, { now: station.now() })).serialNumber);
    expect(new Set(serials).size).toBe(2);
    const ways = deliveriesSince(station.db, '' as never, 9).map(({ person_id, way }) => [person_id, way]);
    expect(ways.sort()).toEqual(
      [
        [parent, 'apple-wallet'],
        [child, 'apple-wallet'],
      ].sort(),
    );
    const [own] = /\/p\/[\w-]{32}\?lang=en/.exec((await fetchPage(`${url}?lang=en`)).text) ?? [];
    expect((await fetchPage(new URL(own ?? '', url).href)).text).toContain('Your pass');
  });

  test('has a link no longer once one of them may not be fetched any more', async () => {
    const { parent, child } = family();
    const made = makeHandOverLink(opened.station, 'staff:test', {
      personId: parent,
      alsoFor: [child],
      place: 'centre',
    });
    const { url } = must(made);
    revokeLinks(opened.station.db, child, opened.station.now());
    expect((await fetchPage(url)).status).toBe(404);
    expect((await fetchPage(`${url}/passes.pkpasses`)).status).toBe(404);
  });

  test('is nobody who is reached elsewhere: no link and no mail bring a stranger’s pass', async () => {
    const { parent, stranger } = family();
    const wish = { personId: parent, alsoFor: [stranger] };
    const link = makeHandOverLink(opened.station, 'staff:test', { ...wish, place: 'centre' });
    expect(link).toEqual({ ok: false, refusal: 'not-one-family' });
    expect(sendPassMail(opened.station, 'staff:test', wish)).toEqual({
      ok: false,
      refusal: 'not-one-family',
    });
  });
});

describe('a request for a link that comes twice', () => {
  test('gives another link, and the first, whose answer was lost, holds no longer', async () => {
    const { personId } = someoneWithLink(opened);
    const wish = { requestId: crypto.randomUUID(), personId, place: 'centre' } as const;
    const first = must(makeHandOverLink(opened.station, 'staff:test', wish)).url;
    const second = must(makeHandOverLink(opened.station, 'staff:test', wish)).url;
    expect((await fetchPage(first)).status).toBe(404);
    expect((await fetchPage(second)).status).toBe(200);
    expect(JSON.stringify(opened.station.db.all('SELECT * FROM request'))).not.toContain(second.slice(-32));
  });
});
