import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { setupCodes } from '../../../domain/scan/wedge/setup/setup-codes.ts';
import { ScannersProvider } from '../../../renderer/scanner/devices/scanners-context.tsx';
import { storedScannerSetup } from '../../../renderer/scanner/stored-setup.ts';
import { ScannerSetupDialog } from '../../../renderer/screens/scanner-setup/scanner-setup-dialog.tsx';
import { StationProvider } from '../../../renderer/station-context.tsx';
import { theme } from '../../../ui/theme.ts';
import { aFakeStation } from '../../support/fake-station.ts';
import { pressKeys } from '../../support/press-keys.ts';
import { scannerKeys } from '../../support/scanner-keys.ts';
import { inSurroundings } from '../../support/screen-surroundings.ts';

inSurroundings();

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  render(
    <MantineProvider theme={theme}>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
        <StationProvider client={aFakeStation().client}>
          <ScannersProvider>
            <ScannerSetupDialog onClose={onClose} />
          </ScannersProvider>
        </StationProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
});
afterEach(() => {
  vi.useRealTimers();
  onClose.mockClear();
});

const onClose = vi.fn();

function part(code: 'layout' | 'separator') {
  return within(screen.getByTestId(`setup-${code}`));
}

test('a US scanner on a German computer is recognised, explained and remembered', () => {
  pressKeys(scannerKeys(setupCodes.layout, { host: 'de' }), 1000);
  expect(part('layout').getByText('USA')).toBeTruthy();
  expect(part('layout').getByText(/Tastaturlayout des Scanners ist ein anderes/)).toBeTruthy();
  expect(storedScannerSetup()).toEqual({ layout: 'us', prefix: '', trailing: '' });
  expect(part('separator').getByText('Noch nicht gescannt.')).toBeTruthy();
});

test('a lost separator is told with the setting to change', () => {
  pressKeys(scannerKeys(setupCodes.separator.replace('\u001d', '')), 1000);
  expect(part('separator').getByText(/GS1-Trennzeichen senden/)).toBeTruthy();
});

test('a scanner that types too slowly is told, and no key of it presses a button', () => {
  pressKeys(scannerKeys(setupCodes.layout, { gapMs: 60 }), 1000);
  expect(part('layout').getByText(/sendet zu langsam/)).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});
