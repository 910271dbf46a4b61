import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addMinutes, type Instant } from '../../../domain/kernel/instant.ts';
import { type PassTemplate, standardTemplate } from '../../../domain/passes/pass-template.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import { verifyPkpass } from '../../../issuing/apple/verify-pkpass.ts';
import { drainOutbox } from '../../../main/outbox/drain-outbox.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { keepSetting } from '../../../main/store/settings.ts';
import { passFileOf, passOf } from '../../../main/store/tables/passes/passes.ts';
import { asking, type Read } from '../../support/asking.ts';
import { templateDesk } from '../../support/template-desk.ts';
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

const { ask, act, aDesign, centreName, saved, published, uploaded } = templateDesk(() => opened.station);

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
    const listedFor = (role: Role) => asking(() => opened.station, { roles: [role] }).ask('templates.list');
    expect((await listedFor('reception')).refusal.reason).toBe('not-allowed');
    expect((await listedFor('headquarters')).ok).toBe(true);
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
    const pushed = await act('templates.push');
    expect(pushed.value).toEqual({ version: 2, passes: 1 });
    await drainOutbox(opened.station);
    expect(signedPass(before).backgroundColor).toBe('rgb(32, 48, 64)');
    const list = await ask('templates.list', {});
    expect(list.value.push).toMatchObject({ version: 2, total: 1, toRedesign: 0, toSign: 0 });
    expect(list.value.versions.map((each: Read) => each.passes)).toEqual([2, 0]);
    expect((await act('templates.push')).refusal.reason).toBe('nothing-to-push');
  });

  test('the same request twice publishes once', async () => {
    const input = { requestId: crypto.randomUUID(), draftId: await saved(aDesign()), push: true };
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
    expect((await act('templates.save-draft', { ...save })).ok).toBe(true);
    expect((await act('templates.save-draft', { ...save })).refusal.reason).toBe('draft-changed');
  });
});
