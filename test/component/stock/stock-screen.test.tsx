import { fireEvent, render, screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { App } from '../../../renderer/app.tsx';
import { aFakeStation, value } from '../../support/fake-station.ts';
import { scanByWedge } from '../../support/scan-by-wedge.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

const at = '2026-11-23T09:00:00.000Z';
const lot = {
  productId: 'comirnaty',
  product: 'Comirnaty',
  lot: 'EX1234',
  dosesPerVial: 6,
  expiresOn: '2030-12-31',
  isExpired: false,
  closed: 5,
  isThawOver: false,
  fridges: [{ name: 'Kühlschrank 1', vials: 5 }],
};
const vial = {
  vialId: 'vial-1',
  productId: 'comirnaty',
  product: 'Comirnaty',
  lot: 'EX1234',
  number: 3,
  doses: 6,
  left: 4,
  openedAt: at,
  usableUntil: '2020-01-01T00:00:00.000Z',
  objections: ['vial-past-use'],
};
const product = { productId: 'comirnaty', name: 'Comirnaty', dosesPerVial: 6, thawDays: 31, source: 'EU' };
const overview = {
  now: at,
  lots: [lot],
  vials: [vial],
  fridges: [],
  differences: [{ kind: 'counted', at, product: 'Comirnaty', lot: 'EX1234', vials: 5, expected: 6 }],
  evening: [
    {
      productId: 'comirnaty',
      product: 'Comirnaty',
      dosesLeft: 4,
      expected: 1,
      standby: 5,
      advice: { kind: 'open-no-more', spare: 3, call: 3 },
    },
  ],
  journal: [],
  products: [product],
};

async function openStock(more: object = {}) {
  const station = aFakeStation({
    more: {
      'stock.overview': value(overview),
      'stock.receive': value({ lot: 'EX1234' }),
      'stock.discard': value({ lot: 'EX1234' }),
      'stock.count': value({ lot: 'EX1234' }),
      ...more,
    },
  });
  render(<App client={station.client} />);
  fireEvent.click(await screen.findByTestId('area-stock'));
  await screen.findByTestId('lots');
  return station;
}

test('what is there is shown by lot, and in the evening whether another vial is worth opening', async () => {
  await openStock();
  const lots = screen.getByTestId('lots').textContent;
  for (const said of ['EX1234', '5 Flaschen (30 Dosen)', '31.12.2030', 'Kühlschrank 1: 5'])
    expect(lots).toContain(said);
  const evening = screen.getByTestId('evening').textContent;
  expect(evening).toContain('Bitte keine weitere Flasche öffnen.');
  expect(evening).toContain('Rufen Sie 3 Personen von der Nachrückliste.');
});

test('a vial whose time is over says so, and is discarded with a reason', async () => {
  const station = await openStock();
  const row = screen.getByTestId('open-vials');
  expect(row.textContent).toContain('Zeit abgelaufen');
  fireEvent.click(within(row).getByTestId('discard-open'));
  const confirm = await screen.findByTestId<HTMLButtonElement>('confirm-discard');
  expect(confirm.disabled).toBe(true);
  fireEvent.change(screen.getByTestId('waste-reason'), { target: { value: 'time-over' } });
  fireEvent.click(confirm);
  await vi.waitFor(() => expect(station.asked('stock.discard')).toHaveLength(1));
  expect(station.asked('stock.discard')[0]).toMatchObject({ vialId: 'vial-1', reason: 'time-over' });
});

test('one code fills the receipt, and what it does not say is typed', async () => {
  const station = await openStock({
    'stock.read-vial': value({
      isVial: true,
      productId: 'comirnaty',
      productCode: '04150123456782',
      lot: 'EX1234',
      expiresOn: '2030-02-28',
    }),
  });
  fireEvent.click(screen.getByTestId('stock-tab-receive'));
  const form = await screen.findByTestId('receive-form');
  scanByWedge('01041501234567821730022810EX1234');
  await vi.waitFor(() => expect(screen.getByTestId<HTMLInputElement>('receive-lot').value).toBe('EX1234'));
  expect(screen.getByTestId<HTMLInputElement>('receive-expires').value).toBe('28.02.2030');
  expect(screen.getByTestId<HTMLButtonElement>('receive').disabled).toBe(true);
  fireEvent.change(screen.getByTestId('receive-vials'), { target: { value: '30' } });
  fireEvent.change(screen.getByTestId('receive-source'), { target: { value: 'Apotheke' } });
  fireEvent.submit(form);
  await vi.waitFor(() => expect(station.asked('stock.receive')).toHaveLength(1));
  expect(station.asked('stock.receive')[0]).toMatchObject({
    lot: 'EX1234',
    vials: 30,
    expiresOn: '2030-02-28',
    how: 'scanned',
    productCode: '04150123456782',
  });
  expect(await screen.findByText(/30 Flaschen von Charge EX1234/)).toBeTruthy();
});

test('what is no vial is said, and fills nothing', async () => {
  await openStock({ 'stock.read-vial': value({ isVial: false }) });
  scanByWedge('12345678X');
  expect((await screen.findByTestId('not-a-vial')).textContent).toContain('kein Impfstoff-Code');
});

test('a lot that never came in can be blocked before it comes', async () => {
  const station = await openStock({ 'stock.block': value({ lot: 'EX9999' }) });
  fireEvent.click(screen.getByTestId('block-other'));
  const confirm = await screen.findByTestId<HTMLButtonElement>('confirm-block');
  fireEvent.change(screen.getByLabelText('Impfstoff'), { target: { value: 'comirnaty' } });
  fireEvent.change(screen.getByTestId('block-lot'), { target: { value: 'EX9999' } });
  expect(confirm.disabled).toBe(true);
  fireEvent.change(screen.getByLabelText(/Grund/), { target: { value: 'Rückruf' } });
  fireEvent.click(confirm);
  await vi.waitFor(() => expect(station.asked('stock.block')).toHaveLength(1));
  expect(station.asked('stock.block')[0]).toMatchObject({ lot: 'EX9999', reason: 'Rückruf' });
});

test('a count that differs is saved, and says what was expected', async () => {
  const station = await openStock();
  fireEvent.click(screen.getByTestId('stock-tab-count'));
  const counted = await screen.findByTestId('counted');
  fireEvent.change(counted, { target: { value: '4' } });
  fireEvent.submit(counted.closest('form') as HTMLFormElement);
  expect(await screen.findByText(/5 erwartet, 4 gezählt/)).toBeTruthy();
  expect(station.asked('stock.count')[0]).toMatchObject({ vials: 4 });
  fireEvent.click(screen.getByTestId('stock-tab-history'));
  expect((await screen.findByTestId('differences')).textContent).toContain('6 erwartet, 5 gezählt');
});

test.each(['-1', '2,5', '1e3', '100001', 'fünf'])(
  'a count of "%s" is said to be none, and is not saved as another',
  async (typed) => {
    const station = await openStock();
    fireEvent.click(screen.getByTestId('stock-tab-count'));
    const counted = await screen.findByTestId<HTMLInputElement>('counted');
    fireEvent.change(counted, { target: { value: typed } });
    fireEvent.blur(counted);
    expect(counted.value).toBe(typed);
    expect(screen.getByText('Bitte eine ganze Zahl von 0 bis 100000 eingeben.')).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /speichern/i }).disabled).toBe(true);
    fireEvent.submit(counted.closest('form') as HTMLFormElement);
    expect(station.asked('stock.count')).toHaveLength(0);
  },
);

test('hours of a vial are typed with a comma, and a half-typed figure is not taken for another', async () => {
  await openStock();
  fireEvent.click(screen.getByRole('tab', { name: 'Angaben' }));
  fireEvent.click(await screen.findByTestId('confirm-vial-data'));
  const hours = await screen.findByTestId<HTMLInputElement>('vial-hours');
  const step = await screen.findByTestId<HTMLButtonElement>('confirm-vial-data-step');
  for (const typed of ['0', '0,']) {
    fireEvent.change(hours, { target: { value: typed } });
    expect([hours.value, step.disabled]).toEqual([typed, true]);
  }
  fireEvent.change(hours, { target: { value: '0,5' } });
  expect(hours.value).toBe('0,5');
});
