import { fireEvent, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aFakeStation, cardWith, decisionFor, value } from '../../support/fake-station.ts';
import { openErika } from '../../support/open-desk.tsx';
import { second as approver } from '../../support/open-record.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const sentence = {
  de: 'Nach der 1. Dosis Comirnaty: Anaphylaxie am 09.11.2026. Ärztlich entscheiden.',
  en: 'After dose 1 of Comirnaty: anaphylaxis on 9 November 2026. A doctor decides.',
};

async function review(warning: 'severe-reaction' | 'earlier-reaction') {
  const card = {
    ...cardWith('record-dose'),
    reactions: [{ warning, sentence }],
    warnings: [warning],
  };
  await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: {
        'desk.open': value({ decision: decisionFor('record-dose'), card }),
        'desk.card': value(card),
        'staff.approvers': value({ people: [approver], roles: ['vaccinator'] }),
      },
    }),
  );
  fireEvent.click(await screen.findByTestId('next-action'));
  const form = await screen.findByTestId('dose-form');
  fireEvent.submit(form.querySelector('form') as HTMLFormElement);
  return screen.findByTestId('dose-warning');
}

test('a severe one stands in the review, which takes a reason and a second person', async () => {
  const warning = await review('severe-reaction');
  expect(warning.dataset.reason).toBe('severe-reaction');
  expect(warning.textContent).toContain('Anaphylaxie am 09.11.2026');
  expect(screen.getByTestId('confirm-grave-dose')).toBeTruthy();
});

test('a mild one stands in the review, and one person goes on knowingly', async () => {
  const warning = await review('earlier-reaction');
  expect(warning.textContent).toContain('Bitte vor der Dosis nachfragen.');
  expect(screen.getByTestId('confirm-dose')).toBeTruthy();
});
