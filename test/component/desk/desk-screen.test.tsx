import { cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { startI18n } from '../../../renderer/i18n/start-i18n.ts';
import { aFakeStation } from '../../builders/fake-station.ts';

beforeEach(() => {
  window.matchMedia = (query) =>
    ({
      matches: false,
      media: query,
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList;
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  localStorage.clear();
  startI18n();
});
// A loaded machine may take longer than the second that is usual.
configure({ asyncUtilTimeout: 10_000 });
afterEach(cleanup);

async function openErika(station = aFakeStation()) {
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByRole('button', { name: /Mustermann, Erika/ }));
  await screen.findByTestId('person');
  return station;
}

test('a decision is told by word and sentence, and its next step has the focus', async () => {
  await openErika();
  expect(screen.getByTestId('decision').dataset.light).toBe('green');
  expect(screen.getByTestId('decision').textContent).toContain('Termin heute');
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('next-action')));
});

test('the confirmation repeats name, birth date, dose, product, lot and expiry before anything is sent', async () => {
  const station = await openErika(aFakeStation({ nextAction: 'record-dose' }));
  fireEvent.click(screen.getByTestId('next-action'));
  const form = await screen.findByTestId('dose-form');
  fireEvent.submit(form.querySelector('form') as HTMLFormElement);
  const review = (await screen.findByTestId('review')).textContent;
  for (const said of ['Erika Mustermann', '12.08.1964', '1. Dosis', 'Comirnaty', 'EX1234', '31.12.2030'])
    expect(review).toContain(said);
  expect(station.asked('desk.record-dose')).toHaveLength(0);
});

test('a warning is refused in words, and going on keeps the request and names what was accepted', async () => {
  const refusal = { ok: false, refusal: { reason: 'wrong-day' } } as const;
  const station = await openErika(aFakeStation({ checkIn: refusal }));
  fireEvent.click(screen.getByTestId('next-action'));
  expect((await screen.findByTestId('refusal')).textContent).toContain('Der Termin ist nicht heute.');
  fireEvent.click(screen.getByRole('button', { name: 'Trotzdem einchecken' }));
  await vi.waitFor(() => expect(station.asked('desk.check-in')).toHaveLength(2));
  const [first, second] = station.asked('desk.check-in');
  expect(second?.requestId).toBe(first?.requestId);
  expect(second?.overrides).toEqual(['wrong-day']);
});
