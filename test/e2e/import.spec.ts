import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;

test.afterEach(() => station.close());

test('a list is chosen, its columns are recognised, wrong rows are told, and only the others are saved', async () => {
  station = await openStationWindow();
  const { page } = station;
  const list = path.join(mkdtempSync(path.join(os.tmpdir(), 'station-list-')), 'anmeldungen.csv');
  const text = [
    'Nr;Nachname;Vorname;Geb.-Datum;Mail',
    ...Array.from(
      { length: 40 },
      (_, i) =>
        `A${i};Gärtner${'abcdefghij'[i % 10]}${'klmn'[Math.floor(i / 10)]};Jörg;0${1 + (i % 9)}.02.1970;j${i}@example.org`,
    ),
    'A90;Falsch;Fritz;31.02.1990;f@example.org',
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
  await expect(page.locator('[data-count="added"]')).toContainText('40');
  await expect(page.getByTestId('import-past')).toContainText('40 neu');
  expect(station.complaints).toEqual([]);
});
