import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { StationClient } from '../../contracts/ipc/protocol.ts';
import { StationProvider } from '../../renderer/station-context.tsx';

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
