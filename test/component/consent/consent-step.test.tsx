import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { openErika } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const visitId = '0197a000-0000-7000-8000-000000000004';
const comirnaty = { productId: 'comirnaty', name: 'Comirnaty' };
const usual = {
  vaccine: comirnaty,
  kinds: ['oral'],
  asked: 'with-dose',
  age: 'self',
  visitId,
  isWithdrawn: false,
};
const standing = {
  consentId: 'consent-1',
  recordedAt: '2026-11-23T09:20:00.000Z',
  vaccine: 'Comirnaty',
  form: { kind: 'oral' },
  party: { who: 'self' },
};

async function openDose(view: object, more = {}) {
  const station = aFakeStation({
    nextAction: 'record-dose',
    more: { 'consent.of-person': value(view), ...more },
  });
  await openErika(station);
  await screen.findByTestId('decision');
  fireEvent.keyDown(document.body, { key: 'F8' });
  return station;
}

test('as it comes, the form is there at once and the consent goes with the dose: no key more than before', async () => {
  const station = await openDose(usual);
  expect((await screen.findByTestId('consent-with-dose')).textContent).toContain(
    'Einwilligung in Comirnaty: mündlich',
  );
  const lot = await screen.findByLabelText(/^Charge/);
  await waitFor(() => expect(document.activeElement).toBe(lot));
  const form = lot.closest('form');
  if (form) fireEvent.submit(form);
  expect((await screen.findByTestId('review')).textContent).toContain('mündlich nach Aufklärung');
  fireEvent.click(screen.getByTestId('confirm-dose'));
  await waitFor(() => expect(station.asked('desk.record-dose')).toMatchObject([{ consent: 'oral' }]));
});

test('a child shows first who consents: the last guardian is named, whether they are here and how they consent is asked', async () => {
  const lastGuardian = { who: 'guardian', name: 'Maria Beispiel', relation: 'parent', isPresent: true };
  const kinds = ['oral', 'paper'];
  const child = { ...usual, kinds, asked: 'first', age: 'guardian', lastGuardian };
  const station = await openDose(child, { 'consent.give': value({ ...child, standing }) });
  const step = await screen.findByTestId('consent');
  expect(step.textContent).toContain('in die Impfung mit Comirnaty');
  expect(step.textContent).toContain('Unter 14 Jahren');
  expect(screen.queryByTestId('dose-form')).toBeNull();
  const name = screen.getByLabelText(/Name der einwilligenden Person/);
  expect(document.activeElement).toBe(name);
  const enter = () => fireEvent.submit(name.closest('form') as HTMLFormElement);
  const isOpen = () => screen.getByTestId('consent-save').hasAttribute('disabled');
  enter();
  fireEvent.click(screen.getByTestId('consent-oral'));
  enter();
  expect([isOpen(), station.asked('consent.give')]).toEqual([true, []]);
  fireEvent.click(screen.getByTestId('consent-present'));
  expect(isOpen()).toBe(false);
  enter();
  await waitFor(() =>
    expect(station.asked('consent.give')).toMatchObject([
      { visitId, productId: 'comirnaty', form: { kind: 'oral' }, party: lastGuardian },
    ]),
  );
});

test('a signature is saved only once something was drawn; a scan or an empty field saves nothing', async () => {
  const view = { ...usual, kinds: ['signature', 'paper'], asked: 'first' };
  await openDose(view);
  await screen.findByTestId('signature-pad');
  expect(screen.getByTestId('consent-save').hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByLabelText('Unterschriebener Bogen auf Papier'));
  const reference = await screen.findByLabelText(/Wo der Bogen liegt/);
  expect(screen.getByTestId('consent-save').hasAttribute('disabled')).toBe(true);
  fireEvent.change(reference, { target: { value: 'Ordner 3' } });
  expect(screen.getByTestId('consent-save').hasAttribute('disabled')).toBe(false);
});

test('where the vaccine becomes another one while the form is open, nothing of it is kept for that', async () => {
  const view = { ...usual, kinds: ['paper'], asked: 'first' };
  const station = await openDose(view);
  const reference = await screen.findByLabelText(/Wo der Bogen liegt/);
  fireEvent.change(reference, { target: { value: 'Ordner 3' } });
  const spikevax = { productId: 'spikevax', name: 'Spikevax' };
  station.answer('consent.of-person', { ...view, vaccine: spikevax });
  station.change(['desk']);
  const anew = await screen.findByTestId('consent-anew');
  const step = screen.getByTestId('consent');
  expect(step.textContent).toContain('Inzwischen geht es um Spikevax');
  expect(screen.queryByTestId('consent-save')).toBeNull();
  expect(document.activeElement).toBe(anew);
  fireEvent.click(anew);
  expect(step.textContent).toContain('in die Impfung mit Spikevax');
  expect(screen.getByLabelText<HTMLInputElement>(/Wo der Bogen liegt/).value).toBe('');
});

test('a consent that stands is one line above the form, and can be taken back there', async () => {
  const station = await openDose(
    { ...usual, standing },
    { 'consent.withdraw': value({ ...usual, asked: 'first', isWithdrawn: true }) },
  );
  const line = await screen.findByTestId('consent-standing');
  expect(line.textContent).toContain('Einwilligung in Comirnaty liegt vor: Mündlich nach Aufklärung');
  expect(await screen.findByTestId('dose-form')).toBeTruthy();
  fireEvent.click(screen.getByText('Widerrufen …'));
  fireEvent.click(await screen.findByTestId('confirm-withdraw'));
  await waitFor(() => expect(station.asked('consent.withdraw')).toMatchObject([{ consentId: 'consent-1' }]));
});
