import { act, fireEvent, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, signedIn, value } from '../../support/fake-station.ts';
import { pressKeys } from '../../support/press-keys.ts';
import { scannerKeys } from '../../support/scanner-keys.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

afterEach(() => {
  vi.useRealTimers();
});

const nobody = { isFirstRun: false, lockAfterMinutes: 5 };
const ada = { staffId: 'ada', name: 'Ada Lend', isLocked: false };
const ben = { staffId: 'ben', name: 'Ben Ruf', isLocked: true, trialPin: '5826' };
const wrong = (left: number) => ({ ok: false, refusal: { reason: 'pin-wrong', details: { left } } }) as const;

function aLockedStation(more = {}) {
  return aFakeStation({
    more: {
      'staff.session': value(nobody),
      'staff.sign-in-names': value({ people: [ada, ben] }),
      ...more,
    },
  });
}

async function choose(name: RegExp) {
  fireEvent.click(await screen.findByRole('button', { name }));
  return screen.findByTestId<HTMLInputElement>('pin');
}

describe('at a window that is locked', () => {
  test('names can be filtered, and who is locked out is marked', async () => {
    render(<App client={aLockedStation().client} />);
    const filter = await screen.findByTestId('name-filter');
    await screen.findByRole('button', { name: /Ada Lend/ });
    expect(screen.getByRole('button', { name: /Ben Ruf/ }).textContent).toContain('gesperrt');
    fireEvent.change(filter, { target: { value: 'ruf' } });
    expect(screen.queryByRole('button', { name: /Ada Lend/ })).toBeNull();
    fireEvent.keyDown(filter, { key: 'Enter' });
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('pin')));
  });

  test('it is said why everybody is signed out after the service had to start again, and not after a lock', async () => {
    const station = aFakeStation({ more: { 'staff.sign-in-names': value({ people: [ada] }) } });
    render(<App client={station.client} />);
    await screen.findByTestId('signed-in');
    act(() => station.enter({ kind: 'down' }));
    station.answer('staff.session', nobody);
    act(() => {
      station.enter({ kind: 'up' });
      station.change(['staff']);
    });
    expect((await screen.findByTestId('closed-by-service')).textContent).toMatch(
      /im Hintergrund neu starten/,
    );
  });

  test('a window that somebody locked says whose centre it is, and gives no reasons', async () => {
    render(<App client={aLockedStation().client} />);
    await screen.findByTestId('name-filter');
    const head = screen.getByTestId('sign-in-centre');
    expect(head.textContent).toBe('Impfzentrum Musterstadt');
    expect(head.style.backgroundColor).toBe('rgb(11, 79, 92)');
    expect(screen.queryByTestId('closed-by-service')).toBeNull();
    expect(screen.queryByTestId('closed-by-idle')).toBeNull();
  });

  test('a wrong PIN is emptied and says how many tries are left; the right one opens the desk', async () => {
    const answers = [wrong(4), wrong(1), value(signedIn)];
    const station = aLockedStation({ 'staff.sign-in': answers });
    render(<App client={station.client} />);
    const pin = await choose(/Ada Lend/);
    for (const told of ['Noch 4 Versuche', 'Noch ein Versuch']) {
      fireEvent.change(pin, { target: { value: '1357' } });
      fireEvent.submit(pin);
      await screen.findByText(new RegExp(told));
      expect(pin.value).toBe('');
    }
    fireEvent.change(pin, { target: { value: '4739' } });
    fireEvent.submit(pin);
    await screen.findByTestId('today');
    expect(screen.getByTestId('signed-in').textContent).toBe('Leonie Albrecht');
    expect(station.asked('staff.sign-in').at(-1)).toEqual({ staffId: 'ada', pin: '4739' });
  });

  test('after too many wrong entries it says how many seconds to wait', async () => {
    const waits = { ok: false, refusal: { reason: 'window-waits', details: { seconds: 42 } } } as const;
    render(<App client={aLockedStation({ 'staff.sign-in': waits }).client} />);
    const pin = await choose(/Ada Lend/);
    fireEvent.change(pin, { target: { value: '1357' } });
    fireEvent.submit(pin);
    await screen.findByText(/Bitte \S?42\S? Sekunden warten/);
  });

  test('a PIN that is locked says from when on it is open again', async () => {
    const until = new Date(Date.now() + 26 * 3_600_000).toISOString();
    const locked = (details?: object) => ({ ok: false, refusal: { reason: 'pin-locked', details } }) as never;
    const answers = [locked({ until: new Date().toISOString() }), locked({ until }), locked()];
    render(<App client={aLockedStation({ 'staff.sign-in': answers }).client} />);
    const pin = await choose(/Ada Lend/);
    for (const told of [
      /gesperrt, wieder ab \S?\d\d:\d\d\S?\./,
      /wieder ab \S?\d\d\.\d\d\.\d{4}, \d\d:\d\d/,
      /vorübergehend gesperrt/,
    ]) {
      fireEvent.change(pin, { target: { value: '1357' } });
      fireEvent.submit(pin);
      await screen.findByText(told);
    }
  });

  test('the keys on the screen enter digits, and letters are none', async () => {
    const station = aLockedStation({ 'staff.sign-in': value(signedIn) });
    render(<App client={station.client} />);
    const pin = await choose(/Ada Lend/);
    fireEvent.change(pin, { target: { value: '4a7' } });
    expect(pin.value).toBe('47');
    for (const digit of ['3', '0']) fireEvent.click(screen.getByRole('button', { name: digit }));
    fireEvent.click(screen.getByRole('button', { name: 'Letzte Ziffer löschen' }));
    fireEvent.click(screen.getByRole('button', { name: '9' }));
    expect(pin.value).toBe('4739');
  });

  test('letters where the PIN begins look for a colleague', async () => {
    render(<App client={aLockedStation().client} />);
    const pin = await choose(/Ada Lend/);
    fireEvent.change(pin, { target: { value: 'r' } });
    const filter = screen.getByTestId<HTMLInputElement>('name-filter');
    await vi.waitFor(() => expect(document.activeElement).toBe(filter));
    expect(filter.value).toBe('r');
    expect(screen.queryByTestId('pin')).toBeNull();
    fireEvent.keyDown(filter, { key: 'Enter' });
    await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('pin')));
    expect(screen.getByRole('heading', { name: 'Ben Ruf' })).toBeTruthy();
  });

  test('a scan is not lost in silence, and its digits do not reach the PIN', async () => {
    render(<App client={aLockedStation().client} />);
    const pin = await choose(/Ada Lend/);
    pin.focus();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    pressKeys(scannerKeys('4006381333931'), 1000);
    expect(screen.getByTestId('scan-ignored').textContent).toContain('Bitte zuerst anmelden');
    expect(pin.value).toBe('');
  });

  test('a new centre asks for its first site lead, and for the same PIN twice', async () => {
    const station = aLockedStation({
      'staff.session': value({ ...nobody, isFirstRun: true }),
      'staff.add-first': value(signedIn),
    });
    render(<App client={station.client} />);
    fireEvent.change(await screen.findByLabelText(/Vor- und Nachname/), { target: { value: 'Ada Lend' } });
    fireEvent.change(screen.getByTestId('new-pin'), { target: { value: '4739' } });
    fireEvent.change(screen.getByTestId('new-pin-again'), { target: { value: '4738' } });
    fireEvent.submit(screen.getByTestId('new-pin'));
    await screen.findByText('Die beiden neuen PINs sind nicht gleich.');
    expect(station.asked('staff.add-first')).toEqual([]);
    fireEvent.change(screen.getByTestId('new-pin-again'), { target: { value: '4739' } });
    fireEvent.submit(screen.getByTestId('new-pin'));
    await screen.findByTestId('today');
  });

  test('somebody with a PIN that another person set chooses their own first', async () => {
    const given = { ...signedIn, signedIn: { ...signedIn.signedIn, mustChangePin: true } };
    render(<App client={aFakeStation({ more: { 'staff.session': value(given) } }).client} />);
    await screen.findByTestId('own-pin');
    expect(screen.queryByTestId('today')).toBeNull();
  });
});

