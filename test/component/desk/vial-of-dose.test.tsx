import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { addMinutes, instantOf } from '../../../domain/kernel/instant.ts';
import { aFakeStation, cardWith, status, value } from '../../support/fake-station.ts';
import { openErika, openReview } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const vial = (number: number, left: number) => ({
  vialId: `0197a000-0000-7000-8000-0000000000f${number}`,
  productId: 'comirnaty',
  product: 'Comirnaty',
  lot: 'EX1234',
  number,
  doses: 6,
  left,
  openedAt: '2026-11-23T09:00:00.000Z',
  usableUntil: addMinutes(instantOf(Date.now()), 320),
  objections: [],
});
const answered = (more: object) =>
  value({
    kind: 'open',
    objections: [],
    isExtended: false,
    vials: [],
    closed: 3,
    expiresOn: '2030-12-31',
    ...more,
  });

async function openForm(answer: object, more: object = {}) {
  const station = await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: {
        'stock.vial-for-dose': answered(answer),
        'desk.record-dose': value({ ...cardWith('record-dose'), doseId: 'dose-1' }),
        ...more,
      },
    }),
  );
  return station;
}

test('the form says which vial the dose comes from, what is left in it and for how long', async () => {
  const station = await openForm({ vials: [vial(3, 4)] });
  await openReview();
  expect(screen.getByTestId('vial-of-dose').textContent).toContain(
    'Flasche 3 von Charge EX1234, 4 Dosen übrig, noch 5:20 h',
  );
  fireEvent.click(screen.getByTestId('confirm-dose'));
  await vi.waitFor(() => expect(station.asked('desk.record-dose')).toHaveLength(1));
  expect(station.asked('desk.record-dose')[0]).toMatchObject({
    vial: { vialId: vial(3, 4).vialId, objections: [] },
  });
});

test('the time left is by the clock of the station, which in a trial is weeks ahead of the computer', async () => {
  const aheadMs = 21 * 24 * 3_600_000;
  const later = { ...vial(3, 4), usableUntil: addMinutes(instantOf(Date.now() + aheadMs), 320) };
  await openForm({ vials: [later] }, { 'system.status': value({ ...status, aheadMs }) });
  await openReview();
  expect(screen.getByTestId('vial-of-dose').textContent).toContain('noch 5:20 h');
});

test('a vial that is opened with the dose takes no key more', async () => {
  const station = await openForm({ kind: 'new', newVial: { number: 1, doses: 6, usableHours: 6 } });
  await openReview();
  expect(screen.getByTestId('vial-of-dose').textContent).toContain(
    'wird mit dieser Dosis geöffnet (6 Dosen)',
  );
  fireEvent.click(screen.getByTestId('confirm-dose'));
  await vi.waitFor(() => expect(station.asked('desk.record-dose')).toHaveLength(1));
  expect(station.asked('desk.record-dose')[0]).toMatchObject({ vial: { opensNew: true } });
});

test('of two vials that stand open one is chosen before anything can be saved', async () => {
  const station = await openForm({ kind: 'choose', vials: [vial(1, 2), vial(2, 5)] });
  fireEvent.click(screen.getByTestId('next-action'));
  const [, second] = await screen.findAllByTestId('choose-vial');
  expect(screen.getByText<HTMLButtonElement>('Prüfen und speichern').closest('button')?.disabled).toBe(true);
  station.answer('stock.vial-for-dose', {
    kind: 'open',
    objections: [],
    isExtended: false,
    closed: 3,
    vials: [vial(2, 5)],
  });
  fireEvent.click(second as HTMLElement);
  await vi.waitFor(() =>
    expect(station.asked('stock.vial-for-dose').at(-1)).toMatchObject({ vialId: vial(2, 5).vialId }),
  );
});

test('a vial whose time is over is refused with the way on, and recorded by four eyes alone', async () => {
  await openForm(
    { vials: [vial(3, 4)], objections: ['vial-past-use'] },
    { 'staff.approvers': value({ people: [{ staffId: 's2', name: 'Ben Ruf' }], roles: ['vaccinator'] }) },
  );
  expect(await openReview()).toContain('EX1234');
  const [objection] = screen.getAllByTestId('vial-objection');
  expect(objection?.textContent).toContain('Bitte verwerfen und eine neue scannen');
  expect(screen.queryByTestId('confirm-dose')).toBeNull();
  expect(screen.getByTestId('confirm-grave-dose')).toBeTruthy();
});

test('an unknown lot is told, and stops nobody', async () => {
  const station = await openForm({ kind: 'no-vial', objections: ['lot-unknown'] });
  await openReview();
  expect(screen.getByTestId('vial-objection').textContent).toContain('nicht als Eingang erfasst');
  fireEvent.click(screen.getByTestId('confirm-dose'));
  await vi.waitFor(() => expect(station.asked('desk.record-dose')).toHaveLength(1));
});

test('a centre without stock sees the form as ever', async () => {
  await openForm({ kind: 'no-stock' });
  await openReview();
  expect(screen.queryByTestId('vial-of-dose')).toBeNull();
});
