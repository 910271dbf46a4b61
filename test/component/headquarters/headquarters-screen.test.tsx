import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { SyncLine } from '../../../renderer/frame/sync-line.tsx';
import { HeadquartersScreen } from '../../../renderer/screens/headquarters/headquarters-screen.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const connected = {
  mode: 'connected',
  address: 'https://zentrale.example',
  centreName: 'Impfzentrum Nord',
  fingerprints: { station: 'AAAA-BBBB-CCCC-DDDD', headquarters: 'EEEE-FFFF-GGGG-HHHH' },
  joinedAt: '2026-11-23T09:00:00.000Z',
  unsent: 0,
  confirmed: 120,
  keptApart: 0,
  notTaken: 0,
  lastSentAt: '2026-11-23T09:00:00.000Z',
  lastHeardAt: new Date(Date.now() - 2 * 60_000 - 5_000).toISOString(),
};

describe('the line in the header', () => {
  test.each([
    ['eigenständig', { mode: 'stand-alone' }],
    ['alles gesendet vor 2 Minuten', connected],
    ['37 Einträge werden gesendet', { ...connected, unsent: 37 }],
    ['offline, 37 Einträge sicher hier', { ...connected, unsent: 37, trouble: 'unreachable' }],
    ['Zentrale hat noch nicht bestätigt', { ...connected, trouble: 'not-admitted' }],
  ])('says "%s"', async (text, status) => {
    const { client } = aFakeStation({ more: { 'sync.status': value(status) } });
    renderScreen(client, <SyncLine />);
    expect((await screen.findByTestId('sync-line')).textContent).toBe(text);
  });
});

describe('the area of headquarters', () => {
  test('joins with address, code and name, and says why it was refused', async () => {
    const refusal = { ok: false, refusal: { reason: 'code-not-valid' } } as const;
    const station = aFakeStation({ more: { 'sync.join': refusal } });
    renderScreen(station.client, <HeadquartersScreen />);
    const join = await screen.findByTestId('join-headquarters');
    fireEvent.change(screen.getByLabelText(/Einmalcode/), { target: { value: 'NORD-AAAA-BBBB' } });
    fireEvent.change(screen.getByLabelText(/Name dieser Station/), { target: { value: 'Empfang 1' } });
    fireEvent.click(join);
    expect((await screen.findByRole('alert')).textContent).toMatch(/Code ist falsch, verbraucht oder älter/);
    expect(station.asked('sync.join')).toMatchObject([{ code: 'NORD-AAAA-BBBB', name: 'Empfang 1' }]);
  });

  test('shows both fingerprints, and says what leaving means before anything is asked of the station', async () => {
    const station = aFakeStation({
      more: { 'sync.status': value(connected), 'sync.leave': value({ mode: 'stand-alone' }) },
    });
    renderScreen(station.client, <HeadquartersScreen />);
    expect(await screen.findByText('EEEE-FFFF-GGGG-HHHH')).toBeTruthy();
    fireEvent.click(screen.getByTestId('leave-headquarters'));
    const dialog = await screen.findByTestId('leave-dialog');
    expect(dialog.textContent).toContain('hört dann nichts mehr von den anderen Stationen');
    fireEvent.click(within(dialog).getByText('Abbrechen'));
    await waitFor(() => expect(screen.queryByTestId('leave-dialog')).toBeNull());
    expect(station.asked('sync.leave')).toEqual([]);
    fireEvent.click(screen.getByTestId('leave-headquarters'));
    fireEvent.click(await screen.findByTestId('leave-now'));
    await waitFor(() => expect(screen.queryByTestId('leave-dialog')).toBeNull());
    expect(station.asked('sync.leave')).toMatchObject([{ evenUnsent: false }]);
  });

  test('leaves with unsent records only as a wish of its own, after it said how many there are', async () => {
    const refusal = { ok: false, refusal: { reason: 'events-unsent' } } as const;
    const station = aFakeStation({
      more: { 'sync.status': value({ ...connected, unsent: 3 }), 'sync.leave': refusal },
    });
    renderScreen(station.client, <HeadquartersScreen />);
    fireEvent.click(await screen.findByTestId('leave-headquarters'));
    const submit = await screen.findByTestId('leave-now');
    expect(submit.textContent).toBe('Verlassen');
    fireEvent.click(submit);
    await waitFor(() => expect(submit.textContent).toBe('Trotzdem verlassen'));
    expect(screen.getByTestId('leave-dialog').textContent).toContain('3 Einträge sind noch nicht');
    expect(station.asked('sync.leave')).toMatchObject([{ evenUnsent: false }]);
    fireEvent.click(submit);
    await waitFor(() =>
      expect(station.asked('sync.leave')).toMatchObject([{ evenUnsent: false }, { evenUnsent: true }]),
    );
    const ids = station.asked('sync.leave').map((asked) => (asked as { requestId: string }).requestId);
    expect(new Set(ids).size).toBe(2);
  });
});
