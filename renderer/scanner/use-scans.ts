import type { ChannelInput } from '../../contracts/ipc/station-contract.ts';
import type { WedgeBurst } from '../../domain/scan/wedge/key-record.ts';
import { wedgeTexts } from '../../domain/scan/wedge/wedge-texts.ts';
import { useDeviceScans } from './devices/scanners-context.tsx';
import { useScannerName } from './devices/use-scanner-name.ts';
import { storedScannerSetup } from './stored-setup.ts';
import { useWedge } from './use-wedge.ts';

/** The readings of one scan, and the scanner where it told which one it is. */
export type ReadScan = Pick<ChannelInput<'desk.scan'>, 'texts' | 'via' | 'scanner'>;

/** Hears every scanner of this workstation, however it is connected, as long as it is enabled. */
export function useScans(onScan: (scan: ReadScan) => void, enabled: boolean): void {
  const nameOf = useScannerName();
  useWedge({ enabled, onScan: (burst) => onScan({ texts: textsOf(burst), via: 'wedge' }) });
  useDeviceScans(
    ({ text, scanner }) => onScan({ texts: [text.slice(0, 4300)], via: 'device', scanner: nameOf(scanner) }),
    enabled,
  );
}

function textsOf(burst: WedgeBurst): string[] {
  return wedgeTexts(burst, { referenceYear: new Date().getFullYear() }, storedScannerSetup());
}
