import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, cardWith, decisionFor, value } from '../../support/fake-station.ts';
import { openErika } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const now = '2026-11-23T09:30:00.000Z';
const visitId = '0197a000-0000-7000-8000-000000000003';
const erika = {
  personId: '0197a000-0000-7000-8000-000000000001',
  givenName: 'Erika',
  familyName: 'Mustermann',
  birthDate: '1964-08-12',
  appointmentId: '0197a000-0000-7000-8000-000000000002',
  startsAt: now,
  plannedDose: 1,
  status: 'checked-in',
  visit: { visitId, stage: 'reception', stageSince: now, checkedInAt: now },
};

async function endVisit(place: HTMLElement = document.body) {
  fireEvent.click(await within(place).findByTestId('end-visit-open'));
  const dialog = await screen.findByTestId('end-visit');
  fireEvent.click(within(dialog).getByLabelText('Fühlt sich nicht wohl'));
  fireEvent.click(within(dialog).getByTestId('confirm-end-visit'));
}

test('given the dialog that closes the day, ending one visit in it ends that visit and not the day', async () => {
  const counts = { booked: 5, arrived: 1, vaccinated: 0, noShow: 0, overdue: 0 };
  const board = { day: '2026-11-23', now, counts, stageSeconds: {}, isShortened: false, entries: [erika] };
  const station = aFakeStation({
    more: {
      'board.now': value({ ...board, forecast: { arrivals: 0 } }),
      'board.end-day': value({ count: 4 }),
      'desk.end-visit': value({}),
    },
  });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-board'));
  fireEvent.click(await screen.findByRole('button', { name: 'Tag abschließen' }));
  await endVisit(await screen.findByTestId('still-inside'));
  await waitFor(() => expect(station.asked('desk.end-visit')).toHaveLength(1));
  await waitFor(() => expect(screen.queryByTestId('end-visit')).toBeNull());
  expect(station.asked('board.end-day')).toEqual([]);
  expect(screen.getByTestId('still-inside')).toBeTruthy();
});

test('given a visit that was ended at the desk, that stays said, and no key checks the same person in again', async () => {
  const ended = { ...cardWith('check-in'), endedVisit: { visitId, endedAt: now, reason: 'unwell' } };
  const left = { ...decisionFor('check-in'), light: 'amber', reason: 'left-without-dose' };
  const here = value({ decision: decisionFor('record-dose'), card: cardWith('record-dose') });
  const station = await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: {
        'desk.end-visit': value(ended),
        'desk.open': [here, value({ decision: left, card: ended })],
        'desk.card': [value(cardWith('record-dose')), value(ended)],
      },
    }),
  );
  await endVisit();
  expect(await screen.findByTestId('done')).toBeTruthy();
  act(() => station.change(['desk']));
  await vi.waitFor(() => expect(station.asked('desk.card').length).toBeGreaterThan(0));
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(screen.getByTestId('done')).toBeTruthy();
  expect(station.asked('desk.check-in')).toEqual([]);
  expect(station.asked('desk.open')).toHaveLength(1);
});
