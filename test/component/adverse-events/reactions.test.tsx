import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const now = '2026-11-23T09:30:00.000Z';
const anna = {
  personId: '0197a000-0000-7000-8000-000000000001',
  givenName: 'Anna',
  familyName: 'Muster',
  birthDate: '1964-08-12',
};
const dose = {
  doseId: 'dose-1',
  ordinal: 1,
  productName: 'Comirnaty',
  lot: 'EX1234',
  givenOn: '2026-11-23',
  isVoided: false,
};
const reaction = {
  adverseEventId: 'reaction-1',
  dose,
  knownAt: now,
  dueAt: '2026-11-24T09:30:00.000Z',
  kinds: ['allergic'],
  beganAt: now,
  course: 'recovering',
  description: 'Quaddeln',
  measures: '',
};

async function openBoard(entries: readonly object[]) {
  const station = aFakeStation({
    more: {
      'board.now': value({
        day: '2026-11-23',
        now,
        counts: { booked: 0, arrived: 0, vaccinated: 0, noShow: 0, overdue: 0 },
        forecast: { arrivals: 0 },
        stageSeconds: {},
        isShortened: false,
        entries: [
          {
            ...anna,
            visit: {
              visitId: 'v1',
              stage: 'observation',
              stageSince: now,
              checkedInAt: now,
              observation: { startsAt: now, minutes: 15 },
            },
          },
        ],
      }),
      'adverse-events.open': value({
        now,
        entries: entries.map(() => ({
          adverseEventId: 'reaction-1',
          person: anna,
          knownAt: now,
          dueAt: reaction.dueAt,
        })),
      }),
      'adverse-events.of-person': value({ now, person: anna, doses: [dose], entries }),
      'adverse-events.record': value({ adverseEventId: 'reaction-1' }),
      'adverse-events.note-report': value({ adverseEventId: 'reaction-1' }),
    },
  });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-board'));
  return station;
}

test('a reaction is recorded from the board: filled with the dose, and to be reported as soon as it is unusual', async () => {
  const station = await openBoard([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Reaktion …' }));
  fireEvent.click(await screen.findByTestId('record-reaction'));
  const confirm = await screen.findByTestId('confirm-reaction');
  expect(confirm).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Fieber' }));
  expect(screen.getByTestId('is-reportable')).toHaveProperty('checked', false);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Allergische Reaktion' }));
  expect(screen.getByTestId('is-reportable')).toHaveProperty('checked', true);
  fireEvent.click(confirm);
  await waitFor(() => expect(station.asked('adverse-events.record')).toHaveLength(1));
  expect(station.asked('adverse-events.record')[0]).toMatchObject({
    personId: anna.personId,
    doseId: 'dose-1',
    isReportable: true,
    reaction: { kinds: ['fever', 'allergic'], beganAt: now, course: 'recovering' },
  });
});

test('another reaction without a word of what it was is not sent', async () => {
  await openBoard([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Reaktion …' }));
  fireEvent.click(await screen.findByTestId('record-reaction'));
  fireEvent.click(await screen.findByRole('checkbox', { name: 'Andere Reaktion' }));
  expect(screen.getByTestId('confirm-reaction')).toHaveProperty('disabled', true);
  fireEvent.change(screen.getByRole('textbox', { name: 'Beschreibung' }), {
    target: { value: 'Schwindel' },
  });
  expect(screen.getByTestId('confirm-reaction')).toHaveProperty('disabled', false);
});

test('the board says what is still to be reported and how long there is, and notes that it was', async () => {
  const station = await openBoard([reaction]);
  const open = await screen.findByTestId('open-reports');
  expect(open.textContent).toContain('Muster, Anna');
  expect(open.textContent).toContain('noch 24:00 h');
  fireEvent.click(within(open).getByRole('button', { name: 'Öffnen' }));
  fireEvent.click(await screen.findByTestId('note-report'));
  fireEvent.click(await screen.findByRole('radio', { name: 'Telefon' }));
  fireEvent.click(screen.getByTestId('confirm-report'));
  await waitFor(() =>
    expect(station.asked('adverse-events.note-report')).toMatchObject([
      { adverseEventId: 'reaction-1', way: 'phone' },
    ]),
  );
});

test('Esc asks before it takes away what was written; of what nobody wrote in it closes the form at once', async () => {
  await openBoard([]);
  fireEvent.click(await screen.findByRole('button', { name: 'Reaktion …' }));
  const open = async () => {
    fireEvent.click(await screen.findByTestId('record-reaction'));
    return screen.findByRole('textbox', { name: /Beschreibung/ });
  };
  const esc = () => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
  await open();
  esc();
  await waitFor(() => expect(screen.queryByTestId('confirm-reaction')).toBeNull());
  const words = await open();
  words.focus();
  fireEvent.change(words, { target: { value: 'Quaddeln am Hals' } });
  esc();
  expect(await screen.findByTestId('leave-unsaved')).toBeTruthy();
  fireEvent.click(screen.getByTestId('stay-unsaved'));
  await waitFor(() => expect(screen.queryByTestId('leave-unsaved')).toBeNull());
  expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Beschreibung/ }).value).toBe(
    'Quaddeln am Hals',
  );
  esc();
  fireEvent.click(await screen.findByTestId('leave-unsaved'));
  await waitFor(() => expect(screen.queryByTestId('confirm-reaction')).toBeNull());
});
