import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { StationClient } from '../contracts/ipc/protocol.ts';
import { theme } from '../ui/theme.ts';
import { StationFrame } from './frame/station-frame.tsx';
import { DraftDoseProvider } from './screens/desk/draft-dose.tsx';
import { SessionProvider } from './session/session-context.tsx';
import { StationProvider } from './station-context.tsx';

/** Light, dark, or as the computer is set: chosen on this station, not by person. */
const appearance = localStorageColorSchemeManager({ key: 'station-appearance' });

/** The whole window. Nothing below knows whether it runs in Electron or in a browser. */
export function App({ client }: { client: StationClient }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        // The service is on this machine: a network is not a condition, and a refusal is an answer.
        defaultOptions: { queries: { networkMode: 'always', retry: false, staleTime: 5_000 } },
      }),
  );
  return (
    <MantineProvider
      theme={theme}
      defaultColorScheme="light"
      colorSchemeManager={appearance}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <QueryClientProvider client={queries}>
        <StationProvider client={client}>
          <SessionProvider>
            <DraftDoseProvider>
              <StationFrame />
            </DraftDoseProvider>
          </SessionProvider>
        </StationProvider>
      </QueryClientProvider>
    </MantineProvider>
  );
}
