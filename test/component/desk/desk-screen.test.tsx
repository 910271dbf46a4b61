import { act, fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { aFakeStation, cardWith, decisionFor, signedIn, value } from '../../support/fake-station.ts';
import { doseToday, openErika, openReview, vaccinated } from '../../support/open-desk.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

beforeEach(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

test('a decision is told by word and sentence, and its next step has the focus', async () => {
  await openErika();
  expect(screen.getByTestId('decision').dataset.light).toBe('green');
  expect(screen.getByTestId('decision').textContent).toContain('Termin heute');
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('next-action')));
});

test('with each decision the next step has the focus again; a press that began before it takes no step', async () => {
  const opened = () => value({ decision: { ...decisionFor('check-in') }, card: cardWith('check-in') });
  const station = await openErika(aFakeStation({ more: { 'desk.open': [opened(), opened()] } }));
  const button = screen.getByTestId('next-action');
  fireEvent.pointerDown(button);
  const read = vi.waitFor(() => expect(station.asked('desk.open')).toHaveLength(2));
  fireEvent.click(within(screen.getByTestId('today')).getByRole('button', { name: /Mustermann, Erika/ }));
  (document.activeElement as HTMLElement).blur();
  await read;
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('next-action')));
  fireEvent.click(screen.getByTestId('next-action'));
  expect(station.asked('desk.check-in')).toEqual([]);
  fireEvent.pointerDown(screen.getByTestId('next-action'));
  fireEvent.click(screen.getByTestId('next-action'));
  await vi.waitFor(() => expect(station.asked('desk.check-in')).toHaveLength(1));
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

test('two objections at once are gone through with the one key, each once', async () => {
  const refusal = (reason: string) => ({ ok: false, refusal: { reason } }) as const;
  const decision = { ...decisionFor('check-in'), light: 'amber', reason: 'too-early' };
  const card = cardWith('check-in');
  const answers = [refusal('wrong-day'), value(cardWith('record-dose'))];
  const station = await openErika(
    aFakeStation({ more: { 'desk.open': value({ decision, card }), 'desk.check-in': answers } }),
  );
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect((await screen.findByTestId('refusal')).dataset.reason).toBe('wrong-day');
  fireEvent.keyDown(document.body, { key: 'F8' });
  expect(await screen.findByTestId('done')).toBeTruthy();
  const overrides = station.asked('desk.check-in').map((each) => each.overrides?.toSorted());
  expect(overrides).toEqual([['too-early'], ['too-early', 'wrong-day']]);
});

test('Esc forgets what somebody began to type, and the arrows walk through those who were found', async () => {
  const anna = { ...cardWith('check-in').person, personId: 'p1', givenName: 'Anna' };
  const candidates = [
    {
      ...anna,
      today: '2026-11-23T09:00:00.000Z',
      nextDose: { ordinal: 2, day: '2026-11-23' },
      address: 'Hauptstr. 1, 01067 Dresden',
    },
    {
      ...anna,
      personId: 'p2',
      nextDose: { ordinal: 1, day: '2026-12-24' },
      address: 'Nordweg 9, 01069 Dresden',
    },
  ];
  const decision = { ...decisionFor('choose-person'), personId: undefined, reason: 'several-found' };
  await openErika(aFakeStation({ more: { 'desk.scan': value({ decision, candidates }) } }));
  const field = screen.getByTestId<HTMLInputElement>('scan-field');
  fireEvent.keyDown(document.body, { key: 'Escape' });
  for (const target of [field, document.body]) {
    fireEvent.change(field, { target: { value: 'Mus' } });
    fireEvent.keyDown(target, { key: 'Escape' });
    await vi.waitFor(() => expect(field.value).toBe(''));
  }
  field.focus();
  fireEvent.change(field, { target: { value: 'Anna Mustermann' } });
  fireEvent.submit(field.form as HTMLFormElement);
  const list = await screen.findByTestId('candidates');
  expect(list.textContent).toContain('heute 10:00 Uhr · 2.\u00a0Dosis · Hauptstr. 1, 01067 Dresden');
  expect(list.textContent).toContain('1.\u00a0Dosis am 24.12.2026 · Nordweg 9, 01069 Dresden');
  const [first, second] = [...list.querySelectorAll('button')];
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(first);
  fireEvent.keyDown(first as Element, { key: 'ArrowDown' });
  expect(document.activeElement).toBe(second);
});

