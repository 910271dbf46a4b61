import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { StationClient } from '../../contracts/ipc/protocol.ts';
import { startI18n } from '../../renderer/i18n/start-i18n.ts';
import { StationProvider } from '../../renderer/station-context.tsx';

/** What jsdom lacks of a browser, and the texts in German: before each test of a screen. */
export function prepareScreens(): void {
  window.matchMedia = (query) =>
    ({
      matches: false,
      media: query,
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList;
  window.ResizeObserver = class {
    observe() {}
    unobserve() {}
    disconnect() {}
  };
  localStorage.clear();
  startI18n();
}

/** Shows a screen that asks this service. */
export function renderScreen(client: StationClient, screen: ReactNode): void {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <StationProvider client={client}>{screen}</StationProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
