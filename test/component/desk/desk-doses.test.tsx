import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aFakeStation, cardWith, decisionFor, signedIn, value } from '../../support/fake-station.ts';
import { already, doseToday, openErika, openReview, vaccinated } from '../../support/open-desk.tsx';
import { scanByWedge } from '../../support/scan-by-wedge.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

test('the confirmation repeats name, birth date, dose, product, lot and expiry before anything is sent', async () => {
  const station = await openErika(aFakeStation({ nextAction: 'record-dose' }));
  fireEvent.click(screen.getByTestId('next-action'));
  const form = await screen.findByTestId('dose-form');
  fireEvent.submit(form.querySelector('form') as HTMLFormElement);
  const review = (await screen.findByTestId('review')).textContent;
  for (const said of ['Erika Mustermann', '12.08.1964', '1.\u00a0Dosis', 'Comirnaty', 'EX1234', '31.12.2030'])
    expect(review).toContain(said);
  expect(station.asked('desk.record-dose')).toHaveLength(0);
});

test('an open confirmation never turns into another dose: it closes and says who gave what when', async () => {
  const station = await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: {
        'desk.card': value(vaccinated),
        'desk.open': [
          value({ decision: decisionFor('record-dose'), card: cardWith('record-dose') }),
          value({ decision: already, card: vaccinated }),
        ],
      },
    }),
  );
  expect(await openReview()).toContain('1.\u00a0Dosis');
  station.change(['desk']);
  const told = (await screen.findByTestId('refusal')).textContent;
  for (const said of ['1.\u00a0Dosis', 'Ben Ruf', '23.11.2026', 'EX1234']) expect(told).toContain(said);
  expect(screen.queryByTestId('review')).toBeNull();
  expect(screen.queryByTestId('dose-form')).toBeNull();
  expect(screen.getByTestId('decision').dataset.reason).toBe('dose-already-today');
  expect(station.asked('desk.record-dose')).toHaveLength(0);
});

test('what the service refuses as confirmed too late closes the form as well', async () => {
  const station = await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: {
        'desk.record-dose': { ok: false, refusal: { reason: 'doses-changed' } },
        'desk.open': [
          value({ decision: decisionFor('record-dose'), card: cardWith('record-dose') }),
          value({ decision: already, card: vaccinated }),
        ],
      },
    }),
  );
  await openReview();
  fireEvent.click(screen.getByTestId('confirm-dose'));
  expect((await screen.findByTestId('refusal')).dataset.reason).toBe('doses-changed');
  expect(station.asked('desk.record-dose')[0]?.ordinal).toBe(1);
  expect(screen.queryByTestId('dose-form')).toBeNull();
});

test('a second dose on one day is entered on purpose only, and takes a reason and a second person', async () => {
  const approvers = { people: [{ staffId: 's2', name: 'Ben Ruf' }], roles: ['vaccinator'] };
  const station = await openErika(
    aFakeStation({
      more: {
        'desk.card': value(vaccinated),
        'desk.open': value({ decision: already, card: vaccinated }),
        'staff.approvers': value(approvers),
        'desk.record-grave-dose': value({ ...vaccinated, doseId: doseToday.doseId }),
      },
    }),
  );
  fireEvent.click(screen.getByTestId('further-dose'));
  const form = await screen.findByTestId('dose-form');
  fireEvent.submit(form.querySelector('form') as HTMLFormElement);
  expect((await screen.findByTestId('review')).textContent).toContain('2.\u00a0Dosis');
  const confirm = screen.getByTestId<HTMLButtonElement>('confirm-grave-dose');
  expect(confirm.disabled).toBe(true);
  fireEvent.change(screen.getByRole('textbox', { name: /Warum/ }), {
    target: { value: 'Erste ging daneben' },
  });
  fireEvent.change(await screen.findByTestId('second-pin'), { target: { value: '4739' } });
  await vi.waitFor(() => expect(confirm.disabled).toBe(false));
  fireEvent.click(confirm);
  await vi.waitFor(() =>
    expect(station.asked('desk.record-grave-dose')).toMatchObject([
      {
        ordinal: 2,
        overrides: ['dose-already-today', 'not-checked-in'],
        reason: 'Erste ging daneben',
        secondSignIn: { staffId: 's2', pin: '4739' },
      },
    ]),
  );
  expect(station.asked('desk.record-dose')).toHaveLength(0);
});

const jana = { ...cardWith('check-in').person, personId: 'p2', givenName: 'Jana', familyName: 'Stern' };
const janaScanned = value({
  decision: { ...decisionFor('check-in'), personId: 'p2' },
  card: { ...cardWith('check-in'), person: jana },
});

