import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { type PassTemplate, standardTemplate } from '../../../domain/passes/pass-template.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import { answerRequest } from '../../../main/ipc/answer-request.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { keepSetting } from '../../../main/store/settings.ts';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import {
  expectPerson,
  openTestStation,
  type TestStation,
  temporaryDirectory,
} from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(temporaryDirectory(), '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

// biome-ignore lint/suspicious/noExplicitAny: tests read answers of every channel by their fields
type Read = any;

async function ask(channel: string, input: unknown, roles: Read = ['site-lead']): Promise<Read> {
  const caller = { session: 's', actor: 'staff:lead' as const, roles };
  return answerRequest(opened.station, { channel, input }, caller);
}

const requestId = () => crypto.randomUUID();
const centreName = () => opened.station.settings.centreName;

function aDesign(change: Partial<PassTemplate> = {}): PassTemplate {
  const standard = standardTemplate(centreName());
  return { ...standard, colours: { ...standard.colours, background: '#203040' }, ...change };
}

async function saved(template: PassTemplate): Promise<string> {
  const draftId = crypto.randomUUID();
  const answer = await ask('templates.save-draft', {
    requestId: requestId(),
    draftId,
    name: 'Winter',
    template,
  });
  expect(answer.ok).toBe(true);
  return draftId;
}

async function published(template: PassTemplate, push = false, message?: Read): Promise<Read> {
  const draftId = await saved(template);
  return ask('templates.publish', { requestId: requestId(), draftId, push, ...(message ? { message } : {}) });
}

async function uploaded(slot: string, width: number, height: number, format: 'png' | 'jpeg' = 'png') {
  const file = await sharp({ create: { width, height, channels: 3, background: '#cc3311' } })
    [format]()
    .toBuffer();
  return ask('templates.add-image', { slot, base64: file.toString('base64') });
}

/** pass.json of the signed file, once openssl agreed to its signature. */
function signedPass(personId: string): Record<string, Read> {
  const pass = passOf(opened.station.db, personId);
  const bytes = passFileOf(opened.station.db, pass?.pass_id ?? '')?.bytes;
  if (!pass || !bytes) throw new Error('no signed pass');
  const files = unzipSync(bytes);
  const folder = path.dirname(opened.dir);
  const file = (name: string, content: Uint8Array | string) => {
    writeFileSync(path.join(folder, name), content);
    return path.join(folder, name);
  };
  const check = ['cms', '-verify', '-binary', '-inform', 'DER', '-purpose', 'any', '-out', '/dev/null'];
  const content = file('manifest.json', files['manifest.json'] ?? '');
  const signature = file('signature', files.signature ?? '');
  const authority = file('ca.pem', opened.station.passIssuing.authorityPem);
  execFileSync('openssl', [...check, '-in', signature, '-content', content, '-CAfile', authority], {
    stdio: 'pipe',
  });
  const passKeys = opened.station.barcodeKeys.all;
  expect(verifyPkpass(bytes, { now: opened.station.now(), passKeys }).ok).toBe(true);
  return { ...JSON.parse(Buffer.from(files['pass.json'] ?? []).toString()), files: Object.keys(files) };
}

describe('given a centre that has designed nothing', () => {
  test('the standard look is version 1, and its passes are counted', async () => {
    expectPerson(opened.station);
    const { value } = await ask('templates.list', {});
    expect(value.versions).toMatchObject([{ version: 1, passes: 1 }]);
    expect(value.drafts).toEqual([]);
    expect(value.push).toBeUndefined();
  });

  test('nobody but a site lead or headquarters may design', async () => {
    expect((await ask('templates.list', {}, ['reception'])).refusal.reason).toBe('not-allowed');
    expect((await ask('templates.list', {}, ['headquarters'])).ok).toBe(true);
  });
});

describe('the preview for Google', () => {
  const sample = (more: Read = {}) =>
    ask('templates.google-card', { template: aDesign(), stage: 'after-first-dose', language: 'de', ...more });

  test('is the neutral card where the centre has no Google, with the colours and the code of the draft', async () => {
    const template = aDesign({ barcodeFormat: 'pdf417' });
    expect(await sample({ template })).toMatchObject({
      value: {
        mode: 'neutral',
        isConnected: false,
        card: { background: '#203040', barcodeFormat: 'pdf417', isActive: true },
      },
    });
    expect(JSON.stringify(await sample())).not.toMatch(/Musterfrau|Comirnaty/);
    expect(await sample({ stage: 'voided' })).toMatchObject({ value: { card: { isActive: false } } });
  });

  test('is the private card where the centre uses that', async () => {
    keepSetting(opened.station.db, 'google', {
      issuerId: '3388000000000000000',
      accountMail: 'a@b.example',
      mode: 'private',
      cardsFor: 'every-pass',
    });
    const { value } = await sample({ language: 'en' });
    expect(value).toMatchObject({ mode: 'private', isConnected: true });
    expect(JSON.stringify(value.card)).toContain('1 of 2');
  });
});

describe('given a published design', () => {
  test('new passes look like it, older ones stay as they are until all are brought to it', async () => {
    const before = expectPerson(opened.station);
    await drainOutbox(opened.station);
    expect((await published(aDesign())).value).toEqual({ version: 2, passes: 0 });
    const after = expectPerson(opened.station);
    await drainOutbox(opened.station);
    expect(signedPass(after).backgroundColor).toBe('rgb(32, 48, 64)');
    expect(signedPass(before).backgroundColor).toBe('rgb(11, 79, 92)');
    const pushed = await ask('templates.push', { requestId: requestId() });
    expect(pushed.value).toEqual({ version: 2, passes: 1 });
    await drainOutbox(opened.station);
    expect(signedPass(before).backgroundColor).toBe('rgb(32, 48, 64)');
    const list = await ask('templates.list', {});
    expect(list.value.push).toMatchObject({ version: 2, total: 1, toRedesign: 0, toSign: 0 });
    expect(list.value.versions.map((each: Read) => each.passes)).toEqual([2, 0]);
    expect((await ask('templates.push', { requestId: requestId() })).refusal.reason).toBe('nothing-to-push');
  });

  test('the same request twice publishes once', async () => {
    const input = { requestId: requestId(), draftId: await saved(aDesign()), push: true };
    const once = await ask('templates.publish', input);
    expect(await ask('templates.publish', input)).toEqual(once);
    expect((await ask('templates.list', {})).value.versions).toHaveLength(2);
  });

  test('a message to all is the one thing that the phone announces', async () => {
    const personId = expectPerson(opened.station);
    await published(aDesign(), true, { de: 'Wir sind umgezogen.', en: 'We have moved.' });
    await drainOutbox(opened.station);
    const { generic } = signedPass(personId);
    const announced = Object.values(generic as Record<string, Read[]>)
      .flat()
      .filter((field) => field.changeMessage);
    expect(announced).toMatchObject([{ key: 'message', value: 'Wir sind umgezogen.', changeMessage: '%@' }]);
  });

  test('images lie in the pass in three scales, and a strip makes it a store card', async () => {
    const strip = await uploaded('strip', 1500, 576, 'jpeg');
    const logo = await uploaded('logo', 960, 300);
    const personId = expectPerson(opened.station);
    await published(
      aDesign({ images: { strip: strip.value.digests, logo: logo.value.digests }, barcodeFormat: 'aztec' }),
      true,
    );
    await drainOutbox(opened.station);
    const pass = signedPass(personId);
    expect(pass.files).toEqual(expect.arrayContaining(['strip.png', 'strip@2x.png', 'strip@3x.png']));
    expect(pass.storeCard.primaryFields).toHaveLength(1);
    expect(pass.barcodes).toMatchObject([{ format: 'PKBarcodeFormatAztec', messageEncoding: 'iso-8859-1' }]);
  });

  test('everything that screens read is the same when it is made again from the log', async () => {
    expectPerson(opened.station);
    await published(aDesign(), true, { de: 'Neu.', en: 'New.' });
    await drainOutbox(opened.station);
    const digest = digestOfProjections(opened.station.db);
    rebuildProjections(opened.station.db);
    expect(digestOfProjections(opened.station.db)).toBe(digest);
  });
});

describe('what is not published', () => {
  test.each<[string, () => Partial<PassTemplate>, string, RegExp]>([
    [
      'an unreadable colour',
      () => ({ colours: { ...aDesign().colours, label: '#304050' } }),
      'colours.label',
      /4,5/,
    ],
    [
      'a missing translation',
      () => ({ logoText: { de: 'Pass', en: '' } }),
      'logoText',
      /englische Text fehlt/,
    ],
    [
      'a pass without a name',
      () => ({ places: { ...aDesign().places, primary: [] } }),
      'places',
      /„Name“ fehlt/,
    ],
    [
      'a slip in a placeholder',
      () => ({ houseRules: { de: 'Willkommen bei {zentrum}', en: 'Welcome' } }),
      'houseRules',
      /\{zentrum\}/,
    ],
    [
      'an announcement without its value',
      () => ({ announcements: { 'dose-count': { de: 'Neue Dosis', en: 'New dose' } } }),
      'announcements.dose-count',
      /%@/,
    ],
  ])('%s is refused with a sentence at its place', async (_name, change, part, sentence) => {
    const template = aDesign(change());
    const { faults } = (await ask('templates.check', { template })).value;
    expect(faults).toContainEqual({
      part,
      sentence: { de: expect.stringMatching(sentence), en: expect.any(String) },
    });
    expect((await published(template)).refusal.reason).toBe('template-faulty');
  });

  test('what changes nothing', async () => {
    expect((await published(standardTemplate(centreName()))).refusal.reason).toBe('draft-unchanged');
  });

  test('half a message', async () => {
    const answer = await published(aDesign(), true, { de: 'Neu.', en: ' ' });
    expect(answer.refusal.reason).toBe('message-incomplete');
  });

  test('a draft that somebody else has changed meanwhile', async () => {
    const draftId = await saved(aDesign());
    const { updatedAt } = (await ask('templates.draft', { draftId })).value;
    opened.clock.now = addMinutes(opened.clock.now, 1);
    const save = { draftId, name: 'Winter', template: aDesign(), knownAs: updatedAt };
    expect((await ask('templates.save-draft', { requestId: requestId(), ...save })).ok).toBe(true);
    expect((await ask('templates.save-draft', { requestId: requestId(), ...save })).refusal.reason).toBe(
      'draft-changed',
    );
  });
});

describe('an image', () => {
  test.each<[string, string, number, number, string]>([
    ['too small', 'logo', 100, 40, 'image-too-small'],
    ['of the wrong shape', 'icon', 400, 200, 'image-wrong-shape'],
    ['standing where a strip lies', 'strip', 1200, 1200, 'image-wrong-shape'],
  ])('%s is refused', async (_name, slot, width, height, reason) => {
    expect((await uploaded(slot, width, height)).refusal.reason).toBe(reason);
  });

  test('that is none is refused', async () => {
    const base64 = Buffer.from('%PDF-1.7 not an image at all').toString('base64');
    expect((await ask('templates.add-image', { slot: 'logo', base64 })).refusal.reason).toBe(
      'image-unreadable',
    );
  });

  test('that was cut off is refused', async () => {
    const whole = await sharp({ create: { width: 960, height: 300, channels: 3, background: '#123456' } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    const base64 = whole.subarray(0, whole.length / 2).toString('base64');
    expect((await ask('templates.add-image', { slot: 'logo', base64 })).refusal.reason).toBe(
      'image-unreadable',
    );
  });

  test('of 20 MB is refused before anything is unpacked', async () => {
    const base64 = Buffer.alloc(20 * 1024 * 1024).toString('base64');
    expect((await ask('templates.add-image', { slot: 'logo', base64 })).refusal.reason).toBe('input-invalid');
  });

  test('is kept once, and read again for the preview', async () => {
    const [one, other] = [await uploaded('icon', 200, 200), await uploaded('icon', 200, 200)];
    expect(other.value).toEqual(one.value);
    const { base64 } = (await ask('passes.image', { digest: one.value.digests[2] })).value;
    expect(await sharp(Buffer.from(base64, 'base64')).metadata()).toMatchObject({
      width: 87,
      height: 87,
      format: 'png',
    });
  });
});
