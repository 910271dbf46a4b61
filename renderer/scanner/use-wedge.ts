import { useEffectEvent, useLayoutEffect } from 'react';
import type { WedgeBurst } from '../../domain/scan/wedge/key-record.ts';
import { listenForScans } from './wedge-listener.ts';

export interface UseWedge {
  /** Called once for each scan, anywhere in the window, whatever has the focus. */
  onScan(burst: WedgeBurst): void;
  readonly enabled: boolean;
}

/** Listens for a keyboard-wedge scanner as long as the component is there and `enabled`. */
export function useWedge({ onScan, enabled }: UseWedge): void {
  const take = useEffectEvent(onScan);
  // Before the screen is painted: from the moment somebody can see it, no key of a scan may be missed.
  useLayoutEffect(() => (enabled ? listenForScans((burst) => take(burst)) : undefined), [enabled]);
}
