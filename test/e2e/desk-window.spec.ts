import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { openFromToday, recordDose, shownBarcode, showPass } from './rig/desk.ts';
import { cameraArgs, writeQrVideo } from './rig/qr-video.ts';
import { approve, PIN_MS, signIn } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow, servicePid } from './rig/station-window.ts';
import { barcodeIn, freshDirectory, trialCentre } from './rig/trial-centre.ts';
import { scanByWedge } from './rig/wedge.ts';

let station: StationWindow;

test.describe('a window of its own', () => {
  test.afterEach(() => station.close());

  test('a pass is scanned, checked in and vaccinated; the pass counts one more, and everything is there after a restart', async () => {
    station = await openStationWindow({ dir: freshDirectory() });
    const { page, dir } = station;
    await openFromToday(page, 'Müller, Hans-Peter');
    const barcode = await shownBarcode(page);
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('person')).toBeHidden();

    await scanByWedge(page, barcode);
    const decision = page.getByTestId('decision');
    await expect(decision).toHaveAttribute('data-light', 'green');
    await expect(page.getByTestId('person')).toContainText('Hans-Peter Müller');
    await expect(page.getByTestId('scan-field')).toHaveValue('');

    await page.keyboard.press('F8');
    await expect(page.getByTestId('done')).toContainText('Eingecheckt');
    await page.keyboard.press('F8');
    await expect(page.getByTestId('dose-form')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('done')).toContainText('Eingecheckt');
    await page.keyboard.press('F8');
    await recordDose(page, 'LOT-4711');
    await expect(page.getByTestId('done')).toContainText('1. Dosis gespeichert');
    await expect(page.getByTestId('dose-count')).toHaveText('1 von 2 Dosen');
    await showPass(page);
    await expect(page.getByTestId('pass-card')).toContainText('1 von 2');
    await expect(page.getByTestId('pass-file')).toHaveAttribute('data-state', 'ready');
    const entry = page.getByTestId('today').getByRole('button', { name: 'Müller, Hans-Peter' });
    await expect(entry).toContainText('geimpft');
    await page.screenshot({ path: 'test-results/desk.png' });
    expect(await shownBarcode(page)).not.toBe(barcode);
    expect(station.complaints).toEqual([]);

    await station.close();
    expect(readFileSync(path.join(dir, 'station.db')).includes('Hans-Peter')).toBe(false);
    station = await openStationWindow({ dir });
    await expect(station.page.getByTestId('scan-field')).toBeVisible();
    await scanByWedge(station.page, barcode, { host: 'german' });
    await expect(station.page.getByTestId('decision')).toHaveAttribute('data-reason', 'dose-already-today');
    await expect(station.page.getByTestId('dose-count')).toHaveText('1 von 2 Dosen');
  });

  test('the webcam reads a pass, and only the camera is allowed', async ({}, info) => {
    const dir = await trialCentre();
    const video = info.outputPath('pass.y4m');
    writeQrVideo(video, await barcodeIn(dir, 'Sample'));
    station = await openStationWindow({ dir, args: cameraArgs(video) });
    const { page } = station;
    await page.keyboard.press('F2');
    await expect(page.getByTestId('decision')).toHaveAttribute('data-reason', 'ready-to-check-in', {
      timeout: 20_000,
    });
    await expect(page.getByTestId('person')).toContainText('John Sample');
    const refused = await page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'allowed',
        (error: Error) => error.name,
      ),
    );
    expect(refused).toBe('NotAllowedError');
  });
});

test.describe('one window', () => {
  test.beforeAll(async () => {
    station = await openStationWindow();
  });
  test.afterAll(() => station.close());

  test('a dose is undone with a reason, and both versions stay in the record', async () => {
    const { page } = station;
    await openFromToday(page, 'Mustermann, Erika');
    await expect(page.getByTestId('dose-count')).toHaveText('1 von 2 Dosen');
    await page.getByRole('button', { name: 'Stornieren' }).click();
    await page.getByLabel('Wurde nicht gegeben').check();
    await approve(page);
    await page.getByTestId('confirm-void').click();
    await expect(page.getByTestId('done')).toContainText('storniert', { timeout: PIN_MS });
    await expect(page.getByTestId('dose-count')).toHaveText('0 von 2 Dosen');
    await expect(page.getByTestId('doses')).toContainText('storniert');
    await showPass(page);
    await expect(page.getByTestId('pass-card')).toContainText('0 von 2');
  });

  test('kill -9 of the service is survived: the desk goes on, nothing is lost or doubled', async () => {
    const { page } = station;
    await openFromToday(page, 'Yıldız, Ayşe');
    await page.keyboard.press('F8');
    await recordDose(page, 'LOT-KILL');
    const shown = await watchServiceState(page);
    process.kill(servicePid(station), 'SIGKILL');
    await expect.poll(shown, { timeout: 5_000 }).toContain('down');
    await expect(page.getByTestId('service-state')).toHaveAttribute('data-kind', 'up', { timeout: 15_000 });
    await signIn(page);
    await openFromToday(page, 'Yıldız, Ayşe');
    await expect(page.getByTestId('dose-count')).toHaveText('1 von 2 Dosen');
    await expect(page.getByTestId('doses').getByText('LOT-KILL')).toHaveCount(1);
  });

  test('a service that is stopped is noticed and started again while the window stays', async () => {
    const { page } = station;
    const shown = await watchServiceState(page);
    process.kill(servicePid(station), 'SIGSTOP');
    await expect.poll(shown, { timeout: 15_000 }).toContain('down');
    await expect(page.getByTestId('service-state')).toHaveAttribute('data-kind', 'up', { timeout: 15_000 });
    await signIn(page);
  });
});

/**
 * Every state that the header shows from now on. A service is started again within a second, and a test that waits
 * looks once in a second: by looking alone it may see none of it.
 */
async function watchServiceState(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const shown: string[] = [];
    Object.assign(window, { shownStates: shown });
    const look = () => {
      const kind = document.querySelector('[data-testid="service-state"]')?.getAttribute('data-kind');
      if (kind && kind !== shown.at(-1)) shown.push(kind);
    };
    look();
    new MutationObserver(look).observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  return () => page.evaluate(() => (window as unknown as { shownStates: string[] }).shownStates);
}
