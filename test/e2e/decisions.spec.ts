import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { vaccinationCertificate } from '../../domain/certificates/vaccination-entry.ts';
import { addMinutes, type Instant, instantOf } from '../../domain/kernel/instant.ts';
import type { PlainDate } from '../../domain/kernel/plain-date.ts';
import type { CertificateSigner } from '../../issuing/certificate/certificate-signer.ts';
import { issueHcert } from '../../issuing/certificate/hcert/issue-hcert.ts';
import { ownTrustList } from '../../issuing/certificate/trust/own-trust-list.ts';
import { measureBursts, watchSuffix } from '../bench/burst/measure-bursts.ts';
import { certificateFacts, issuerUrl, trialCertificateSigner } from '../support/certificate-facts.ts';
import { type Arrivals, holder, prepareArrivals } from './rig/arrivals.ts';
import { connectHidScanner, scanByHid } from './rig/hid-scanner.ts';
import { chooseInMenu } from './rig/person-menu.ts';
import { openStationWindow, type StationWindow } from './rig/station-window.ts';
import { freshDirectory } from './rig/trial-centre.ts';
import { scanByWedge } from './rig/wedge.ts';

const DAY = 24 * 60;

let station: StationWindow;
let arrivals: Arrivals;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  const dir = freshDirectory();
  arrivals = await prepareArrivals(dir);
  station = await openStationWindow({ dir, signsIn: false });
  await station.page.addInitScript(watchSuffix);
  await connectHidScanner(station.page);
  await closeDialog(station.page);
});
test.afterAll(() => station.close());

test('each pass is told by light, sentence and next step', async () => {
  const { page } = station;
  await scanByWedge(page, arrivals.expected, { host: 'us' });
  await decides(page, ['green', 'ready-to-check-in', 'Termin heute um', 'Einchecken']);
  await expect(page.getByTestId('last-scan')).toBeHidden();
  await scanByWedge(page, arrivals.expected, { host: 'german' });
  await decides(page, ['amber', 'scanned-again', 'schon gescannt', 'Trotzdem einchecken']);
  await expect(page.getByTestId('scan-field')).toHaveValue('');
  await expect(page.getByTestId('last-scan')).toContainText('Zuletzt gescannt: ');
  await page.screenshot({ path: 'test-results/scanned-again.png' });
  await scan(page, 'wrongDay', ['amber', 'wrong-day', 'nicht heute, sondern am', 'Heute als Walk-in']);
  await scan(page, 'withoutDate', ['amber', 'no-appointment', 'kein Termin', 'Heute als Walk-in']);
  await scan(page, 'tooEarly', ['amber', 'too-early', 'frühestens am', 'Trotzdem einchecken']);
  await scan(page, 'complete', ['amber', 'series-complete', 'mit 2 Dosen abgeschlossen']);
  await expect(page.getByTestId('dose-count')).toHaveText('2 von 2 Dosen');
  await scan(page, 'voided', ['red', 'pass-voided', 'gesperrt', 'Neu suchen']);
  await expect(page.getByTestId('person')).toBeHidden();
  await scan(page, 'restricted', ['red', 'person-restricted', 'Leitung', 'Neu suchen']);
  await scan(page, 'unknownHere', ['amber', 'pass-unknown-here', 'hier unbekannt: 2 Dosen, zuletzt', 'Neu']);
  await scan(page, 'forged', ['red', 'pass-forged', 'nicht echt', 'Neu suchen']);
  await scan(page, 'otherKey', ['amber', 'pass-key-unknown', 'nicht prüfen', 'Neu suchen']);
  expect(station.complaints).toEqual([]);
});

test('the page tells how long each burst of keys took to become a decision', async () => {
  const { expected, tooEarly, complete } = arrivals;
  const bursts = await measureBursts(station.page, [expected, tooEarly, complete]);
  for (const { toDecisionMs } of bursts) expect(toDecisionMs).toBeGreaterThan(0);
});

test('a certificate from elsewhere is believed by the trust list alone, and counts when the desk says so', async () => {
  const { page } = station;
  const signer = await trialCertificateSigner();
  const now = instantOf(Date.now());
  const genuine = await certificate(signer, addMinutes(now, 30 * DAY));
  await refusesCertificate(page, genuine, 'Ohne Vertrauensliste');

  await importTrustList(page, ownTrustList(signer, issuerUrl, addMinutes(now, -10 * DAY)), '1 Unterzeichner');
  await expect(page.getByTestId('trust-list')).toContainText('Diese Liste ist zu alt.');
  await importTrustList(page, '{}', 'keine Vertrauensliste');
  await importTrustList(page, ownTrustList(signer, issuerUrl, addMinutes(now, -20 * DAY)), 'älter als');
  await closeDialog(page);
  await refusesCertificate(page, genuine, 'zu alt');

  await openTrustList(page);
  await importTrustList(page, ownTrustList(signer, issuerUrl, now), 'Liste eingelesen');
  await expect(page.getByTestId('trust-list')).not.toContainText('zu alt');
  await closeDialog(page);
  await refusesCertificate(page, await certificate(signer, addMinutes(now, -1)), 'abgelaufen');
  const stranger = await trialCertificateSigner();
  await refusesCertificate(
    page,
    await certificate(stranger, addMinutes(now, 30 * DAY)),
    'nicht auf der Vertrauensliste',
  );

  await scanByHid(page, arrivals.expected);
  await expect(page.getByTestId('person')).toContainText('Erwartet');
  await scanByHid(page, genuine);
  await expect(page.getByTestId('decision')).toHaveAttribute('data-reason', 'certificate-other-person');
  await expect(page.getByTestId('decision')).toHaveAttribute('data-light', 'red');
  await expect(page.getByTestId('decision')).toContainText('gehört jemand anderem');
  await expect(page.getByTestId('person')).toContainText('Erwartet');
  await page.keyboard.press('F8');
  await expect(page.getByTestId('dose-count')).toHaveText('0 von 2 Dosen');
  await page.keyboard.press('Escape');

  await scanByHid(page, genuine);
  await decides(page, ['amber', 'certificate-fits', '1 Dosis von anderswo', 'Mitzählen']);
  const panel = page.getByTestId('certificate');
  await expect(panel).toContainText('Jürgen Groß · geboren 11.11.1958');
  await expect(panel).toHaveAttribute('data-counted', 'false');
  await page.keyboard.press('F8');
  await expect(panel).toHaveAttribute('data-counted', 'true');
  await decides(page, ['amber', 'too-early', 'Zu früh für die 2. Dosis', 'Trotzdem einchecken']);
  await expect(page.getByTestId('dose-count')).toHaveText('1 von 2 Dosen');
  await expect(page.getByTestId('doses')).toContainText('anderswo, laut');
  await page.screenshot({ path: 'test-results/certificate-counted.png' });
  expect(station.complaints).toEqual([]);
});