test.each([
  ['F8', 'decision'],
  ['Escape', 'dose-form'],
])('the pass of somebody else in an open dose form stops, and %s goes to the %s', async (key, shown) => {
  await openErika(aFakeStation({ nextAction: 'record-dose', more: { 'desk.scan': janaScanned } }));
  fireEvent.click(screen.getByTestId('next-action'));
  await screen.findByTestId('dose-form');
  scanByWedge('24T4RC02XKNTV0WUEG00003RFG20L5W5JPKDXRE3WC');
  const told = (await screen.findByTestId('other-pass')).textContent;
  expect(told).toContain('Jana Stern');
  expect(told).toContain('Offen ist Erika Mustermann');
  fireEvent.keyDown(screen.getByTestId('stay'), { key });
  await vi.waitFor(() => expect(screen.queryByTestId('other-pass')).toBeNull());
  expect(screen.getByTestId(shown)).toBeTruthy();
  if (key === 'F8') expect(screen.queryByTestId('dose-form')).toBeNull();
});

test('given the help above two different people, Esc closes the help alone, and F8 changes nothing below it', async () => {
  await openErika(aFakeStation({ nextAction: 'record-dose', more: { 'desk.scan': janaScanned } }));
  fireEvent.click(screen.getByTestId('next-action'));
  await screen.findByTestId('dose-form');
  scanByWedge('24T4RC02XKNTV0WUEG00003RFG20L5W5JPKDXRE3WC');
  await screen.findByTestId('other-pass');
  fireEvent.keyDown(document.body, { key: 'F1' });
  const help = () => screen.queryByRole('dialog', { name: 'Alles mit der Tastatur' });
  await vi.waitFor(() => expect(help()).toBeTruthy());
  fireEvent.keyDown(document.body, { key: 'F8' });
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await vi.waitFor(() => expect(help()).toBeNull());
  expect(screen.getByTestId('other-pass').textContent).toContain('Jana Stern');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  await vi.waitFor(() => expect(screen.queryByTestId('other-pass')).toBeNull());
  expect(screen.getByTestId('dose-form')).toBeTruthy();
});

test('what was said about a code that is no vaccine goes with the next thing that is typed', async () => {
  const station = aFakeStation({
    nextAction: 'record-dose',
    more: { 'desk.scan': value({ decision: { ...already, reason: 'code-foreign', personId: undefined } }) },
  });
  await openErika(station);
  fireEvent.click(screen.getByTestId('next-action'));
  await screen.findByTestId('dose-form');
  const lot = screen.getByRole<HTMLInputElement>('textbox', { name: /Charge/ });
  fireEvent.change(lot, { target: { value: 'TRIAL-01' } });
  scanByWedge('12345678X');
  await vi.waitFor(() => expect(screen.getByTestId('vial').textContent).toContain('kein Impfstoff-Code'));
  expect(lot.value).toBe('');
  expect(screen.getByTestId('vial').getAttribute('role')).toBe('alert');
  fireEvent.input(lot, { target: { value: 'EX77' } });
  expect(screen.getByTestId('vial').textContent).not.toContain('kein Impfstoff-Code');
});

test('after a lock the date from the vial’s code is still not to be changed', async () => {
  const ada = { ...signedIn.signedIn, isLocked: false };
  await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: {
        'staff.sign-in-names': value({ people: [ada] }),
        'staff.sign-in': value(signedIn),
      },
    }),
  );
  fireEvent.click(await screen.findByTestId('next-action'));
  await screen.findByTestId('dose-form');
  scanByWedge('(01)04150123456782(17)301231(10)NEW1');
  await screen.findByDisplayValue('NEW1');
  fireEvent.keyDown(window, { key: 'F10' });
  fireEvent.change(await screen.findByTestId('pin'), { target: { value: '4739' } });
  fireEvent.click(screen.getByTestId('submit-pin'));
  const lot = await screen.findByDisplayValue('NEW1');
  expect(screen.getByDisplayValue<HTMLInputElement>('31.12.2030').readOnly).toBe(true);
  fireEvent.change(lot, { target: { value: 'OTHER' } });
  expect(screen.getByDisplayValue<HTMLInputElement>('31.12.2030').readOnly).toBe(false);
});

