import { useDeviceScans } from './devices/scanners-context.tsx';
import { useWedge } from './use-wedge.ts';

/** Where no scan has a meaning: its keys go into no field, and its Enter sends no form. */
export function SwallowScans() {
  useWedge({ enabled: true, onScan: nothing });
  useDeviceScans(nothing, true);
  return null;
}

function nothing(): void {}