test('no code does more than be refused with a way on', async () => {
  const { page } = station;
  const address = page.url();
  for (const [text, reason] of hostileCodes) {
    await page.keyboard.press('Escape');
    await expect(page.getByTestId('decision')).toBeHidden();
    await scanByHid(page, text);
    const decision = page.getByTestId('decision');
    await expect(decision, text.slice(0, 40)).toHaveAttribute('data-reason', reason);
    await expect(decision.getByTestId('next-action')).toHaveText(/Neu suchen/);
  }
  expect(page.url()).toBe(address);
  expect(station.app.windows()).toHaveLength(1);
  await expect(page.getByTestId('scan-field')).toHaveValue('');
  await page.keyboard.press('Enter');
  await expect(page.getByTestId('scan-field')).toBeFocused();
  await chooseInMenu(page, 'Scanner einrichten');
  await expect(page.getByTestId('refused-scans')).toContainText('Voyager 1470g');
  await expect(page.getByTestId('refused-scans')).not.toContainText('javascript');
  expect(station.complaints).toEqual([]);
});

const hostileCodes: readonly (readonly [text: string, reason: string])[] = [
  ['javascript:alert(document.cookie)', 'code-foreign'],
  ['https://example.invalid/?next=file:///etc/passwd', 'code-foreign'],
  ['<img src=x onerror=alert(1)>', 'code-foreign'],
  ['\u001b[2J\u0003\u0004calc.exe\r', 'code-foreign'],
  ['A'.repeat(4300), 'code-foreign'],
  ['HC1:6BFOXN%TS3DH0YOJ58S S-W5HDC', 'certificate-refused'],
  [`shc:/${'56'.repeat(600)}`, 'certificate-refused'],
  ['(01)04012345123457(17)271301(10)LOT', 'vial-code'],
  ['[)>\u001e06\u001d9N110375286414', 'vial-code'],
];

type Outcome = readonly [light: string, reason: string, sentence: string, next?: string];

async function scan(page: Page, whose: keyof Arrivals, outcome: Outcome): Promise<void> {
  await scanByHid(page, arrivals[whose]);
  await decides(page, outcome);
}

async function decides(page: Page, [light, reason, sentence, next]: Outcome): Promise<void> {
  const decision = page.getByTestId('decision');
  await expect(decision).toHaveAttribute('data-reason', reason);
  await expect(decision).toHaveAttribute('data-light', light);
  await expect(decision).toContainText(sentence);
  if (next) await expect(decision.getByTestId('next-action')).toContainText(next);
  else await expect(decision.getByTestId('next-action')).toBeHidden();
}

/** Whoever is open stays open: going on without the certificate is the way on. */
async function refusesCertificate(page: Page, text: string, sentence: string): Promise<void> {
  await page.keyboard.press('Escape');
  await scanByHid(page, text);
  await expect(page.getByTestId('decision')).toContainText(sentence);
  await expect(page.getByTestId('certificate')).toBeHidden();
  await expect(page.getByTestId('next-action')).toContainText('Neu suchen');
}

async function certificate(signer: CertificateSigner, expiresAt: Instant): Promise<string> {
  const givenOn = addMinutes(instantOf(Date.now()), -7 * DAY).slice(0, 10) as PlainDate;
  const entry = vaccinationCertificate(certificateFacts({ ...holder, ordinal: 1, givenOn }));
  if (!entry.ok) throw new Error(entry.refusal);
  const issuedAt = addMinutes(instantOf(Date.now()), -60);
  return issueHcert(entry.value, 'XX', { issuedAt, expiresAt }, signer);
}

async function openTrustList(page: Page): Promise<void> {
  await chooseInMenu(page, 'Scanner einrichten');
  await expect(page.getByTestId('trust-list')).toBeVisible();
}

async function importTrustList(page: Page, text: string, told: string): Promise<void> {
  if (!(await page.getByTestId('trust-list').isVisible())) await openTrustList(page);
  const file = path.join(test.info().outputPath(), 'trust-list.json');
  writeFileSync(test.info().outputPath('trust-list.json'), text);
  await page.getByTestId('trust-list').getByLabel('Liste einlesen').first().setInputFiles(file);
  await expect(page.getByTestId('trust-list')).toContainText(told);
}

async function closeDialog(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Schließen' }).last().click();
  await expect(page.getByTestId('trust-list')).toBeHidden();
}
