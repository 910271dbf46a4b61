import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { cardWith, decisionFor } from '../../support/fake-station.ts';
import { hit, openPeople, openRecord, record, second } from '../../support/open-record.tsx';
import { scanByWedge } from '../../support/scan-by-wedge.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

test('hits say why they are there, and a hostile name is only text', async () => {
  await openPeople();
  fireEvent.change(screen.getByTestId('people-search'), { target: { value: 'img' } });
  const found = await screen.findByRole('button', { name: /onerror/ });
  expect(found.textContent).toContain('Name beginnt so');
  expect(found.textContent).toContain('geboren 1983');
  expect(document.querySelector('img[src="x"]')).toBeNull();
});

test('a new person is checked in words before anything is sent, and likely duplicates are shown beside', async () => {
  const station = await openPeople({ 'people.likely-duplicates': { hits: [hit] } });
  fireEvent.click(screen.getByTestId('register-new'));
  fireEvent.click(await screen.findByTestId('register'));
  expect((await screen.findByTestId('register-form')).textContent).toContain('Geburtsdatum');
  fireEvent.change(screen.getByLabelText('Nachname'), { target: { value: 'Sayed' } });
  fireEvent.change(screen.getByLabelText('Geburtsdatum'), { target: { value: '30.2.1983' } });
  fireEvent.click(screen.getByTestId('register'));
  expect(await screen.findByText(/Diesen Tag gibt es nicht/)).toBeTruthy();
  expect(station.asked('people.register')).toHaveLength(0);
  fireEvent.change(screen.getByLabelText('Geburtsdatum'), { target: { value: '5.6.83' } });
  expect(screen.getByText('Gelesen als 05.06.1983')).toBeTruthy();
  await vi.waitFor(() => expect(screen.getByTestId('duplicates').textContent).toContain('onerror'));
  fireEvent.click(screen.getByTestId('register'));
  await vi.waitFor(() => expect(station.asked('people.register')).toHaveLength(1));
  expect(station.asked('people.register')[0]).toMatchObject({
    details: { familyName: 'Sayed', birthDate: '1983-06-05', language: 'de' },
  });
});

test.each([
  ['stay-unsaved', 'register-form'],
  ['leave-unsaved', 'decision'],
])('a scan into a half-filled form asks first, and %s leads to %s', async (choice, shown) => {
  const decision = decisionFor('check-in');
  const station = await openPeople({ 'desk.scan': { decision, card: cardWith('check-in') } });
  fireEvent.click(screen.getByTestId('register-new'));
  fireEvent.change(await screen.findByLabelText('Nachname'), { target: { value: 'Sayed' } });
  scanByWedge('24T4RC02XKNTV0WUEG00003RFG20L5W5JPKDXRE3WC');
  expect(await screen.findByTestId('unsaved')).toBeTruthy();
  expect(station.asked('desk.scan')).toHaveLength(0);
  fireEvent.click(screen.getByTestId(choice));
  expect(await screen.findByTestId(shown)).toBeTruthy();
  await vi.waitFor(() => expect(screen.queryByTestId('unsaved')).toBeNull());
  if (choice === 'stay-unsaved') expect(screen.getByDisplayValue('Sayed')).toBeTruthy();
});

test('a scan into a form that is still as it opened goes to the desk at once', async () => {
  const decision = decisionFor('check-in');
  await openPeople({ 'desk.scan': { decision, card: cardWith('check-in') } });
  fireEvent.click(screen.getByTestId('register-new'));
  await screen.findByTestId('register-form');
  scanByWedge('24T4RC02XKNTV0WUEG00003RFG20L5W5JPKDXRE3WC');
  expect(await screen.findByTestId('decision')).toBeTruthy();
  expect(screen.queryByTestId('unsaved')).toBeNull();
});

test('who can hardly be another person is asked about in words before a second record is made', async () => {
  const anna = {
    ...hit,
    givenName: 'Anna',
    familyName: 'Müller',
    birthDate: '1992-07-08',
    isNearCertain: true,
    doseCount: 1,
  };
  const station = await openPeople({ 'people.likely-duplicates': { hits: [anna] } });
  fireEvent.click(screen.getByTestId('register-new'));
  fireEvent.change(await screen.findByLabelText('Nachname'), { target: { value: 'Mueller' } });
  fireEvent.change(screen.getByLabelText('Vorname'), { target: { value: 'Anna' } });
  fireEvent.change(screen.getByLabelText('Geburtsdatum'), { target: { value: '8.7.92' } });
  fireEvent.click(screen.getByTestId('register'));
  const question = await screen.findByTestId('known-person');
  expect(question.textContent).toContain('Müller, Anna, geboren 08.07.1992, gibt es schon: 1 Dosis.');
  const open = screen.getByRole('button', { name: 'Dieselbe Person: Akte öffnen' });
  await vi.waitFor(() => expect(document.activeElement).toBe(open));
  expect(station.asked('people.register')).toHaveLength(0);
  fireEvent.click(screen.getByTestId('register-another'));
  await vi.waitFor(() => expect(station.asked('people.register')).toHaveLength(1));
});

test('restricting names the person and assumes no reason', async () => {
  const station = await openRecord();
  fireEvent.click(screen.getByTestId('restrict'));
  const why = await screen.findByTestId('restrict-why');
  expect(screen.getByRole('dialog').textContent).toContain('Anna Müller, geboren 08.07.1992');
  const confirm = screen.getByTestId<HTMLButtonElement>('confirm-restrict');
  expect(confirm.disabled).toBe(true);
  expect(station.asked('people.restrict')).toHaveLength(0);
  fireEvent.change(why, { target: { value: 'objection' } });
  fireEvent.click(confirm);
  await vi.waitFor(() =>
    expect(station.asked('people.restrict')).toMatchObject([{ personId: hit.personId, why: 'objection' }]),
  );
});

test('a restricted record says that its dates are hidden and how to show them', async () => {
  const restriction = { why: 'objection', restrictedAt: '2026-11-23T09:00:00.000Z' };
  await openRecord({ 'people.record': { ...record, status: 'restricted', restriction } });
  expect((await screen.findByTestId('dates-hidden')).textContent).toContain('Einschränkung aufheben');
  expect(screen.queryByText('Keine Termine gebucht.')).toBeNull();
});

test('erasing says what will be lost and needs the name and a second person', async () => {
  const station = await openRecord();
  fireEvent.click(screen.getByTestId('erase'));
  expect((await screen.findByTestId('erase-loss')).textContent).toContain('1 Dosis, alle Termine');
  const confirm = screen.getByTestId<HTMLButtonElement>('confirm-erase');
  fireEvent.change(screen.getByTestId('erase-name'), { target: { value: 'Mueller' } });
  expect(confirm.disabled).toBe(true);
  await screen.findByRole('option', { name: 'Ines Castell' });
  fireEvent.change(screen.getByTestId('second-pin'), { target: { value: '619311' } });
  await vi.waitFor(() => expect(confirm.disabled).toBe(false));
  fireEvent.click(confirm);
  await vi.waitFor(() =>
    expect(station.asked('people.erase')).toMatchObject([
      { personId: hit.personId, secondSignIn: { staffId: second.staffId, pin: '619311' } },
    ]),
  );
});
