import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { templateDesk } from '../../support/template-desk.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation();
});
afterEach(() => opened.close());

const { ask, uploaded } = templateDesk(() => opened.station);

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