test('F3 goes to the search field and selects what is there, so that typing begins anew', async () => {
  await openErika();
  const field = screen.getByTestId<HTMLInputElement>('scan-field');
  fireEvent.change(field, { target: { value: 'Mustermann' } });
  field.setSelectionRange(3, 3);
  field.blur();
  fireEvent.keyDown(document.body, { key: 'F3' });
  expect(document.activeElement).toBe(field);
  expect([field.selectionStart, field.selectionEnd]).toEqual([0, 'Mustermann'.length]);
});

test('a letter on a button begins the next name; fields and other keys keep theirs', async () => {
  await openErika();
  const field = screen.getByTestId<HTMLInputElement>('scan-field');
  fireEvent.change(field, { target: { value: 'Mustermann' } });
  const next = screen.getByTestId('next-action');
  /** So long a key may be the first of a scan, and is kept back. */
  const press = async (key: string, on: Element = next, more = {}) => {
    next.focus();
    fireEvent.keyDown(on, { key, ...more });
    await act(() => new Promise((heard) => setTimeout(heard, 100)));
    return field.value;
  };
  for (const key of [' ', '7', 'F6', 'Dead']) expect(await press(key)).toBe('Mustermann');
  expect(await press('n', next, { ctrlKey: true })).toBe('Mustermann');
  expect(await press('n', field)).toBe('Mustermann');
  expect(document.activeElement).toBe(next);
  expect(await press('ü')).toBe('ü');
  expect(document.activeElement).toBe(field);
});

test('a search for nothing goes to the field', async () => {
  const station = await openErika();
  const field = screen.getByTestId<HTMLInputElement>('scan-field');
  field.blur();
  fireEvent.submit(field.form as HTMLFormElement);
  expect(document.activeElement).toBe(field);
  expect(station.asked('desk.scan')).toEqual([]);
});

test('a letter into an open dose looks for nobody', async () => {
  await openErika(aFakeStation({ nextAction: 'record-dose' }));
  fireEvent.keyDown(document.body, { key: 'F8' });
  const form = await screen.findByTestId('dose-form');
  const button = within(form).getAllByRole('button')[0] as HTMLElement;
  button.focus();
  fireEvent.keyDown(button, { key: 'n' });
  await act(() => new Promise((heard) => setTimeout(heard, 100)));
  expect(document.activeElement).toBe(button);
  expect(screen.getByTestId<HTMLInputElement>('scan-field').value).toBe('');
});

test('while the service is away, the screen stays as it was after the dose, and waits', async () => {
  const away = { ok: false, refusal: { reason: 'service-starting' } } as const;
  const status = (await aFakeStation().client.ask('system.status', {})) as Answer;
  const today = (await aFakeStation().client.ask('desk.today', { wholeDay: false })) as Answer;
  const station = await openErika(
    aFakeStation({
      nextAction: 'record-dose',
      more: {
        'system.status': [status, away],
        'desk.today': [today, away],
        'desk.card': away,
        'desk.record-dose': value({ ...vaccinated, doseId: doseToday.doseId }),
      },
    }),
  );
  await openReview();
  fireEvent.click(screen.getByTestId('confirm-dose'));
  await screen.findByTestId('done');
  const before = document.querySelector('.desk')?.textContent;
  act(() => {
    station.enter({ kind: 'down' });
    station.change(['desk', 'system', 'appointments']);
  });
  const over = screen.getByTestId<HTMLDialogElement>('service-away');
  await vi.waitFor(() => expect(over.open).toBe(true));
  expect(over.textContent).toContain('Keine Verbindung zum Dienst');
  expect(screen.getByTestId('doses').textContent).toContain('1.\u00a0Dosis');
  expect(document.querySelector('.desk')?.textContent).toBe(before);
  expect(screen.getByText('Impfzentrum Musterstadt')).toBeTruthy();
  expect(screen.queryByTestId('next-action')).toBeNull();
  act(() => station.enter({ kind: 'up' }));
  await vi.waitFor(() => expect(over.open).toBe(false));
});

