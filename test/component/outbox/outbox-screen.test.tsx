import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import { NavigationProvider } from '../../../renderer/navigation.tsx';
import { OutboxScreen } from '../../../renderer/screens/outbox/outbox-screen.tsx';
import { SessionProvider } from '../../../renderer/session/session-context.tsx';
import { aFakeStation, signedIn, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const at = '2026-11-23T09:00:00.000Z';
const person = {
  personId: '0197a000-0000-7000-8000-000000000001',
  name: 'Mustermann, Erika',
  phone: '0170 1',
};
const mail = {
  itemId: 1,
  kind: 'send-message',
  message: 'pass-ready',
  state: 'waiting',
  person,
  queuedAt: at,
  attempts: 2,
  nextTryAt: at,
  fault: 'mail-unreachable',
};
const call = {
  itemId: 2,
  kind: 'send-message',
  message: 'appointment-moved',
  state: 'by-phone',
  person,
  queuedAt: at,
  attempts: 1,
  fault: 'no-address',
};
const pass = {
  itemId: 3,
  kind: 'sign-pass',
  state: 'failed',
  queuedAt: at,
  attempts: 1,
  fault: 'certificate-missing',
};
const google = {
  itemId: 4,
  kind: 'google-class',
  state: 'waiting',
  queuedAt: at,
  attempts: 1,
  fault: 'x',
  sentence: { de: 'Google ist nicht erreichbar.', en: 'x' },
};

function open(items: object[], more: Record<string, Answer> = {}) {
  const counts = { waiting: 0, failed: 0, byPhone: 0 };
  const station = aFakeStation({
    more: {
      'outbox.list': value({ counts, items, bulk: [], notShown: 0, delivered: [], deliveredCount: 0 }),
      'outbox.retry': value({ tried: 1 }),
      'outbox.called': value({}),
      'outbox.discard': value({}),
      ...more,
    },
  });
  renderScreen(
    station.client,
    <SessionProvider>
      <NavigationProvider>
        <OutboxScreen />
      </NavigationProvider>
    </SessionProvider>,
  );
  return station;
}

test('an empty outbox says that all is done', async () => {
  open([]);
  expect((await screen.findByTestId('outbox-empty')).textContent).toBe('Alles erledigt. Nichts wartet.');
  expect(screen.getByText('Heute wurde noch nichts zugestellt.')).toBeTruthy();
});

test('every piece says what, for whom, and in words why it is still here', async () => {
  open([call, pass, mail, google]);
  const said = (await screen.findAllByTestId('outbox-item')).map(({ textContent }) => textContent ?? '');
  expect(said[0]).toMatch(/Termin verlegt.*Mustermann, Erika.*Bitte anrufen.*Telefon 0170 1/s);
  expect(said[1]).toMatch(/Pass signieren.*kein Pass-Zertifikat/s);
  expect(said[2]).toMatch(/E-Mail mit dem Pass.*Der Mailserver ist nicht erreichbar.*2 Versuche/s);
  expect(said[3]).toMatch(/Vorlage bei Google.*Google ist nicht erreichbar/s);
});

test('a pass can be tried again but never discarded; whom to call is settled by the call', async () => {
  const station = open([call, pass]);
  const [first, second] = await screen.findAllByTestId('outbox-item');
  expect(second?.textContent).not.toContain('Verwerfen');
  fireEvent.click(await screen.findByText('Angerufen'));
  await waitFor(() => expect(station.asked('outbox.called')[0]).toMatchObject({ itemId: 2 }));
  expect(station.asked('outbox.called')[0]?.requestId).toBeTruthy();
  expect(first?.textContent).toContain('Verwerfen');
});

test('a message is discarded with a reason alone, once however often it is confirmed', async () => {
  const station = open([mail], { 'outbox.discard': { ok: false, refusal: { reason: 'item-gone' } } });
  fireEvent.click(await screen.findByText('Verwerfen'));
  const dialog = await screen.findByRole('dialog');
  const confirm = () => within(dialog).getByText('Verwerfen').closest('button') as HTMLButtonElement;
  expect(confirm().disabled).toBe(true);
  fireEvent.change(screen.getByLabelText('Grund'), { target: { value: 'ruft selbst an' } });
  for (const times of [1, 2]) {
    fireEvent.click(confirm());
    await waitFor(() => expect(station.asked('outbox.discard')).toHaveLength(times));
  }
  const [one, other] = station.asked('outbox.discard');
  expect(one).toEqual(other);
  expect(dialog.querySelector('[role="alert"]')?.textContent).not.toBe('');
});

test('who may not settle anything sees the list without its buttons', async () => {
  const vaccinator = { ...signedIn, signedIn: { ...signedIn.signedIn, roles: ['vaccinator'] } };
  open([call, mail], { 'staff.session': value(vaccinator) });
  expect(await screen.findAllByTestId('outbox-item')).toHaveLength(2);
  for (const name of ['Verwerfen', 'Jetzt versuchen', 'Angerufen', 'Alles jetzt versuchen'])
    expect(screen.queryByText(name)).toBeNull();
});

test('a list that cannot be read is said in words', async () => {
  open([], { 'outbox.list': { ok: false, refusal: { reason: 'store-locked' } } });
  expect((await screen.findByRole('alert')).textContent).toContain('Die Liste konnte nicht geladen werden.');
});

test('bulk work is one line with its number, without a button, and what is not listed is counted', async () => {
  const bulk = [{ kind: 'google-object', state: 'waiting', count: 40_000, queuedAt: at }];
  const listed = { counts: {}, items: [mail], bulk, notShown: 3, delivered: [], deliveredCount: 0 };
  open([], { 'outbox.list': value(listed) });
  const group = await screen.findByTestId('outbox-group');
  expect(group.textContent).toContain('Karte bei Google 40.000 Mal');
  expect(group.querySelector('button')).toBeNull();
  expect(screen.getByText('3 weitere Nachrichten warten und sind hier nicht aufgeführt.')).toBeTruthy();
});
