import { expect, type Locator, type Page, test } from '@playwright/test';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { scanByWedge } from './rig/wedge.ts';

let station: StationWindow;

test.afterEach(() => station.close());

const tabs = 'main [role="tab"], main .dates-tabs button';
/** The first field of each form, and of each card that has fields without one. */
const groups = 'form, [role="dialog"], .templates-section, .import-card, .staff-filter';

async function goTo(page: Page, area: string, tab: number): Promise<void> {
  await page.getByTestId(area).click();
  await expect(page.getByTestId(area)).toHaveAttribute('aria-current', 'page');
  if (tab > 0) await page.locator(tabs).nth(tab).click();
  await page.waitForTimeout(150); // what was asked for arrives
}

/** The first field of a group that a scan must not take away; undefined where it has none. */
async function firstField(group: Locator): Promise<Locator | undefined> {
  const fields = group.locator(
    'input:visible:enabled:not([type="file"]), select:visible:enabled, textarea:visible',
  );
  for (const field of await fields.all()) {
    const isGuarded = await field.evaluate(
      (element) => !element.closest('[data-entry="none"]') && !element.matches('[readonly]'),
    );
    if (isGuarded) return field;
  }
  return undefined;
}

async function changeIt(field: Locator): Promise<string> {
  const kind = await field.evaluate((element) => (element as HTMLInputElement).type);
  if (kind === 'checkbox' || kind === 'radio') await field.setChecked(!(await field.isChecked()));
  else if (kind === 'select-one') {
    const values = await field
      .locator('option')
      .evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value));
    const now = await field.inputValue();
    await field.selectOption(values.find((value) => value !== now) ?? now);
  } else {
    await field.press('End');
    await field.pressSequentially(kind === 'number' ? '1' : '7');
  }
  return contentOf(field);
}

function contentOf(field: Locator): Promise<string> {
  return field.evaluate((element) => {
    const { type, value, checked } = element as HTMLInputElement;
    return type === 'checkbox' || type === 'radio' ? String(checked) : value;
  });
}

/** Scans into the half-filled form: it is asked about, nothing in it changed, and it stays where that is wanted. */
async function expectGuarded(page: Page, field: Locator, where: string): Promise<void> {
  const before = await contentOf(field);
  const entered = await changeIt(field);
  if (entered === before) return; // the only choice there is
  await scanByWedge(page, 'IP1-NOBODY-0000');
  await expect(page.getByTestId('unsaved'), where).toBeVisible();
  await page.getByTestId('stay-unsaved').click();
  await expect(page.getByTestId('unsaved')).toBeHidden();
  expect(await contentOf(field), where).toBe(entered);
  await scanByWedge(page, 'IP1-NOBODY-0000');
  await page.getByTestId('leave-unsaved').click();
  await expect(page.getByTestId('area-desk'), where).toHaveAttribute('aria-current', 'page');
}

/** Where scans are of vials, a pass is said to be none: nothing is asked, nothing changes, nobody is led away. */
async function expectUntouched(page: Page, field: Locator, where: string): Promise<void> {
  const entered = await changeIt(field);
  await scanByWedge(page, 'IP1-NOBODY-0000');
  await expect(page.getByTestId('not-a-vial'), where).toBeVisible();
  await expect(page.getByTestId('unsaved'), where).toBeHidden();
  expect(await contentOf(field), where).toBe(entered);
  await page.getByTestId('area-desk').click();
  await page.getByTestId('leave-unsaved').click();
  await expect(page.getByTestId('area-desk'), where).toHaveAttribute('aria-current', 'page');
}

test('a scan into any half-filled form asks before it takes it away, and types nothing into it', async () => {
  test.setTimeout(300_000);
  station = await openStationWindow();
  const { page } = station;
  const areas = await page
    .locator('[data-testid^="area-"]')
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-testid') ?? ''));
  const guarded: string[] = [];
  for (const area of areas) {
    await goTo(page, area, 0);
    const tabCount = Math.max(1, await page.locator(tabs).count());
    for (let tab = 0; tab < tabCount; tab++) {
      await goTo(page, area, tab);
      const count = await page.locator(`main:visible :is(${groups})`).count();
      for (let at = 0; at < count; at++) {
        const field = await firstField(page.locator(`main:visible :is(${groups})`).nth(at));
        if (!field) continue;
        const expectKept = area === 'area-stock' ? expectUntouched : expectGuarded;
        await expectKept(page, field, `${area} ${tab} ${at}`);
        guarded.push(area);
        await goTo(page, area, tab);
      }
    }
  }
  // Mail and server; holidays; joining a headquarters; the screen lock; and the wallets' five; deliveries and counts.
  expect(guarded.length).toBeGreaterThanOrEqual(8);
  for (const area of ['area-appointments', 'area-staff', 'area-wallets', 'area-stock'])
    expect(guarded).toContain(area);
});

test('a scan into a half-filled dialog asks, too', async () => {
  station = await openStationWindow();
  const { page } = station;
  for (const [area, tab, opener] of [
    ['area-appointments', 2, '[data-testid="new-template"]'],
    ['area-staff', 0, '[data-testid="add-staff"]'],
  ] as const) {
    await goTo(page, area, tab);
    await page.locator(opener).click();
    const field = await firstField(page.getByRole('dialog'));
    if (!field) throw new Error(`no field in the dialog of ${opener}`);
    await expectGuarded(page, field, opener);
  }
});
