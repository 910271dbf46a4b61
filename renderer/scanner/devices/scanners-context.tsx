import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { ScannerFleet, type ScannerView } from './scanner-fleet.ts';
import type { ScannerKind } from './scanner-ports.ts';

export interface DeviceScan {
  readonly text: string;
  readonly scanner: ScannerView;
}

interface Scanners {
  readonly scanners: readonly ScannerView[];
  readonly add: (kind: ScannerKind) => Promise<boolean>;
  readonly forget: (id: string) => Promise<void>;
  readonly listen: (onScan: (scan: DeviceScan) => void) => () => void;
}

const ScannersContext = createContext<Scanners | undefined>(undefined);

/** Keeps the scanners of this workstation connected, whatever screen is shown. */
export function ScannersProvider({ children }: { children: ReactNode }) {
  const [scanners, setScanners] = useState<readonly ScannerView[]>([]);
  const fleet = useRef<ScannerFleet>(undefined);
  const listeners = useRef(new Set<(scan: DeviceScan) => void>());
  useEffect(() => {
    const opened = new ScannerFleet({
      onScanners: setScanners,
      onScan: (scan) => {
        for (const onScan of listeners.current) onScan(scan);
      },
    });
    fleet.current = opened;
    return () => opened.close();
  }, []);
  const add = useCallback(async (kind: ScannerKind) => (await fleet.current?.add(kind)) ?? false, []);
  const forget = useCallback(async (id: string) => fleet.current?.forget(id), []);
  const listen = useCallback((onScan: (scan: DeviceScan) => void) => {
    listeners.current.add(onScan);
    return () => {
      listeners.current.delete(onScan);
    };
  }, []);
  const value = useMemo(() => ({ scanners, add, forget, listen }), [scanners, add, forget, listen]);
  return <ScannersContext value={value}>{children}</ScannersContext>;
}

export function useScanners(): Scanners {
  const scanners = useContext(ScannersContext);
  if (!scanners) throw new Error('a screen stands outside of ScannersProvider');
  return scanners;
}

/** Hears the scanners that are connected otherwise than as keyboards, as long as it is enabled. */
export function useDeviceScans(onScan: (scan: DeviceScan) => void, enabled: boolean): void {
  const { listen } = useScanners();
  const take = useEffectEvent(onScan);
  useLayoutEffect(() => (enabled ? listen((scan) => take(scan)) : undefined), [listen, enabled]);
}
