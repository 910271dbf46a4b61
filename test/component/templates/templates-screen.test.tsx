import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { StationClient } from '../../../contracts/ipc/protocol.ts';
import { standardTemplate } from '../../../domain/passes/pass-template.ts';
import { TemplatesScreen } from '../../../renderer/screens/templates/templates-screen.tsx';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const template = standardTemplate('Impfzentrum Musterstadt');
const draftId = '0197a000-0000-4000-8000-000000000001';
const now = '2026-11-23T09:00:00.000Z';

const googleCard = {
  title: 'Impfzentrum Musterstadt',
  label: 'Nächster Termin',
  header: '24. November 2026, 10:00',
  background: '#0B4F5C',
  isActive: true,
  rows: [{ id: 'doses', label: 'Dosen', value: 'Auskunft vor Ort' }],
  details: [],
  barcode: '0'.repeat(42),
  barcodeFormat: 'qr',
  alternateText: '0000-0000',
};

function openDesigner(answers: Record<string, Answer> = {}) {
  const asked: { channel: string; input: Record<string, unknown> }[] = [];
  const known: Record<string, Answer> = {
    'templates.list': value({
      now,
      centre: { name: 'Impfzentrum Musterstadt', timeZone: 'Europe/Berlin' },
      versions: [{ version: 1, template, passes: 12 }],
      drafts: [{ draftId, name: 'Winter', updatedAt: now }],
    }),
    'templates.draft': value({ draftId, name: 'Winter', updatedAt: now, template }),
    'templates.save-draft': value({ draftId, updatedAt: '2026-11-23T09:01:00.000Z' }),
    'templates.check': value({ faults: [] }),
    'templates.google-card': value({ card: googleCard, mode: 'neutral', isConnected: true }),
    ...answers,
  };
  const client = {
    shell: 'browser',
    ask: async (channel: string, input: Record<string, unknown>) => {
      asked.push({ channel, input });
      return known[channel] ?? { ok: false, problem: { code: 'not-asked-here', logId: channel } };
    },
    onChanged: () => () => {},
    onState: (listener: (state: { kind: 'up' }) => void) => {
      listener({ kind: 'up' });
      return () => {};
    },
  } as unknown as StationClient;
  renderScreen(client, <TemplatesScreen />);
  return (channel: string) => asked.filter((each) => each.channel === channel).map(({ input }) => input);
}

const value = (what: object): Answer => ({ ok: true, value: what });

test('what is typed is on the pass at once, and saved without a button', async () => {
  const asked = openDesigner();
  fireEvent.change(await screen.findByLabelText('Text neben dem Logo (Deutsch)'), {
    target: { value: 'Winterpass' },
  });
  expect(screen.getByTestId('pass-card').textContent).toContain('Winterpass');
  await vi.waitFor(() => expect(asked('templates.save-draft')).toHaveLength(1), { timeout: 5000 });
  expect(asked('templates.save-draft')[0]).toMatchObject({ draftId, knownAs: now });
});

test('both wallets stand side by side, and Google is drawn from what the service would send', async () => {
  const asked = openDesigner();
  const google = await screen.findByTestId('google-card');
  expect(google.textContent).toContain('Auskunft vor Ort');
  expect(screen.getByTestId('google-preview').textContent).toContain('ohne Name und Gesundheitsdaten');
  expect(screen.getByTestId('pass-card')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Hintergrund'), { target: { value: '#203040' } });
  await vi.waitFor(() =>
    expect(asked('templates.google-card').at(-1)).toMatchObject({
      template: { colours: { background: '#203040' } },
      stage: 'after-first-dose',
      language: 'de',
    }),
  );
});

test('a centre without Google is told so beside the card', async () => {
  openDesigner({ 'templates.google-card': value({ card: googleCard, mode: 'neutral', isConnected: false }) });
  expect(await screen.findByText(/Google ist noch nicht verbunden/)).toBeTruthy();
});

test('the code of the preview has the format that is chosen', async () => {
  openDesigner();
  fireEvent.click(await screen.findByLabelText('Aztec'));
  expect(screen.getByTestId('pass-card').querySelector('[data-format]')?.getAttribute('data-format')).toBe(
    'aztec',
  );
});

test('a colour that cannot be read is said beside it', async () => {
  openDesigner();
  fireEvent.change(await screen.findByLabelText('Beschriftungen'), { target: { value: '#0B4F5D' } });
  expect(await screen.findByText(/unterscheiden sich zu wenig/)).toBeTruthy();
  expect(screen.getByTestId('fault-count').textContent).toContain('Ein Punkt');
});

test('publishing shows what changes and how many passes it concerns before anything is sent', async () => {
  const asked = openDesigner();
  fireEvent.change(await screen.findByLabelText('Hintergrund'), { target: { value: '#203040' } });
  fireEvent.click(screen.getByTestId('publish'));
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('dunkles Blau');
  expect(dialog.textContent).toContain('Alle 12 gültigen Pässe');
  expect(asked('templates.publish')).toHaveLength(0);
});

test('a draft that somebody else changed is said in words and not overwritten', async () => {
  openDesigner({ 'templates.save-draft': { ok: false, refusal: { reason: 'draft-changed' } } });
  fireEvent.change(await screen.findByLabelText('Hintergrund'), { target: { value: '#203040' } });
  expect(await screen.findByText(/Jemand anderes hat den Entwurf geändert/)).toBeTruthy();
});

test('an image of more than 5 MB is refused before it is sent', async () => {
  const asked = openDesigner();
  const input = await screen.findByTestId('image-logo');
  fireEvent.change(input, { target: { files: [new File([new Uint8Array(6 * 1024 * 1024)], 'a.png')] } });
  expect((await screen.findByTestId('image-fault-logo')).textContent).toContain('höchstens 5 MB');
  expect(asked('templates.add-image')).toHaveLength(0);
});

test('publishing begins at whether the passes are updated, not at the cross', async () => {
  openDesigner();
  fireEvent.change(await screen.findByLabelText('Hintergrund'), { target: { value: '#203040' } });
  fireEvent.click(screen.getByTestId('publish'));
  const push = await screen.findByTestId('push-all');
  await vi.waitFor(() => expect(document.activeElement).toBe(push));
});
