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

const knownDose = {
  id: 'recent-vaccination',
  says: 'yes',
  sentences: [{ de: 'Laut Akte: 1. Dosis FSME am 30.10.2026.', en: 'By the record.' }],
};

test('where the record knows the answer, no to all leaves it open and says why; a no there is asked back', async () => {
  const known = [knownDose, { id: 'bleeding', says: 'aside', sentences: [{ de: 'Nur so.', en: 'Aside.' }] }];
  const station = await openDose({ questionnaire, visitId, hold: 'screening-missing', known });
  await screen.findByTestId('screening');
  expect(screen.getAllByTestId('screening-known')[1]?.textContent).toContain('FSME am 30.10.2026');
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect((await screen.findByText(/Offen gelassen/)).textContent).toContain('nachfragen');
  const save = screen.getByTestId('screening-save');
  expect(save.hasAttribute('disabled')).toBe(true);
  const no = screen.getAllByLabelText<HTMLInputElement>('Nein');
  expect(no.map(({ checked }) => checked)).toEqual([true, true, true, true, true, true, false]);
  await waitFor(() => expect(document.activeElement).toBe(no[6]));
  if (no[6]) fireEvent.click(no[6]);
  expect(save.hasAttribute('disabled')).toBe(true);
  fireEvent.click(screen.getByTestId('screening-confirm-no'));
  await waitFor(() => expect(save.hasAttribute('disabled')).toBe(false));
  fireEvent.click(save);
  await waitFor(() => expect(station.asked('screening.answer')).toHaveLength(1));
  expect(station.asked('screening.answer')[0]).toMatchObject({ confirmedNo: ['recent-vaccination'] });
});

test('what was answered ahead against the record is left open, too', async () => {
  const view = { questionnaire, visitId, hold: 'screening-missing', ahead: aheadWith(), known: [knownDose] };
  await openDose(view);
  await screen.findByTestId('screening-ahead');
  fireEvent.keyDown(document.body, { key: 'F8' });
  await screen.findByText(/Offen gelassen/);
  expect(screen.getByTestId('screening-save').hasAttribute('disabled')).toBe(true);
});

const version = (more: object, ...yes: string[]) => ({
  at: '2026-11-23T08:12:00.000Z',
  by: 'Vera Impfung',
  isStanding: true,
  answers: questionnaire.questions.map(({ id }) => ({ id, isYes: yes.includes(id) })),
  yes: questionnaire.questions.filter(({ id }) => yes.includes(id)),
  againstRecord: [],
  ...more,
});

test('answers are gone through again as they stand: a stop that is taken back asks for a second person and the reason', async () => {
  const approvers = { people: [{ staffId: 'second', name: 'Willi Impfung' }], roles: ['vaccinator'] };
  const view = { questionnaire, visitId, hold: 'screening-stop', yes: [fever] };
  const station = await openDose(
    { ...view, versions: [version({}, 'acute-fever')] },
    { 'staff.approvers': value(approvers), 'staff.session': value(asVaccinator) },
  );
  fireEvent.click(await screen.findByTestId('screening-go-again'));
  const step = await screen.findByTestId('screening-again');
  expect(step.textContent).toContain('bisher: Ja');
  expect(screen.queryByTestId('second-pin')).toBeNull();
  const [no] = screen.getAllByLabelText('Nein');
  if (no) fireEvent.click(no);
  fireEvent.change(screen.getByLabelText(/Warum noch einmal/), { target: { value: 'Verlesen' } });
  fireEvent.change(await screen.findByTestId('second-pin'), { target: { value: '4739' } });
  fireEvent.click(screen.getByTestId('screening-again-save'));
  await waitFor(() => expect(station.asked('screening.take-back')).toHaveLength(1));
  expect(station.asked('screening.take-back')[0]).toMatchObject({
    reason: 'Verlesen',
    secondSignIn: { staffId: 'second', pin: '4739' },
  });
});

test('after answers without anything against the dose, too; both versions stand there', async () => {
  const versions = [version({ isStanding: false }, 'pregnancy'), version({ reason: 'Verlesen' })];
  const station = await openDose({ questionnaire, visitId, yes: [], versions });
  const told = await screen.findByTestId('screening-versions');
  expect(told.textContent).toContain('danach neu durchgegangen');
  expect(told.textContent).toContain('schwanger');
  expect(told.textContent).toContain('Grund: Verlesen');
  fireEvent.click(screen.getByTestId('screening-go-again'));
  const [yes] = await screen.findAllByLabelText('Ja');
  if (yes) fireEvent.click(yes);
  fireEvent.change(screen.getByLabelText(/Warum noch einmal/), { target: { value: 'Nachgefragt' } });
  fireEvent.click(screen.getByTestId('screening-again-save'));
  await waitFor(() => expect(station.asked('screening.answer')).toHaveLength(1));
  expect(station.asked('screening.answer')[0]).toMatchObject({ reason: 'Nachgefragt' });
});
