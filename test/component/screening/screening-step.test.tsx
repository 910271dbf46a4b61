import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { generalQuestionnaire as questionnaire } from '../../../domain/screening/general-questionnaire.ts';
import { aFakeStation, cardWith, decisionFor, signedIn, value } from '../../support/fake-station.ts';
import { openErika } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const visitId = '0197a000-0000-7000-8000-000000000003';
const asVaccinator = { ...signedIn, signedIn: { ...signedIn.signedIn, roles: ['vaccinator'] } };
const [fever] = questionnaire.questions;

async function openDose(view: object, more = {}) {
  const station = aFakeStation({
    nextAction: 'record-dose',
    more: { 'screening.of-person': value(view), ...more },
  });
  await openErika(station);
  await screen.findByTestId('decision');
  fireEvent.keyDown(document.body, { key: 'F8' });
  return station;
}

test('a visit without answers shows the questions in place of the dose; F8 and one press answer them all', async () => {
  const station = await openDose({ questionnaire, visitId, hold: 'screening-missing' });
  const step = await screen.findByTestId('screening');
  expect(step.textContent).toContain('noch nichts beantwortet');
  expect(screen.queryByTestId('dose-form')).toBeNull();
  expect(screen.getByTestId('screening-save').hasAttribute('disabled')).toBe(true);
  fireEvent.keyDown(document.body, { key: 'F8' });
  await waitFor(() => expect(screen.getByTestId('screening-save').hasAttribute('disabled')).toBe(false));
  fireEvent.click(screen.getByTestId('screening-save'));
  await waitFor(() => expect(station.asked('screening.answer')).toHaveLength(1));
  expect(station.asked('screening.answer')[0]).toMatchObject({
    visitId,
    answers: questionnaire.questions.map(({ id }) => ({ question: id, isYes: false })),
  });
});

test('while the questions are asked, F5 hands the pass over as it does anywhere at the desk', async () => {
  const card = { ...cardWith('record-dose'), isPassToCome: true };
  await openDose(
    { questionnaire, visitId, hold: 'screening-missing' },
    { 'desk.card': value(card), 'desk.open': value({ decision: decisionFor('record-dose'), card }) },
  );
  await screen.findByTestId('screening');
  fireEvent.keyDown(document.body, { key: 'F5' });
  expect(await screen.findByRole('dialog', { name: /Pass übergeben/ })).toBeTruthy();
});

test('what was answered with yes stays so when all the others are said no to', async () => {
  const station = await openDose({ questionnaire, visitId, hold: 'screening-missing' });
  await screen.findByTestId('screening');
  const [yes] = screen.getAllByLabelText('Ja');
  if (yes) fireEvent.click(yes);
  fireEvent.click(screen.getByTestId('screening-all-no'));
  fireEvent.click(screen.getByTestId('screening-save'));
  await waitFor(() => expect(station.asked('screening.answer')).toHaveLength(1));
  const [sent] = station.asked('screening.answer') as { answers?: { isYes: boolean }[] }[];
  expect(sent?.answers?.map(({ isYes }) => isYes)).toEqual([true, ...Array(6).fill(false)]);
});

test('a stop is red, names the answer, and goes on only with a reason and the doctor', async () => {
  const approvers = { people: [{ staffId: 'doctor', name: 'Dora Arzt' }], roles: ['screening-doctor'] };
  const station = await openDose(
    { questionnaire, visitId, hold: 'screening-stop', yes: [fever] },
    { 'staff.approvers': value(approvers), 'staff.session': value(asVaccinator) },
  );
  const step = await screen.findByTestId('screening');
  expect(step.textContent).toContain('Keine Dosis');
  expect(step.textContent).toContain('Fieber');
  expect(step.querySelector('.desk-stop')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByLabelText(/Warum trotzdem/));
  fireEvent.change(await screen.findByTestId('second-pin'), { target: { value: '4739' } });
  const clear = screen.getByTestId('screening-clear');
  expect(clear.hasAttribute('disabled')).toBe(true);
  fireEvent.change(screen.getByLabelText(/Warum trotzdem/), { target: { value: 'Gemessen: 36,9 °C' } });
  fireEvent.click(clear);
  await waitFor(() => expect(station.asked('screening.clear')).toHaveLength(1));
  expect(station.asked('screening.clear')[0]).toMatchObject({
    reason: 'Gemessen: 36,9 °C',
    secondSignIn: { staffId: 'doctor', pin: '4739' },
  });
});

