import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { StationClient } from '../../../contracts/ipc/protocol.ts';
import { GooglePassCard } from '../../../renderer/components/google-pass-card.tsx';
import { WalletsScreen } from '../../../renderer/screens/wallets/wallets-screen.tsx';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const centre = { name: 'Impfzentrum', address: '', phone: '', timeZone: 'Europe/Berlin' };
const freshLive = {
  mode: 'live',
  centre,
  certificates: [],
  requests: [],
  documentSigners: [],
  waitingPasses: 3,
};

function open(answers: Record<string, Answer>) {
  const asked: { channel: string; input: Record<string, unknown> }[] = [];
  const client = {
    shell: 'browser',
    ask: async (channel: string, input: Record<string, unknown>) => {
      asked.push({ channel, input });
      return answers[channel] ?? { ok: false, problem: { code: 'not-asked-here', logId: channel } };
    },
    onChanged: () => () => {},
    onState: () => () => {},
  } as unknown as StationClient;
  renderScreen(client, <WalletsScreen />);
  return asked;
}

test('a new live centre sees what is open and how many passes wait', async () => {
  open({ 'wallets.overview': { ok: true, value: freshLive } });
  expect((await screen.findByTestId('step-apple')).dataset.state).toBe('open');
  expect(screen.getByTestId('step-centre').dataset.state).toBe('open');
  expect(screen.getByTestId('step-google').dataset.state).toBe('optional');
  expect(screen.getByText(/3 Pässe warten auf das Zertifikat/)).toBeDefined();
  expect(screen.queryByTestId('trial-account')).toBeNull();
});

test('an ending certificate is told with its days, and which one signs', async () => {
  const certificate = {
    fingerprint: 'F',
    passTypeId: 'pass.org.example',
    teamId: 'T',
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2026-12-01T00:00:00.000Z',
    isTrial: false,
    isInUse: true,
    level: 'urgent',
    daysLeft: 6,
    sentence: { de: 'Das Pass-Zertifikat läuft in 6 Tagen ab.', en: 'It expires.' },
  };
  open({ 'wallets.overview': { ok: true, value: { ...freshLive, certificates: [certificate] } } });
  const shown = (await screen.findByTestId('certificates')).textContent;
  for (const said of ['pass.org.example', 'noch 6 Tage', 'unterschreibt neue Pässe', 'läuft in 6 Tagen ab'])
    expect(shown).toContain(said);
});

test('a refusal that brings its own sentence is read out in it, and nothing is sent without a file', async () => {
  const refusal = {
    reason: 'request-refused',
    details: { de: 'Bitte eine E-Mail-Adresse angeben.', en: 'x' },
  };
  const asked = open({
    'wallets.overview': { ok: true, value: freshLive },
    'wallets.request-certificate': { ok: false, refusal },
  });
  fireEvent.click(await screen.findByTestId('make-request'));
  await waitFor(() =>
    expect(screen.getByTestId('request-said').textContent).toBe('Bitte eine E-Mail-Adresse angeben.'),
  );
  fireEvent.click(screen.getByTestId('import-certificate'));
  expect(asked.filter(({ channel }) => channel === 'wallets.import-certificate')).toEqual([]);
});

test('who signs vaccination certificates is shown with what it may state, its dates and its end', async () => {
  const signer = {
    kid: '0011223344556677',
    country: 'DE',
    subject: 'CN=Signer',
    states: ['vaccination'],
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2026-12-01T00:00:00.000Z',
    isTrial: false,
    isInUse: true,
    level: 'soon',
    daysLeft: 8,
    sentence: { de: 'Das Zertifikat für Impfzertifikate läuft in 8 Tagen ab.', en: 'It expires.' },
  };
  const refusal = {
    reason: 'document-signer-refused',
    details: { de: 'Der private Schlüssel fehlt.', en: 'x' },
  };
  open({
    'wallets.overview': { ok: true, value: { ...freshLive, documentSigners: [signer] } },
    'wallets.import-document-signer': { ok: false, refusal },
  });
  const shown = (await screen.findByTestId('document-signers')).textContent;
  for (const said of [
    'Land DE',
    'bescheinigt: Impfungen',
    'bis 01.12.2026',
    'noch 8 Tage',
    'läuft in 8 Tagen ab',
  ])
    expect(shown).toContain(said);
  fireEvent.change(screen.getByTestId('signer-files'), { target: { files: [new File(['x'], 'a.cer')] } });
  fireEvent.click(screen.getByTestId('import-signer'));
  await waitFor(() =>
    expect(screen.getByTestId('signer-said').textContent).toBe('Der private Schlüssel fehlt.'),
  );
});

test('a card that is not active shows no code', () => {
  const card = {
    title: 'Z',
    label: '',
    header: 'Ungültig',
    background: '#0B4F5C',
    isActive: false,
    rows: [],
    details: [],
  };
  render(<GooglePassCard card={{ ...card, barcode: 'ABC', alternateText: '1' }} />);
  expect(screen.getByTestId('google-card').querySelector('[data-barcode]')).toBeNull();
  expect(screen.getByText('Abgelaufen oder ungültig')).toBeDefined();
});
