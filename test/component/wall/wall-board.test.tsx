import { act, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { WallBoard } from '../../../renderer/wall/wall-board.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const since = '2026-11-23T09:10:00.000Z';
const room = (...marks: readonly string[]) => ({
  clock: '10:30',
  waitNowMinutes: 12,
  waiting: marks.map((mark) => ({ mark, stage: 'reception', since })),
});

function openWall(onClose = () => {}) {
  const station = aFakeStation({ more: { 'board.room': value(room('F7K-2Q9')) } });
  render(<WallBoard client={station.client} onClose={onClose} />);
  return station;
}

test('it asks nothing but the channel of the wall, again whenever somebody arrives', async () => {
  const station = openWall();
  await screen.findByText('F7K-2Q9');
  station.answer('board.room', room('F7K-2Q9', 'A1B-C2D'));
  act(() => station.change(['board']));
  await screen.findByText('A1B-C2D');
  for (const channel of ['staff.session', 'system.status', 'board.now', 'desk.today'])
    expect(station.asked(channel)).toEqual([]);
});

test('a service that stays away is said with the time of what stands there; when it is back, the wall is too', async () => {
  const station = openWall();
  await screen.findByText('F7K-2Q9');
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  act(() => station.enter({ kind: 'down' }));
  expect(screen.getByRole('alert').textContent).toBe('');
  act(() => void vi.advanceTimersByTime(3_000));
  vi.useRealTimers();
  expect(screen.getByRole('alert').textContent).toContain('seit 10:30 Uhr nicht aktuell');
  expect(screen.queryByText(/Wartezeit/)).toBeNull();
  act(() => station.enter({ kind: 'up' }));
  await waitFor(() => expect(screen.getByRole('alert').textContent).toBe(''));
  expect(screen.getByText(/Wartezeit jetzt etwa 12 min/)).toBeTruthy();
});

test('many who wait are written smaller, so that all find room', async () => {
  const station = openWall();
  await screen.findByText('F7K-2Q9');
  const sizeOf = (mark: string) => screen.getByText(mark).closest('ul')?.getAttribute('data-size');
  expect(sizeOf('F7K-2Q9')).toBe('large');
  station.answer('board.room', room(...Array.from({ length: 11 }, (_, index) => `M-${index}`)));
  act(() => station.change(['board']));
  await screen.findByText('M-10');
  expect(sizeOf('M-10')).toBe('small');
});

test('Esc closes it, and no other key', async () => {
  const onClose = vi.fn();
  openWall(onClose);
  await screen.findByText('F7K-2Q9');
  fireEvent.keyDown(document.body, { key: 'Enter' });
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.keyDown(document.body, { key: 'Escape' });
  expect(onClose).toHaveBeenCalledTimes(1);
});
