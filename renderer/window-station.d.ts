import type { StationBridge } from '../contracts/ipc/protocol.ts';

declare global {
  interface Window {
    /** There in Electron only: what the preload script exposes. */
    readonly station?: StationBridge;
  }
}
