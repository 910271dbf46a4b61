import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aFakeStation, cardWith, decisionFor, value } from '../../support/fake-station.ts';
import { openErika } from '../../support/open-desk.tsx';
import { second as approver, record } from '../../support/open-record.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const other = '0197a000-0000-7000-8000-00000000000c';
const sentence = {
  de: 'Es gibt eine zweite Akte mit gleichem Namen und Geburtsdatum: 1 Impfung am 01.11.2026.',
  en: 'There is a second record with the same name and birth date: 1 dose on 1 November 2026.',
};

const anAppointment = {
  appointmentId: 'a1',
  day: '2026-12-14',
  startsAt: '2026-12-14T09:00:00.000Z',
  status: 'booked',
  plannedDose: 2,
};

/** Erika is open, and somebody of her name and birth date was vaccinated before. */
function withSecondRecord(nextAction: 'check-in' | 'record-dose') {
  const card = {
    ...cardWith(nextAction),
    second: { personId: other, sentence },
    warnings: ['second-record'],
  };
  const decision = { ...decisionFor(nextAction), light: 'amber', reason: 'second-record', sentence };
  return openErika(
    aFakeStation({
      nextAction,
      more: {
        'desk.open': value({ decision, card }),
        'desk.card': value(card),
        'people.record': [
          value({ ...record, personId: card.person.personId }),
          value({ ...record, personId: other }),
        ],
        'appointments.of-person': value({
          dates: [anAppointment],
          openDoses: [],
          standby: [],
        }),
        'staff.approvers': value({ people: [approver], roles: ['reception'] }),
      },
    }),
  );
}

test('what the second record holds is said once, and one press puts both side by side to be linked', async () => {
  const station = await withSecondRecord('check-in');
  expect(screen.getAllByText(/1 Impfung am 01.11.2026/)).toHaveLength(1);
  expect(screen.getByTestId('decision').textContent).toContain('1 Impfung am 01.11.2026');
  fireEvent.click(screen.getByTestId('compare-records'));
  const sides = await screen.findByTestId('side-by-side');
  await waitFor(() => expect(sides.textContent).toContain('14.12.2026'));
  expect(await screen.findByTestId('confirm-link')).toBeTruthy();
  expect(station.asked('people.record')).toContainEqual(
    expect.objectContaining({ personId: other, why: 'duplicates' }),
  );
});

test('the dose form says it as well, and the confirmation asks for a reason and a second person', async () => {
  await withSecondRecord('record-dose');
  fireEvent.click(await screen.findByTestId('next-action'));
  const form = await screen.findByTestId('dose-form');
  expect(screen.getByTestId('second-record').textContent).toContain('zweite Akte');
  fireEvent.submit(form.querySelector('form') as HTMLFormElement);
  const warning = await screen.findByTestId('dose-warning');
  expect(warning.dataset.reason).toBe('second-record');
  expect(warning.textContent).toContain('1 Impfung am 01.11.2026. Bitte erst klären');
  expect(screen.getByTestId('confirm-grave-dose')).toBeTruthy();
  expect(screen.queryByTestId('confirm-dose')).toBeNull();
});
