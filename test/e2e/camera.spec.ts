import { expect, test } from '@playwright/test';
import { cameraArgs, writeQrVideo } from './rig/qr-video.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { barcodeIn, freshDirectory, trialCentre } from './rig/trial-centre.ts';

let station: StationWindow;

/** A window whose webcam shows a pass of the trial centre on a dim phone in dark mode. */
test.beforeAll(async () => {
  const dir = await trialCentre();
  const video = `${freshDirectory()}.y4m`;
  writeQrVideo(video, await barcodeIn(dir, 'Sample'), { dark: 90, light: 140, share: 0.4, isInverted: true });
  station = await openStationWindow({ dir, args: cameraArgs(video) });
});
test.afterAll(() => station.close());
test.afterEach(async () => {
  const camera = station.page.getByTestId('camera');
  if (await camera.isVisible()) await station.page.keyboard.press('F2');
  await expect(camera).toBeHidden();
});

test('a pass on a dim phone in dark mode is read by the worker and outlined, and the camera goes off with the key', async () => {
  const { page } = station;
  await page.keyboard.press('F2');
  await expect(page.getByTestId('decision')).toHaveAttribute('data-reason', 'ready-to-check-in', {
    timeout: 20_000,
  });
  await expect(page.getByTestId('camera')).toHaveAttribute('data-running', 'true');
  expect(page.workers()).toHaveLength(1);
  await expect.poll(() => page.evaluate(outlinedPixels)).toBeGreaterThan(500);
  await page.keyboard.press('F2');
  await expect(page.getByTestId('camera')).toBeHidden();
  await expect.poll(() => page.workers().length).toBe(0);
  expect(station.complaints).toEqual([]);
});

test('the camera is given back while the window is hidden and comes again with it', async () => {
  const { page } = station;
  await page.keyboard.press('F2');
  const camera = page.getByTestId('camera');
  await expect(camera).toHaveAttribute('data-running', 'true');
  await page.evaluate(showWindow, false);
  await expect(camera).toHaveAttribute('data-running', 'false');
  expect(await page.evaluate(() => document.querySelector('video')?.srcObject)).toBeNull();
  await page.evaluate(showWindow, true);
  await expect(camera).toHaveAttribute('data-running', 'true');
});

test('a camera that is lost comes back by itself', async () => {
  const { page } = station;
  await page.keyboard.press('F2');
  const camera = page.getByTestId('camera');
  await expect(camera).toHaveAttribute('data-running', 'true');
  await page.evaluate(() => {
    const stream = document.querySelector('video')?.srcObject as MediaStream;
    stream.getVideoTracks()[0]?.dispatchEvent(new Event('ended'));
  });
  await expect(page.getByTestId('camera-problem')).toContainText('von selbst');
  await expect(camera).toHaveAttribute('data-running', 'true', { timeout: 10_000 });
  await expect(page.getByTestId('camera-problem')).toBeHidden();
});

/** Playwright keeps every page visible whatever its window does, so the page itself is told. */
function showWindow(isShown: boolean): void {
  Object.defineProperty(document, 'hidden', { value: !isShown, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}

function outlinedPixels(): number {
  const canvas = document.querySelector<HTMLCanvasElement>('[data-testid="camera"] canvas');
  if (!canvas || canvas.width === 0) return 0;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  let count = 0;
  for (let i = 3; i < pixels.length; i += 4) if ((pixels[i] ?? 0) > 0) count++;
  return count;
}
