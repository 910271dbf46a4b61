import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ViewLog } from '../../../renderer/screens/staff/view-log.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { renderScreen } from '../../support/render-screen.tsx';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const at = '2026-11-23T09:00:00.000Z';

function open(left: object) {
  const log = { day: '2026-11-23', views: [], disclosures: [], destinations: [], hasMore: false, ...left };
  const more = { 'staff.list': value({ members: [] }), 'staff.views': value(log) };
  renderScreen(aFakeStation({ more }).client, <ViewLog />);
}

const cellsOf = (table: HTMLElement) =>
  within(table)
    .getAllByRole('row')
    .slice(1)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .slice(1)
        .map(({ textContent }) => textContent),
    );

test('the site lead reads who gave out which file about how many, also from the command line', async () => {
  open({
    disclosures: [
      { disclosureId: '2', at, staffName: 'Ada Lend', kind: 'day-list-pdf', people: 31 },
      { disclosureId: '1', at, kind: 'register-csv', people: 485 },
    ],
  });
  expect(cellsOf(await screen.findByRole('table', { name: 'Herausgegebene Dateien' }))).toEqual([
    ['Ada Lend', 'Tagesliste (PDF)', '31'],
    ['Befehlszeile', 'Alle Personen (CSV)', '485'],
  ]);
  expect(screen.queryByTestId('destinations')).toBeNull();
});

test('and where data goes since when, or that it goes nowhere', async () => {
  open({
    destinations: [
      { changeId: '2', at, staffName: 'Ada Lend', destination: 'mail-server', changed: ['address'] },
      {
        changeId: '1',
        at,
        staffName: 'Ada Lend',
        destination: 'hand-over-page',
        changed: ['address', 'proxy'],
        address: '192.0.2.7:8472',
        publicUrl: 'https://pass.example.org',
        proxy: '192.0.2.1',
      },
    ],
  });
  expect(cellsOf(await screen.findByRole('table', { name: 'Geänderte Wege nach außen' }))).toEqual([
    ['Ada Lend', 'Mailserver', 'aus', 'Adresse'],
    [
      'Ada Lend',
      'Seite für Handys',
      '192.0.2.7:8472 · von außen https://pass.example.org · Proxy 192.0.2.1',
      'Adresse, Proxy',
    ],
  ]);
  expect(screen.queryByTestId('disclosures')).toBeNull();
});
