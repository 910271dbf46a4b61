import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { chooseLanguage } from '../../../renderer/i18n/start-i18n.ts';
import { HandOverDialog } from '../../../renderer/screens/handover/hand-over-dialog.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const personId = '0197a000-0000-7000-8000-000000000001';
const child = '0197a000-0000-7000-8000-000000000009';
const card = {
  person: { personId, givenName: 'Erika', familyName: 'Mustermann', birthDate: '1964-08-12', language: 'de' },
} as unknown as PersonCard;
const ways = {
  passId: '0123456789ABCDEF0123',
  language: 'de',
  server: { kind: 'on', origin: 'http://192.168.1.5:8472' },
  page: 'station',
  email: 'erika@example.invalid',
  mail: 'ready',
  family: [] as object[],
};
const link = { url: 'http://192.168.1.5:8472/p/abc', expiresAt: '2026-11-24T09:00:00.000Z' };

function open(more: Partial<typeof ways> = {}, answers: Record<string, Answer> = {}) {
  const station = aFakeStation({
    more: {
      'handover.ways': value({ ...ways, ...more }),
      'handover.make-link': value(link),
      'handover.send-email': value({ personId }),
      'passes.face': { ok: false, refusal: { reason: 'pass-missing' } },
      ...answers,
    },
  });
  renderScreen(station.client, <HandOverDialog card={card} onClose={() => {}} />);
  return station;
}

test('the code for the phone is there at once, with until when it holds', async () => {
  const station = open();
  expect((await screen.findByTestId('hand-over-code')).dataset.url).toBe(link.url);
  expect(screen.getByText(/Der Code gilt bis 24\.11\.2026/)).toBeTruthy();
  expect(station.asked('handover.make-link')[0]).toMatchObject({ personId, alsoFor: [] });
  expect(screen.queryByTestId('hand-over-family')).toBeNull();
});

test.each([
  ['off', /ausgeschaltet/],
  ['port-taken', /Anschluss ist belegt/],
  ['address-gone', /andere Netzadresse/],
])('without the page for phones (%s) it says why, and asks for no link', async (kind, sentence) => {
  const station = open({ server: { kind, origin: '' } });
  expect((await screen.findByTestId('hand-over-state')).textContent).toMatch(sentence);
  expect(station.asked('handover.make-link')).toEqual([]);
});

test.each([
  ['de', 'station', /Momentaufnahme: Sie ändert sich nicht von selbst/, /von selbst, nach jeder Impfung/],
  ['de', 'headquarters', /von selbst, nach jeder Impfung/, /Momentaufnahme/],
  ['en', 'station', /snapshot: it does not change by itself/, /changes by itself/],
  ['en', 'headquarters', /changes by itself/, /snapshot/],
] as const)('it promises (%s) what the card of %s does', async (language, page, promised, not) => {
  await act(() => chooseLanguage(language));
  open({ page });
  const said = (await screen.findByTestId('hand-over-promise')).textContent ?? '';
  expect(said).toMatch(promised);
  expect(said).not.toMatch(not);
  await act(() => chooseLanguage('de'));
});

test('a pass that headquarters has yet to issue is had on paper, and one sentence says so', async () => {
  const station = open({ page: 'to-come' });
  expect((await screen.findByTestId('hand-over-state')).textContent).toMatch(/sobald die Zentrale wieder/);
  expect((screen.getByTestId('hand-over-email') as HTMLButtonElement).disabled).toBe(true);
  expect((screen.getByTestId('hand-over-pdf') as HTMLButtonElement).disabled).toBe(false);
  expect(station.asked('handover.make-link')).toEqual([]);
});

test('while headquarters is not there it says so, and the code comes by itself once it is back', async () => {
  const station = open(
    { page: 'headquarters' },
    { 'handover.make-link': { ok: false, refusal: { reason: 'headquarters-not-there' } } },
  );
  expect((await screen.findByTestId('hand-over-refused')).textContent).toMatch(/von selbst weiter angefragt/);
  station.answer('handover.make-link', link);
  await screen.findByTestId('hand-over-code', {}, { timeout: 8_000 });
  expect(screen.queryByTestId('hand-over-refused')).toBeNull();
}, 15_000);

test('without an address no mail can be sent, and it is said', async () => {
  open({ email: '', mail: 'no-address' });
  expect(((await screen.findByTestId('hand-over-email')) as HTMLButtonElement).disabled).toBe(true);
  expect(screen.getByText('Es ist keine E-Mail-Adresse hinterlegt.')).toBeTruthy();
});

test('a mail is asked for once, and where no mail server is set up it is said to wait', async () => {
  const station = open({ mail: 'not-set-up' });
  fireEvent.click(await screen.findByTestId('hand-over-email'));
  await waitFor(() => expect(screen.getByTestId('hand-over-said').textContent).toMatch(/wartet im Ausgang/));
  expect((screen.getByTestId('hand-over-email') as HTMLButtonElement).disabled).toBe(true);
  expect(station.asked('handover.send-email')).toHaveLength(1);
});

test('a refusal is read out in its sentence', async () => {
  open({}, { 'handover.send-email': { ok: false, refusal: { reason: 'email-invalid' } } });
  fireEvent.click(await screen.findByTestId('hand-over-email'));
  await waitFor(() => expect(screen.getByTestId('hand-over-said').textContent).toMatch(/E-Mail-Adresse/));
});

test('whoever of a family is chosen goes along: into the code, the mail and the file', async () => {
  const station = open({ family: [{ personId: child, name: 'Mustermann, Kind', birthDate: '2012-05-01' }] });
  fireEvent.click(await screen.findByLabelText('Mustermann, Kind, geboren 01.05.2012'));
  await waitFor(() => expect(station.asked('handover.make-link').at(-1)).toMatchObject({ alsoFor: [child] }));
  const ids = station.asked('handover.make-link').map(({ requestId }) => requestId);
  expect(new Set(ids).size).toBe(ids.length);
  fireEvent.click(screen.getByTestId('hand-over-email'));
  await waitFor(() => expect(station.asked('handover.send-email')[0]).toMatchObject({ alsoFor: [child] }));
  fireEvent.click(screen.getByTestId('hand-over-bundle'));
  await waitFor(() =>
    expect(station.asked('passes.bundle')[0]).toMatchObject({ personIds: [personId, child] }),
  );
});

test.each([
  ['de', /dieselbe Telefonnummer oder E-Mail-Adresse/],
  ['en', /the same phone number or e-mail address/],
] as const)('a file that would mix families is refused in words (%s)', async (language, sentence) => {
  const family = [{ personId: child, name: 'Mustermann, Kind', birthDate: '2012-05-01' }];
  open({ family }, { 'passes.bundle': { ok: false, refusal: { reason: 'not-one-family' } } });
  act(() => chooseLanguage(language));
  fireEvent.click(await screen.findByLabelText(/Mustermann, Kind/));
  fireEvent.click(screen.getByTestId('hand-over-bundle'));
  await waitFor(() => expect(screen.getByTestId('hand-over-said').textContent).toMatch(sentence));
});

test.each([
  ['of somebody with an address the mail', {}, 'hand-over-email'],
  ['of somebody without one the paper', { mail: 'no-address', email: undefined }, 'hand-over-print'],
])('in the dialog %s has the focus first', async (_, more, first) => {
  open(more as object);
  const button = await screen.findByTestId(first);
  await waitFor(() => expect(document.activeElement).toBe(button));
});
