import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { openErika } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const visitId = '0197a000-0000-7000-8000-000000000003';

async function openDose(view: object) {
  const more = { 'identity.of-person': value(view), 'identity.confirm': value({ isOpen: false, visitId }) };
  const station = aFakeStation({ nextAction: 'record-dose', more });
  await openErika(station);
  await screen.findByTestId('decision');
  fireEvent.keyDown(document.body, { key: 'F8' });
  return station;
}

test('before the dose the desk asks who it is, with name and birth date; one press confirms it', async () => {
  const station = await openDose({ isOpen: true, visitId });
  const step = await screen.findByTestId('identity');
  expect(step.textContent).toContain('Erika Mustermann, geboren am 12.08.1964');
  expect(screen.queryByTestId('dose-form')).toBeNull();
  expect(document.activeElement).toBe(screen.getByTestId('identity-id-card'));
  fireEvent.click(screen.getByTestId('identity-passport'));
  await waitFor(() => expect(station.asked('identity.confirm')).toHaveLength(1));
  expect(station.asked('identity.confirm')[0]).toMatchObject({ visitId, proof: 'passport' });
  station.answer('identity.of-person', { isOpen: false, visitId });
  station.change(['desk']);
  expect(await screen.findByTestId('dose-form')).toBeTruthy();
});

test('somebody who is not checked in cannot be confirmed; it says what to do first', async () => {
  await openDose({ isOpen: true });
  expect((await screen.findByTestId('identity')).textContent).toContain('checken Sie die Person zuerst ein');
  expect(screen.queryByTestId('identity-id-card')).toBeNull();
});
