import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.afterEach(() => station.close());

test('a list is chosen, its columns are recognised, wrong rows are told, and only the others are saved; somebody with a date elsewhere is taken over', async () => {
  station = await openStationWindow();
  const { page } = station;
  const today = new Intl.DateTimeFormat('de', { dateStyle: 'medium', timeZone: 'Europe/Berlin' }).format();
  const list = path.join(mkdtempSync(path.join(os.tmpdir(), 'station-list-')), 'anmeldungen.csv');
  const text = [
    'Patientennummer;Nachname;Vorname;Geb.-Datum;Mail;Termin;Impfzentrum',
    ...Array.from(
      { length: 40 },
      (_, i) =>
        `A${i};Gärtner${'abcdefghij'[i % 10]}${'klmn'[Math.floor(i / 10)]};Jörg;0${1 + (i % 9)}.02.${1950 + i};j${i}@example.org;;`,
    ),
    'A90;Falsch;Fritz;31.02.1990;f@example.org;;',
    `A91;Anderswo;Anna;12.03.1985;a@example.org;${today} 23:50;Impfzentrum Nord`,
  ].join('\r\n');
  writeFileSync(list, Buffer.from(text, 'latin1'));

  await page.getByTestId('area-import').click();
  await page.getByTestId('import-file').setInputFiles(list);
  await expect(page.getByTestId('import-preview')).toContainText('Gärtner');
  await expect(page.getByLabel('Zeichenkodierung')).toHaveValue('windows-1252');
  await expect(page.getByLabel('Geb.-Datum')).toHaveValue('birthDate');
  await page.getByTestId('import-check').click();

  const run = page.getByTestId('import-run');
  await expect(run).toHaveAttribute('data-state', 'ready', { timeout: 20_000 });
  await expect(page.getByTestId('import-rows-refused')).toContainText('31.02.1990');
  await page.screenshot({ path: 'test-results/import.png', fullPage: true });
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(axe.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);

  await page.getByTestId('import-start').press('Enter');
  await expect(run).toHaveAttribute('data-state', 'done', { timeout: 20_000 });
  await expect(page.locator('[data-count="added"]')).toContainText('41');
  await expect(page.getByTestId('import-past')).toContainText('41 neu');

  await page.keyboard.press('Escape');
  await page.getByTestId('area-desk').click();
  await page.getByTestId('scan-field').fill('Anderswo');
  await page.keyboard.press('Enter');
  const decision = page.getByTestId('decision');
  await expect(decision).toHaveAttribute('data-reason', 'wrong-centre');
  await expect(decision).toContainText('im Zentrum „Impfzentrum Nord“, heute um 23:50 Uhr');
  await page.screenshot({ path: 'test-results/wrong-centre.png' });
  await page.keyboard.press('F8');
  await expect(page.getByTestId('done')).toContainText('Eingecheckt');
  expect(station.complaints).toEqual([]);
});

test('the day list is drawn and handed to whoever asked for it, as a PDF', async () => {
  station = await openStationWindow();
  const { page } = station;
  await page.evaluate(() => {
    const create = URL.createObjectURL;
    URL.createObjectURL = (made: Blob) => {
      void made
        .slice(0, 5)
        .text()
        .then((start) => document.body.setAttribute('data-made', start));
      return create(made);
    };
  });
  await page.getByTestId('area-import').click();
  await page.getByTestId('day-list-pdf').click();
  await expect(page.locator('body')).toHaveAttribute('data-made', '%PDF-', { timeout: 15_000 });
  await expect(page.getByTestId('import-message')).toHaveCount(0);
});
