import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { imageKept } from '../../../contracts/sync/template-image-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { refuse } from '../../../domain/kernel/result.ts';
import { personalLink } from '../../../headquarters/features/booking/personal-link.ts';
import { signPass } from '../../../headquarters/features/passes/pass-signing.ts';
import type { CentreWorker } from '../../../headquarters/jobs/centre-worker.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf as keptPassOf } from '../../../headquarters/store/passes.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import { passOf } from '../../../main/store/tables/passes/passes.ts';
import { templateImage } from '../../../main/store/tables/templates/templates.ts';
import { pushEvents } from '../../../main/sync/push-events.ts';
import { exchangeImages, sendImages } from '../../../main/sync/template-images.ts';
import { createWalletPhone } from '../../../trial/phone/wallet-phone.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aJoinedStation, type JoinedStation } from '../../support/joined-station.ts';
import { templateDesk } from '../../support/template-desk.ts';
import { aPerson, expectPerson, must } from '../../support/test-station.ts';
import { untilSo } from '../../support/until-so.ts';

let headquarters: TestHeadquarters;
let follower: CentreWorker;
let centre: string;
let centres = 0;
let desk: JoinedStation;
beforeAll(async () => {
  headquarters = await aHeadquarters();
  follower = startPassFollower(headquarters.headquarters);
  const address = await headquarters.app.listen({ host: '127.0.0.1', port: 0 });
  Object.assign(headquarters.headquarters, { address });
}, 120_000);
afterAll(async () => {
  await follower?.close();
  await headquarters?.close();
});
beforeEach(async () => {
  centres += 1;
  centre = await aCentre(headquarters, `vorlage-${centres}`);
  desk = await aJoinedStation(headquarters, centre);
}, 60_000);
afterEach(() => desk.close());

const templates = templateDesk(() => desk.station);
const standardColour = 'rgb(11, 79, 92)';
const otherColour = 'rgb(32, 48, 64)';

async function somebodyWithPass(givenName: string): Promise<PersonId> {
  const personId = expectPerson(desk.station, aPerson({ givenName }));
  await desk.push();
  await desk.pullUntil('the pass', () => passOf(desk.station.db, personId));
  return personId;
}

const serialOf = (personId: PersonId) => passOf(desk.station.db, personId)?.pass_id ?? '';
const keptOf = (personId: PersonId) =>
  inCentre(headquarters.headquarters.databases.app, centre, (db) => keptPassOf(db, serialOf(personId)));
const filesOf = async (personId: PersonId) => {
  const signed = await signPass(headquarters.headquarters, centre, serialOf(personId));
  return unzipSync(signed?.file ?? new Uint8Array());
};
const colourOf = async (personId: PersonId) =>
  JSON.parse(Buffer.from((await filesOf(personId))['pass.json'] ?? []).toString('utf8')).backgroundColor;
const digestOf = (bytes: Uint8Array = new Uint8Array()) =>
  createHash('sha256').update(bytes).digest('hex').toUpperCase();
const holdPhone = () => createWalletPhone({ now: () => headquarters.clock.now });
const linkOf = (personId: PersonId) =>
  `${personalLink(headquarters.headquarters, centre, personId)}/pass.pkpass`;

describe('a template that a station of a connected centre publishes', () => {
  test('changes colour, text and image of the card in the phone, which announces the message', async () => {
    const personId = await somebodyWithPass('Erika');
    const phone = holdPhone();
    expect(must(await phone.add(linkOf(personId))).colours.background).toBe(standardColour);
    const { digests } = (await templates.uploaded('logo', 480, 150)).value;
    const design = templates.aDesign({
      logoText: { de: 'Winter in Nord', en: 'Winter up north' },
      images: { logo: digests },
    });
    const message = { de: 'Neue Öffnungszeiten', en: 'New opening hours' };
    expect((await templates.published(design, true, message)).ok).toBe(true);
    await drainOutbox(desk.station);
    await desk.push();
    await untilSo(async () => (await keptOf(personId))?.templateVersion === 2);
    await phone.wake();
    const [card] = phone.cards();
    expect(card).toMatchObject({ title: 'Winter in Nord', colours: { background: otherColour } });
    expect(phone.notices()[0]?.text).toContain('Neue Öffnungszeiten');
    expect(digestOf((await filesOf(personId))['logo@2x.png'])).toBe(digests[1]);
  }, 60_000);

  test('shapes passes from then on; those in the phones stay as they are until they are brought to it', async () => {
    const before = await somebodyWithPass('Erika');
    expect((await templates.published(templates.aDesign())).ok).toBe(true);
    await desk.push();
    const after = await somebodyWithPass('Erik');
    expect(await colourOf(after)).toBe(otherColour);
    expect(await colourOf(before)).toBe(standardColour);
  }, 60_000);

  test('is at the other station with its images, which are sent once', async () => {
    const { digests } = (await templates.uploaded('strip', 1125, 432)).value;
    expect((await templates.published(templates.aDesign({ images: { strip: digests } }))).ok).toBe(true);
    const other = await aJoinedStation(headquarters, centre, 1);
    await desk.push();
    await other.pullUntil('the template', () =>
      other.station.templates.current().version === 2 ? true : undefined,
    );
    expect(await exchangeImages(other.station, other.client)).toEqual({ ok: true, value: 3 });
    for (const digest of digests) expect(templateImage(other.station.db, digest)).toBeDefined();
    expect(await sendImages(desk.station, desk.client, digests)).toEqual({ ok: true, value: 0 });
    other.close();
  }, 60_000);

  test('is signed without an image that did not come along, and fetched anew once it did', async () => {
    const { digests } = (await templates.uploaded('thumbnail', 270, 270)).value;
    expect((await templates.published(templates.aDesign({ images: { thumbnail: digests } }))).ok).toBe(true);
    const withoutImages = Object.assign(Object.create(desk.client), {
      ask: (...asked: Parameters<typeof desk.client.ask>) =>
        asked[0].includes('template-images') ? refuse('refused') : desk.client.ask(...asked),
    });
    while (must(await pushEvents(desk.station, withoutImages)) > 0);
    const personId = await somebodyWithPass('Erika');
    expect((await filesOf(personId))['thumbnail@2x.png']).toBeUndefined();
    const phone = holdPhone();
    must(await phone.add(linkOf(personId)));
    const before = await keptOf(personId);
    must(await exchangeImages(desk.station, desk.client));
    expect(digestOf((await filesOf(personId))['thumbnail@2x.png'])).toBe(digests[1]);
    const after = await keptOf(personId);
    expect(after?.change).toBeGreaterThan(before?.change ?? 0);
    expect(after?.revision).toBe(before?.revision);
    const noticed = phone.notices().length;
    await phone.wake();
    expect(phone.notices()).toHaveLength(noticed);
  }, 60_000);
});

test('headquarters refuses an image with another digest and what is no picture, and nothing is held up by it', async () => {
  const text = Buffer.from('no picture');
  const bring = (digest: string) =>
    desk.client.ask('/sync/v1/template-images', imageKept, {
      body: { digest, bytes: text.toString('base64url') },
    });
  expect(await bring(digestOf(text))).toEqual({ ok: false, refusal: 'refused' });
  expect(await bring('A'.repeat(64))).toEqual({ ok: false, refusal: 'refused' });
  await somebodyWithPass('Erika');
}, 60_000);
