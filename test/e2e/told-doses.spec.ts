import { writeFileSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { savedFile } from './rig/saved-file.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';

let station: StationWindow;
test.afterEach(() => station.close());

const dose = (id: string, more: object = {}) => ({
  resource: {
    resourceType: 'Immunization',
    id,
    status: 'completed',
    patient: { reference: 'Patient/1' },
    vaccineCode: {
      coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '224' }],
      text: 'FSME-IMMUN Erwachsene',
    },
    occurrenceDateTime: '2019-03-04',
    lotNumber: 'VNR1T21B',
    reportOrigin: { text: 'Praxis am Markt' },
    ...more,
  },
});
const recommendation = {
  resource: {
    resourceType: 'ImmunizationRecommendation',
    patient: { reference: 'Patient/1' },
    date: '2026-01-01',
    authority: { display: 'Praxis am Markt' },
    recommendation: [
      {
        vaccineCode: [{ coding: [{ system: 'http://hl7.org/fhir/sid/cvx', code: '224' }] }],
        dateCriterion: [
          { code: { coding: [{ system: 'http://loinc.org', code: '30980-7' }] }, value: '2027-02-01' },
        ],
      },
    ],
  },
};
const patient = (family: string) => ({
  resource: {
    resourceType: 'Patient',
    id: '1',
    name: [{ family, given: ['Erika'] }],
    birthDate: '1964-08-12',
  },
});

test('vaccinations from a file of another system are shown, compared, taken once, and go out again', async ({}, info) => {
  station = await openStationWindow();
  const { page } = station;
  const fileOf = (name: string, ...entry: object[]) => {
    const file = info.outputPath(name);
    writeFileSync(file, JSON.stringify({ resourceType: 'Bundle', type: 'collection', entry }));
    return file;
  };
  const open = (file: string) =>
    page.getByTestId('told-doses').locator('input[type=file]').setInputFiles(file);
  await page.getByTestId('area-people').click();
  await page.getByTestId('people-search').fill('Mustermann 12.8.64');
  await page.getByTestId('hits').getByRole('button', { name: 'Mustermann, Erika' }).click();

  await open(fileOf('none.json', patient('Mustermann')));
  await expect(page.getByTestId('told-doses')).toContainText('In der Datei stehen keine Impfungen.');

  await open(fileOf('other.json', patient('Beispiel'), dose('a')));
  await expect(page.getByTestId('told-look')).toContainText('passen nicht zu dieser Akte');
  await expect(page.getByTestId('told-take')).toBeDisabled();
  await page.keyboard.press('Escape');

  await open(
    fileOf(
      'doses.json',
      patient('Mustermann'),
      dose('a'),
      dose('b', { status: 'entered-in-error' }),
      dose('c', { vaccineCode: { text: 'Gelbfieber' } }),
      recommendation,
    ),
  );
  const look = page.getByTestId('told-look');
  await expect(look).toContainText('neu');
  await expect(page.getByTestId('told-not-taken')).toContainText('als Irrtum gekennzeichnet');
  await expect(page.getByTestId('told-not-taken')).toContainText('Diesen Impfstoff kennt die Station nicht');
  await expect(page.getByTestId('told-recommendations')).toContainText('01.02.2027');
  await page.screenshot({ path: 'test-results/told-doses.png' });
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  await page.getByTestId('told-take').click();
  await expect(page.getByText('1 Impfung steht jetzt in der Akte und zählt mit.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByTestId('record-doses')).toContainText(
    'Charge VNR1T21B · anderswo, laut Praxis am Markt',
  );
  await page.screenshot({ path: 'test-results/told-doses-record.png' });

  await open(fileOf('again.json', patient('Mustermann'), dose('a')));
  await expect(look).toContainText('schon erfasst');
  await expect(page.getByTestId('told-take')).toBeDisabled();
  await page.keyboard.press('Escape');
  expect(String(await savedFile(station, 'immunizations-r4'))).toContain('VNR1T21B');
  expect(station.complaints).toEqual([]);
});