test('an expired vial is red at the scan, its date cannot be cleared, and two people have to agree', async () => {
  const station = await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: { 'staff.approvers': value({ people: [], roles: [] }) },
    }),
  );
  fireEvent.click(screen.getByTestId('next-action'));
  const form = await screen.findByTestId('dose-form');
  scanByWedge('(01)04150123456782(17)200131(10)OLD1');
  expect((await screen.findByTestId('expired')).textContent).toContain('am 31.01.2020 abgelaufen');
  const date = screen.getByLabelText<HTMLInputElement>(/Verwendbar bis/);
  expect(date.readOnly).toBe(true);
  fireEvent.submit(form.querySelector('form') as HTMLFormElement);
  const warning = await screen.findByTestId('dose-warning');
  expect(warning.dataset.reason).toBe('lot-expired');
  expect(screen.getByTestId<HTMLButtonElement>('confirm-grave-dose').disabled).toBe(true);
  expect(screen.queryByTestId('confirm-dose')).toBeNull();
  expect(station.asked('desk.record-dose')).toHaveLength(0);
});

test('every warning stands in the review, and what is mild is saved by one press there', async () => {
  const card = { ...cardWith('record-dose'), visit: undefined };
  const station = await openErika(
    aFakeStation({
      more: {
        'desk.card': value(card),
        'desk.open': value({ decision: decisionFor('record-dose'), card }),
        'desk.record-dose': { ok: false, refusal: { reason: 'too-early' } },
      },
    }),
  );
  await openReview();
  const warnings = screen.getAllByTestId('dose-warning').map(({ dataset }) => dataset.reason);
  expect(warnings).toEqual(['not-checked-in']);
  fireEvent.click(screen.getByTestId('confirm-dose'));
  expect((await screen.findByTestId('refusal')).dataset.reason).toBe('too-early');
  expect(station.asked('desk.record-dose')).toMatchObject([{ overrides: warnings }]);
  expect(screen.queryByRole('button', { name: /Trotzdem/ })).toBeNull();
});

test('voiding names the person and the lot, and takes a reason that was chosen', async () => {
  const station = aFakeStation({
    more: {
      'desk.card': value(vaccinated),
      'desk.open': value({ decision: already, card: vaccinated }),
      'staff.approvers': value({ people: [{ staffId: 's2', name: 'Ben Ruf' }], roles: ['vaccinator'] }),
      'desk.void-dose': value(vaccinated),
    },
  });
  await openErika(station);
  fireEvent.click(screen.getByRole('button', { name: 'Stornieren' }));
  const dialog = (await screen.findByRole('dialog', { name: /stornieren/ })).textContent;
  for (const said of ['Erika Mustermann', '12.08.1964', 'Charge EX1234']) expect(dialog).toContain(said);
  const confirm = screen.getByTestId<HTMLButtonElement>('confirm-void');
  fireEvent.change(await screen.findByTestId('second-pin'), { target: { value: '4739' } });
  expect(confirm.disabled).toBe(true);
  fireEvent.click(screen.getByLabelText('Falsch eingegeben'));
  await vi.waitFor(() => expect(confirm.disabled).toBe(false));
});

test('a vial with a code that nobody knows is doubted again where the dose is confirmed', async () => {
  await openErika(aFakeStation({ nextAction: 'record-dose' }));
  fireEvent.click(screen.getByTestId('next-action'));
  const form = await screen.findByTestId('dose-form');
  scanByWedge('(01)04260000000127(17)281231(10)ABC123');
  await screen.findByTestId('unknown-vial');
  fireEvent.submit(form.querySelector('form') as HTMLFormElement);
  await screen.findByTestId('review');
  expect(screen.getByTestId('dose-warning').textContent).toContain(
    'kennt die Station noch nicht als Comirnaty',
  );
});

test.each([
  ['(01)04150123456782(17)281231(10)ABC123', false],
  ['(01)04260000000127(17)281231(10)ABC123', true],
])('the form names the product, and a vial with the code %s is doubted: %s', async (code, isDoubted) => {
  await openErika(aFakeStation({ nextAction: 'record-dose' }));
  fireEvent.click(screen.getByTestId('next-action'));
  expect((await screen.findByTestId('dose-product')).textContent).toBe('1.\u00a0Dosis Comirnaty');
  scanByWedge(code);
  await vi.waitFor(() => expect(screen.getByDisplayValue('ABC123')).toBeTruthy());
  expect(screen.queryByTestId('unknown-vial') !== null).toBe(isDoubted);
});

test('a key that was still meant for the form, or is held, confirms no dose that nobody read', async () => {
  await openErika(aFakeStation({ nextAction: 'record-dose' }));
  await openReview();
  const confirm = screen.getByTestId('confirm-dose');
  const goesThrough = (more: object = {}) => fireEvent.keyDown(confirm, { key: 'Enter', ...more });
  expect(goesThrough()).toBe(false);
  await new Promise((resolve) => setTimeout(resolve, 350));
  expect(goesThrough({ repeat: true })).toBe(false);
  expect(goesThrough()).toBe(true);
});