describe('at a window that is open', () => {
  async function openErika() {
    const names = { 'staff.sign-in-names': value({ people: [ada, ben] }) };
    const station = aFakeStation({ nextAction: 'record-dose', more: names });
    render(<App client={station.client} />);
    const today = await screen.findByTestId('today');
    fireEvent.click(await within(today).findByRole('button', { name: /Mustermann, Erika/ }));
    await screen.findByTestId('person');
    return station;
  }

  test('F10 locks at once: nothing about anybody is left on the page', async () => {
    const station = await openErika();
    fireEvent.keyDown(window, { key: 'F10' });
    await screen.findByTestId('sign-in');
    expect(document.body.textContent).not.toMatch(/Mustermann|Erika|1964/);
    expect(station.asked('staff.sign-out')).toHaveLength(1);
  });

  test('whoever was here last stands first and has a key, which opens nothing without the PIN', async () => {
    const cem = { staffId: 'cem', name: 'Cem Yurt', isLocked: false };
    const as = (who: typeof ada) => ({ ...signedIn, signedIn: { ...signedIn.signedIn, ...who } });
    const station = aFakeStation({
      more: {
        'staff.session': value(as(cem)),
        'staff.sign-out': value(nobody),
        'staff.sign-in-names': value({ people: [ada, ben, cem] }),
        'staff.sign-in': [value(as(ada)), wrong(4)],
      },
    });
    render(<App client={station.client} />);
    await screen.findByTestId('today');
    const lock = async () => {
      fireEvent.keyDown(window, { key: 'F10' });
      await screen.findByTestId('sign-in');
      const list = await screen.findByRole('button', { name: /Ada Lend/ });
      return [...(list.closest('ul')?.querySelectorAll('button') ?? [])].map(
        ({ textContent }) => textContent,
      );
    };
    expect(await lock()).toEqual(['Cem YurtF2', 'Ada Lend', 'Ben Rufgesperrt']);
    fireEvent.click(screen.getByRole('button', { name: /Ada Lend/ }));
    const enter = async (pin: string) => {
      const field = await screen.findByTestId('pin');
      fireEvent.change(field, { target: { value: pin } });
      fireEvent.submit(field);
    };
    await enter('4739');
    await screen.findByTestId('today');
    expect(await lock()).toEqual(['Ada LendF2', 'Cem YurtF3', 'Ben Rufgesperrt']);
    fireEvent.change(screen.getByTestId('pin'), { target: { value: '47' } });
    fireEvent.keyDown(screen.getByTestId('pin'), { key: 'F3' });
    await screen.findByRole('heading', { name: 'Cem Yurt' });
    expect(screen.getByTestId<HTMLInputElement>('pin').value).toBe('');
    expect(document.activeElement).toBe(screen.getByTestId('pin'));
    expect(station.asked('staff.sign-in')).toHaveLength(1);
    await enter('1357');
    await screen.findByText(/Noch 4 Versuche/);
    expect(station.asked('staff.sign-in').at(-1)).toEqual({ staffId: 'cem', pin: '1357' });
  });

  test('without input it warns and locks by itself, also after the computer slept', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
    await openErika();
    act(() => void vi.advanceTimersByTime(4.6 * 60_000));
    expect(screen.getByTestId('idle-warning')).toBeTruthy();
    fireEvent.pointerMove(window);
    act(() => void vi.advanceTimersByTime(2_000));
    expect(screen.queryByTestId('idle-warning')).toBeNull();
    vi.setSystemTime(Date.now() + 8 * 60 * 60_000);
    act(() => void vi.advanceTimersByTime(1_000));
    expect(screen.getByTestId('sign-in')).toBeTruthy();
    expect(screen.getByTestId('closed-by-idle').textContent).toContain('5 Minuten lang niemand');
  });

  test("today's list says so when it cannot be read", async () => {
    const refused = { ok: false, refusal: { reason: 'store-locked' } } as const;
    render(<App client={aFakeStation({ more: { 'desk.today': refused } }).client} />);
    await screen.findByText(/Ein anderes Programm hält die Daten gerade fest/);
  });
});
