import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aFakeStation, cardWith, decisionFor, value } from '../../support/fake-station.ts';
import { already, openErika, vaccinated } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const press = (key: string) => fireEvent.keyDown(document.body, { key });
const expected = value({ decision: decisionFor('check-in'), card: cardWith('check-in') });
const here = value({ decision: decisionFor('record-dose'), card: cardWith('record-dose') });
const isOffered = (label: string) =>
  vi.waitFor(() => expect(screen.getByTestId('next-action').textContent).toContain(label));

test.each([
  ['Esc', () => press('Escape')],
  ['Abbrechen', () => fireEvent.click(screen.getByRole('button', { name: 'Abbrechen' }))],
])(
  'given somebody just checked in, %s in the dose form leads back to that, and F8 to the form',
  async (_, leave) => {
    const station = await openErika(
      aFakeStation({
        checkIn: value(cardWith('record-dose')),
        more: { 'desk.card': value(cardWith('record-dose')), 'desk.open': [expected, here] },
      }),
    );
    press('F8');
    await screen.findByTestId('done');
    press('F8');
    await screen.findByTestId('dose-form');
    leave();
    expect((await screen.findByTestId('done')).textContent).toContain('Eingecheckt');
    expect(screen.queryByTestId('decision')).toBeNull();
    await isOffered('Dosis erfassen');
    press('F8');
    expect(await screen.findByTestId('dose-form')).toBeTruthy();
    expect(station.asked('desk.check-in')).toHaveLength(1);
  },
);

test('given two windows with one person, who checks in second is told so and goes on to the dose', async () => {
  const station = await openErika(
    aFakeStation({
      checkIn: { ok: false, refusal: { reason: 'already-checked-in' } },
      more: { 'desk.open': [expected, here] },
    }),
  );
  press('F8');
  expect((await screen.findByTestId('refusal')).textContent).toContain('heute schon eingecheckt');
  await isOffered('Dosis erfassen');
  expect(screen.getByTestId('decision').dataset.reason).toBe('ready-for-dose');
  press('F8');
  expect(await screen.findByTestId('dose-form')).toBeTruthy();
  expect(station.asked('desk.check-in')).toHaveLength(1);
});

test('what was decided holds only as long as the step is theirs: another window takes it, and it is decided anew', async () => {
  const station = await openErika(
    aFakeStation({ more: { 'desk.open': [expected, here, value({ decision: already, card: vaccinated })] } }),
  );
  await isOffered('Einchecken');
  station.answer('desk.card', cardWith('record-dose'));
  act(() => station.change(['desk']));
  await isOffered('Dosis erfassen');
  station.answer('desk.card', vaccinated);
  act(() => station.change(['desk']));
  await vi.waitFor(() => expect(screen.getByTestId('decision').dataset.reason).toBe('dose-already-today'));
  expect(screen.queryByTestId('next-action')).toBeNull();
  expect(station.asked('desk.open')).toHaveLength(3);
});

test('given a dose form that was opened before another window undid the check-in, leaving it decides anew', async () => {
  const station = await openErika(
    aFakeStation({ nextAction: 'record-dose', more: { 'desk.open': [here, expected] } }),
  );
  press('F8');
  await screen.findByTestId('dose-form');
  station.answer('desk.card', cardWith('check-in'));
  act(() => station.change(['desk']));
  await vi.waitFor(() => expect(station.asked('desk.card').length).toBeGreaterThan(0));
  press('Escape');
  await isOffered('Einchecken');
  expect(station.asked('desk.open')).toHaveLength(2);
});

test('given a check-in that was undone elsewhere afterwards, it is decided anew', async () => {
  const station = await openErika(
    aFakeStation({
      checkIn: value(cardWith('record-dose')),
      more: { 'desk.open': expected },
    }),
  );
  press('F8');
  await screen.findByTestId('done');
  station.answer('desk.card', cardWith('check-in'));
  act(() => station.change(['desk']));
  await isOffered('Einchecken');
  expect(screen.queryByTestId('done')).toBeNull();
  expect(station.asked('desk.check-in')).toHaveLength(1);
});

test('what was decided about a pass stays, whatever becomes of its person', async () => {
  const decision = { ...decisionFor('none'), light: 'red', reason: 'pass-voided' };
  const station = await openErika(
    aFakeStation({ more: { 'desk.open': value({ decision, card: cardWith('check-in') }) } }),
  );
  station.answer('desk.card', cardWith('record-dose'));
  act(() => station.change(['desk']));
  await screen.findByTestId('undo-check-in');
  expect(screen.getByTestId('decision').dataset.reason).toBe('pass-voided');
  expect(station.asked('desk.open')).toHaveLength(1);
});

test('whom a stop was passed over for at check-in is not sent on in green', async () => {
  const young = { ...cardWith('record-dose'), warnings: ['too-young'] };
  await openErika(aFakeStation({ more: { 'desk.check-in': value(young), 'desk.card': value(young) } }));
  fireEvent.click(await screen.findByTestId('next-action'));
  const done = await screen.findByTestId('done');
  expect(done.dataset.light).toBe('amber');
  expect(done.textContent).toContain('Eingecheckt. Vor der Dosis zu klären:');
});