test('where nothing is held back the form for the dose is there, with what is to be kept in mind', async () => {
  const bleeding = questionnaire.questions.find(({ id }) => id === 'bleeding');
  await openDose({ questionnaire, visitId, yes: [bleeding] });
  expect((await screen.findByTestId('screening-done')).textContent).toContain('Blutverdünner');
  expect(await screen.findByTestId('dose-form')).toBeTruthy();
});

test('where the centre asks nothing the dose comes at once', async () => {
  await openDose({});
  expect(await screen.findByTestId('dose-form')).toBeTruthy();
  expect(screen.queryByTestId('screening-done')).toBeNull();
});

/** Told on the page of their dates, with these answered yes. */
const aheadWith = (...yes: string[]) => ({
  at: '2026-11-22T17:02:00.000Z',
  outcome: yes.includes('acute-fever') ? 'stop' : 'clear',
  isOtherVersion: false,
  isUnreadable: false,
  answers: questionnaire.questions.map((each) => ({ ...each, isYes: yes.includes(each.id) })),
});

test('what was answered ahead is shown, marked, and counts only once somebody confirmed it with the person', async () => {
  const ahead = aheadWith('acute-fever');
  const station = await openDose({ questionnaire, visitId, hold: 'screening-missing', ahead });
  const told = await screen.findByTestId('screening-ahead');
  expect(told.textContent).toContain('Vorab beantwortet am 22.11.2026, 18:02');
  expect(told.textContent).toContain('Es wurde noch nicht gefragt.');
  expect(told.textContent).toContain('Fieber');
  expect(told.textContent).toContain('Ja: keine Dosis');
  expect(told.getAttribute('data-outcome')).toBe('stop');
  // Nothing is filled in by itself, and there is no press that says no to all.
  expect(screen.getByTestId('screening-save').hasAttribute('disabled')).toBe(true);
  expect(screen.queryByTestId('screening-all-no')).toBeNull();
  expect(screen.getAllByLabelText<HTMLInputElement>('Nein').some(({ checked }) => checked)).toBe(false);
  fireEvent.keyDown(document.body, { key: 'F8' });
  await waitFor(() => expect(screen.getByTestId('screening-save').hasAttribute('disabled')).toBe(false));
  expect(station.asked('screening.answer')).toHaveLength(0);
  fireEvent.click(screen.getByTestId('screening-save'));
  await waitFor(() => expect(station.asked('screening.answer')).toHaveLength(1));
  const [sent] = station.asked('screening.answer') as { answers?: { isYes: boolean }[] }[];
  expect(sent?.answers?.map(({ isYes }) => isYes)).toEqual([true, ...Array(6).fill(false)]);
});

test('answers to other questions than the ones asked now are shown and fill nothing in', async () => {
  const ahead = { ...aheadWith('pregnancy'), isOtherVersion: true };
  await openDose({ questionnaire, visitId, hold: 'screening-missing', ahead });
  const told = await screen.findByTestId('screening-ahead');
  expect(told.textContent).toContain('Es waren andere Fragen');
  expect(screen.queryByTestId('screening-as-ahead')).toBeNull();
  expect(screen.queryByTestId('screening-all-no')).toBeNull();
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(screen.getByTestId('screening-save').hasAttribute('disabled')).toBe(true);
});

test('where the questions were switched off since, what was said ahead still stands above the dose', async () => {
  await openDose({ ahead: aheadWith('acute-fever') });
  expect((await screen.findByTestId('screening-ahead')).textContent).toContain('inzwischen abgeschaltet');
  expect(await screen.findByTestId('dose-form')).toBeTruthy();
});