const reception = { ...signedIn.signedIn, name: 'Tarek Aydin', roles: ['reception'] };

test('reception sends somebody who is checked in on to vaccination, and is offered nothing it may not do', async () => {
  const visit = { visitId: 'v1', checkedInAt: '2026-11-23T09:20:00.000Z' };
  const here = { ...cardWith('record-dose'), doses: [{ ...doseToday, givenOn: '2026-11-01' }], visit };
  const station = await openErika(
    aFakeStation({
      more: {
        'staff.session': value({ ...signedIn, signedIn: reception }),
        'desk.card': value(here),
        'desk.open': value({ decision: decisionFor('record-dose'), card: here }),
        'board.reach-stage': value({ visitId: 'v1' }),
      },
    }),
  );
  expect(screen.getByTestId('next-action').textContent).toContain('Weiter zur Impfung');
  expect(screen.queryByRole('button', { name: 'Stornieren' })).toBeNull();
  fireEvent.click(screen.getByTestId('next-action'));
  expect((await screen.findByTestId('done')).textContent).toContain('auf dem Weg zur Impfung');
  await vi.waitFor(() => expect(document.activeElement).toBe(screen.getByTestId('scan-field')));
  expect(station.asked('board.reach-stage')).toMatchObject([{ visitId: 'v1', stage: 'vaccination' }]);
  expect(screen.queryByTestId('dose-form')).toBeNull();
  expect(screen.queryByTestId('next-action')).toBeNull();
});

test('while others are looked for, nobody of the day is marked; that nobody begins so is said, with the way on', async () => {
  await openErika();
  const entry = () => screen.getByRole('button', { name: /11:00Mustermann, Erika/ });
  expect(entry().getAttribute('aria-current')).toBe('true');
  fireEvent.change(screen.getByTestId('scan-field'), { target: { value: 'Mueler' } });
  expect((await screen.findByTestId('no-suggestions')).textContent).toContain('Enter: ähnliche Namen suchen');
  expect(entry().getAttribute('aria-current')).toBe('false');
});

test('the pass is a chip beside its keys, and asked for once F6 opens it; F6 turns it then, and the chip closes it', async () => {
  const card = {
    ...cardWith('check-in'),
    pass: { passId: '0', shortNumber: 'ABC', revision: 1, isVoided: false, file: 'signed' },
  };
  const station = await openErika(
    aFakeStation({
      more: { 'desk.open': value({ decision: decisionFor('check-in'), card }), 'desk.card': value(card) },
    }),
  );
  expect(screen.getByTestId('hand-over').textContent).toContain('F5');
  const chip = screen.getByTestId('pass-chip');
  expect(chip.textContent).toContain('F6');
  expect(station.asked('passes.face')).toHaveLength(0);
  fireEvent.keyDown(document.body, { key: 'F6' });
  await vi.waitFor(() => expect(station.asked('passes.face')).toHaveLength(1));
  expect(document.querySelector('[data-pass="front"]')).toBeTruthy();
  fireEvent.keyDown(document.body, { key: 'F6' });
  expect(document.querySelector('[data-pass="back"]')).toBeTruthy();
  fireEvent.click(chip);
  expect(document.querySelector('[data-pass]')).toBeNull();
});
