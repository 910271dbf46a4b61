import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { closeDialog, leaveTo, opens, type State, tab, type Walk } from './walk.ts';

const states: readonly State[] = [
  { name: 'outbox', reach: opens('outbox') },
  { name: 'messages-alone', reach: opens('messages') },
  { name: 'records', isEverywhere: true, reach: opens('records') },
  {
    name: 'records-refused',
    async reach(page) {
      const days = page.locator('.card', { has: page.getByTestId('save-dose-report') }).locator('input');
      await days.nth(1).fill('02.01.2020');
      await days.nth(1).press('Tab');
      const day = page.locator('.card', { has: page.getByTestId('print-day-records') }).locator('input');
      await day.first().fill('02.01.2020');
      await day.first().press('Tab');
      await page.getByTestId('print-day-records').click();
      await page.waitForTimeout(500);
    },
  },
  { name: 'lists', reach: leaveTo('import') },
  {
    name: 'lists-checked',
    async reach(page) {
      const file = path.join(test.info().outputPath(), 'anmeldungen.csv');
      writeFileSync(
        test.info().outputPath('anmeldungen.csv'),
        [
          'Patientennummer;Nachname;Vorname;Geb.-Datum;Mail',
          ...Array.from({ length: 9 }, (_, i) => `A${i};Gärtner;Jörg;0${1 + i}.02.195${i};j${i}@example.org`),
          'A90;Falsch;Fritz;31.02.1990;f@example.org',
          'A91;Mustermann;Erika;12.08.1964;e@example.org',
        ].join('\r\n'),
      );
      await page.getByTestId('import-file').setInputFiles(file);
      await page.getByTestId('import-preview').waitFor();
      await page.getByTestId('import-check').click();
      await expect(page.getByTestId('import-run')).toHaveAttribute('data-state', 'ready', {
        timeout: 30_000,
      });
    },
  },
  {
    name: 'templates',
    async reach(page) {
      await page.keyboard.press('Escape');
      await leaveTo('templates')(page);
    },
  },
  {
    name: 'templates-draft',
    async reach(page) {
      await page.getByTestId('new-draft').click();
      await page
        .getByLabel(/^(Hintergrund|Background)$/)
        .first()
        .fill('#F3E9A0');
      await page
        .getByLabel(/(Englisch|English)\)$/)
        .first()
        .fill('');
      await expect(page.getByTestId('draft-state')).toHaveAttribute('data-state', 'saved');
    },
  },
  { name: 'wallets', isEverywhere: true, reach: opens('wallets') },
  {
    name: 'wallets-refused',
    async reach(page) {
      const file = { name: 'pass.cer', mimeType: 'text/plain', buffer: Buffer.from('kein Zertifikat') };
      await page.getByTestId('certificate-files').setInputFiles([file]);
      await page.getByTestId('import-certificate').click();
      await page.getByTestId('certificate-said').waitFor();
    },
  },
  {
    name: 'delivery',
    async reach(page) {
      await leaveTo('delivery-settings')(page);
    },
  },
  {
    name: 'headquarters',
    async reach(page) {
      await opens('headquarters')(page);
    },
  },
  {
    name: 'headquarters-refused',
    async reach(page) {
      const fields = page.getByTestId('headquarters').locator('form input:not([type="file"])');
      await fields.nth(0).fill('https://127.0.0.1:9');
      await fields.nth(1).fill('NORD-1234-5678');
      await fields.nth(2).fill('Empfang 1');
      await page.getByTestId('join-headquarters').click();
      await page.getByTestId('headquarters').getByRole('alert').waitFor();
    },
  },
  {
    name: 'staff',
    isEverywhere: true,
    async reach(page) {
      await leaveTo('staff')(page);
    },
  },
  {
    name: 'staff-add-refused',
    async reach(page) {
      await page.getByTestId('add-staff').click();
      const dialog = page.getByRole('dialog');
      await dialog.locator('input').first().fill('Leonie Albrecht');
      const pin = dialog.locator('input').last();
      await pin.fill('1111');
      await dialog.locator('button[type="submit"]').click();
      await page.waitForTimeout(800);
    },
  },
  {
    name: 'staff-views',
    async reach(page) {
      await closeDialog(page);
      await tab(1)(page);
    },
  },
  { name: 'staff-lock', reach: tab(3) },
];

/** What goes out and comes in, and what a site lead sets. */
export const settingsWalk: Walk = { name: 'settings', states };
