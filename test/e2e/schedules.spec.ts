import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { PersonId } from '../../domain/kernel/ids.ts';
import { correctPerson } from '../../main/commands/people/correct-person.ts';
import { personById } from '../../main/store/tables/people/people.ts';
import { must, openTestStation } from '../support/test-station.ts';
import { chooseInMenu } from './rig/person-menu.ts';
import { signIn, vaccinator } from './rig/sign-in.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { trialCentre } from './rig/trial-centre.ts';

let station: StationWindow;

test.afterEach(() => station.close());

async function serious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
}

/** People of a trial have no phone; whom nobody can tell is not moved. One stays without. */
async function givePhones(dir: string): Promise<void> {
  const { station: trial, close } = await openTestStation(dir);
  for (const { person_id } of trial.db.all<{ person_id: PersonId }>('SELECT person_id FROM person')) {
    const known = personById(trial.db, person_id);
    if (known?.status !== 'registered' || known.details.familyName === 'Yıldız') continue;
    const details = { ...known.details, phone: '0152 28817386' };
    must(correctPerson(trial, 'operator', { personId: person_id, why: 'changed', details }));
  }
  close();
}

test('a doctor reads a schedule, tries a history on it, confirms it and sees the dates that do not fit moved', async () => {
  const dir = await trialCentre();
  await givePhones(dir);
  station = await openStationWindow({ dir, signsIn: false });
  const { page } = station;
  await signIn(page, vaccinator);
  await page.getByTestId('area-schedules').click();
  await expect(page.getByTestId('schedules')).toContainText('Impfschemata');
  await page.getByTestId('schedules').getByRole('button', { name: 'COVID-19', exact: true }).click();
  const schedule = page.getByTestId('schedule');
  await expect(schedule).toContainText('STIKO');
  await expect(schedule).toContainText('Dosis 2');
  await expect(page.getByTestId('schedule-confirmation')).toContainText('noch nicht bestätigt');
  await expect(page.getByTestId('affected-dates')).toContainText('passen nicht');
  expect(await serious(page)).toEqual([]);

  await page.getByTestId('try-born').fill('1.5.1980');
  await page.getByTestId('try-add').click();
  await page.getByTestId('try-date-1').fill('1.9.2021');
  await page.getByTestId('try-evaluate').click();
  await expect(page.getByTestId('try-result')).toContainText('29.09.2021');
  await page.getByTestId('try-result').screenshot({ path: 'test-results/schedules-try.png' });

  await page.getByTestId('open-confirm-schedule').click();
  const dialog = page.getByRole('dialog');
  await expect(page.getByTestId('confirm-affected')).toContainText('auf einen freien Platz verschieben');
  await expect(dialog).toContainText('Zu früh: frühestens am');
  await expect(page.getByTestId('confirm-schedule')).toBeDisabled();
  await page.screenshot({ path: 'test-results/schedules-confirm.png' });
  expect(await serious(page)).toEqual([]);
  await page.getByTestId('dates-move').click();
  await expect(page.getByTestId('confirm-schedule')).toContainText('Bestätigen und verschieben');
  await page.getByTestId('confirm-schedule').click();
  await expect(page.getByTestId('replanned')).toContainText(/verschobene Termine: [1-9]/);
  await page.getByTestId('affected-dates').scrollIntoViewIfNeeded();
  await page.screenshot({ path: 'test-results/schedules-replanned.png' });

  await chooseInMenu(page, 'English');
  await expect(page.getByTestId('replanned')).toContainText('Appointments moved with the confirmation');
  await page.screenshot({ path: 'test-results/schedules-english.png' });
  expect(await serious(page)).toEqual([]);
  expect(station.complaints).toEqual([]);
});
