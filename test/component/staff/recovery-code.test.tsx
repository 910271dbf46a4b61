import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { App } from '../../../renderer/app.tsx';
import { NewRecoveryCode } from '../../../renderer/screens/staff/new-recovery-code.tsx';
import { aFakeStation, type FakeStation, signedIn, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const present = '7KQ2-M9TD-04XW-HB3R';
const next = 'C5ND-1V8E-RRT6-0JZ4';

describe('a site lead who makes a new code', () => {
  const open = (answer: Answer) => {
    const station = aFakeStation({ more: { 'staff.make-recovery-code': answer } });
    renderScreen(station.client, <NewRecoveryCode />);
    return station;
  };
  const make = () => fireEvent.click(screen.getByRole('button', { name: 'Neuen Code erzeugen' }));

  test('reads it once: after it was written down it is nowhere on the page any more', async () => {
    const station = open(value({ recoveryCode: present }));
    expect(station.asked('staff.make-recovery-code')).toEqual([]);
    make();
    const shown = await screen.findByTestId('recovery-code');
    expect(shown.textContent).toContain(present);
    expect(shown.textContent).toContain('Er wird nur jetzt gezeigt');
    const written = screen.getByRole('button', { name: 'Ich habe den Code notiert' });
    expect(document.activeElement).toBe(written);
    fireEvent.click(written);
    expect(document.body.innerHTML).not.toContain(present);
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain(present);
    expect(station.asked('staff.make-recovery-code')).toHaveLength(1);
  });

  test('sees no code where none was made, and why', async () => {
    open({ ok: false, refusal: { reason: 'store-locked' } });
    make();
    expect((await screen.findByRole('alert')).textContent).toMatch(/hält die Daten gerade fest/);
    expect(screen.queryByTestId('recovery-code')).toBeNull();
  });
});

describe('whoever sets up a new centre', () => {
  test('is shown the code until they wrote it down, whatever the service says meanwhile', async () => {
    const station = aFakeStation({
      more: {
        'staff.session': value({ isFirstRun: true, lockAfterMinutes: 5 }),
        'staff.add-first': value({ ...signedIn, recoveryCode: present }),
      },
    });
    render(<App client={station.client} />);
    fireEvent.change(await screen.findByRole('textbox'), { target: { value: 'Ada Lend' } });
    for (const field of ['new-pin', 'new-pin-again'])
      fireEvent.change(screen.getByTestId(field), { target: { value: '473911' } });
    fireEvent.submit(screen.getByTestId('first-run').querySelector('form') as HTMLFormElement);
    await screen.findByTestId('recovery-code');
    station.answer('staff.session', signedIn);
    const before = station.asked('staff.session').length;
    station.change(['staff']);
    await waitFor(() => expect(station.asked('staff.session').length).toBeGreaterThan(before));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.getByTestId('recovery-code').textContent).toContain(present);
    fireEvent.click(screen.getByRole('button', { name: 'Ich habe den Code notiert' }));
    expect(await screen.findByTestId('area-people')).toBeTruthy();
    expect(document.body.innerHTML).not.toContain(present);
  });
});

describe('a site lead who is locked out', () => {
  const refused: Answer = { ok: false, refusal: { reason: 'recovery-refused' } };
  const ada = { staffId: 'ada', name: 'Ada Lend', isLocked: true };
  const ben = { staffId: 'ben', name: 'Ben Ruf', isLocked: false };

  async function openForm(...answers: Answer[]): Promise<FakeStation> {
    const station = aFakeStation({
      more: {
        'staff.session': value({ isFirstRun: false, lockAfterMinutes: 5 }),
        'staff.sign-in-names': value({ people: [ada, ben] }),
        'staff.recover': answers,
      },
    });
    render(<App client={station.client} />);
    fireEvent.click(await screen.findByRole('button', { name: /Ada Lend/ }));
    fireEvent.click(await screen.findByTestId('use-recovery'));
    return station;
  }

  function enter(code: string, pin: string, again = pin) {
    const type = (field: HTMLElement, text: string) => fireEvent.change(field, { target: { value: text } });
    type(screen.getByLabelText(/Code \(16 Zeichen\)/), code);
    type(screen.getByTestId('new-pin'), pin);
    type(screen.getByTestId('new-pin-again'), again);
    fireEvent.submit(screen.getByTestId('recover'));
  }

  test('sets a new PIN with the code, writes the next code down, and only then is at the desk', async () => {
    const station = await openForm(value({ ...signedIn, recoveryCode: next }));
    enter(present, '8264');
    expect((await screen.findByTestId('recovery-code')).textContent).toContain(next);
    expect(station.asked('staff.recover')).toEqual([{ staffId: 'ada', code: present, newPin: '8264' }]);
    expect(screen.queryByTestId('today')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Ich habe den Code notiert' }));
    await screen.findByTestId('today');
    expect(document.body.innerHTML).not.toContain(next);
  });

  test('is told in words that a code does not work, keeps what was typed, and can try again', async () => {
    await openForm(refused, value({ ...signedIn, recoveryCode: next }));
    enter('7KQ2-M9TD-04XW-HB3X', '8264');
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Mit diesem Code geht das nicht. Bitte Zeichen für Zeichen prüfen; er gilt nur für Leitungen.',
    );
    expect(screen.getByDisplayValue('7KQ2-M9TD-04XW-HB3X')).toBeTruthy();
    expect(screen.queryByTestId('recovery-code')).toBeNull();
    enter(present, '8264');
    await screen.findByTestId('recovery-code');
  });

  test('is told that a PIN is too simple, and nothing is sent while the two PINs differ', async () => {
    const station = await openForm({ ok: false, refusal: { reason: 'pin-too-simple' } });
    enter(present, '8264', '8265');
    expect((await screen.findByRole('alert')).textContent).toBe('Die beiden neuen PINs sind nicht gleich.');
    expect(station.asked('staff.recover')).toEqual([]);
    enter(present, '1234');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toMatch(/zu leicht zu erraten/));
  });

  test('finds the way in only where a name is locked', async () => {
    await openForm();
    fireEvent.click(screen.getByRole('button', { name: /Ben Ruf/ }));
    await screen.findByTestId('pin');
    expect(screen.queryByTestId('use-recovery')).toBeNull();
  });
});
