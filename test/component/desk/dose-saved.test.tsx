import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { aFakeStation, cardWith, decisionFor, value } from '../../support/fake-station.ts';
import { doseToday, openErika, openReview } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const connected = { mode: 'connected', unsent: 0 };
const at = '2026-11-23T09:00:00.000Z';

test.each([
  ['a phone took the pass', connected, 'apple-wallet', 'Die Karte im Telefon zeigt gleich 1 von 2'],
  ['the pass is on paper', connected, 'paper', 'Der Pass zeigt gleich 1 von 2; liegt er in einem Telefon'],
  ['nothing is known of the pass', connected, undefined, 'Der Pass zeigt gleich 1 von 2; liegt er in einem'],
  [
    'the line is down and nothing is known',
    { ...connected, trouble: 'unreachable', unsent: 1 },
    undefined,
    'Der Pass zeigt 1 von 2, sobald die Zentrale erreichbar ist.',
  ],
  [
    'the line was lost after the dose was confirmed',
    { ...connected, trouble: 'unreachable' },
    'apple-wallet',
    'Die Karte im Telefon zeigt gleich 1 von 2',
  ],
])('where %s, the desk says after a dose what is true of it', async (_what, status, way, said) => {
  const saved = { ...cardWith('none'), doses: [doseToday] };
  await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: {
        'sync.status': value(status),
        'handover.ways': value(way ? { lastHandedOver: { at, way } } : {}),
        'desk.record-dose': value({ ...saved, doseId: doseToday.doseId }),
        'desk.card': [value(cardWith('record-dose')), value(saved)],
      },
    }),
  );
  await openReview();
  fireEvent.click(screen.getByTestId('confirm-dose'));
  await vi.waitFor(() => expect(screen.getByTestId('done').textContent).toContain(said));
});

test('after a dose the desk says where the person stands by the confirmed schedule, not that a date is missing', async () => {
  const stands = { de: 'Die Impfung für die Saison 2026/27 ist abgeschlossen.', en: 'Complete.' };
  const saved = { ...cardWith('none'), appointments: [], doses: [doseToday], stands };
  await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: {
        'desk.record-dose': value({ ...saved, doseId: doseToday.doseId }),
        'desk.card': [value(cardWith('record-dose')), value(saved)],
      },
    }),
  );
  await openReview();
  fireEvent.click(screen.getByTestId('confirm-dose'));
  await vi.waitFor(() => expect(screen.getByTestId('done').textContent).toContain(stands.de));
  expect(screen.getByTestId('done').textContent).not.toContain('kein weiterer Termin');
});

test('of somebody who counts as immune no number of doses is left to reach', async () => {
  const stands = { de: 'Gilt als immun: keine Impfung nötig.', en: 'Counts as immune.' };
  const card = { ...cardWith('none'), stands, isNoneDue: true };
  await openErika(
    aFakeStation({
      more: { 'desk.open': value({ decision: decisionFor('show-person'), card }), 'desk.card': value(card) },
    }),
  );
  expect((await screen.findByTestId('dose-count')).textContent).toBe('Gegebene Dosen: 0');
  expect(screen.getByTestId('stands').textContent).toBe(stands.de);
});
