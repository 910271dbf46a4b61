import type { HandOverServerState } from '../../contracts/ipc/handover-contract.ts';

/** The server on the local network that phones fetch their pass from. Off until somebody switched it on. */
export interface HandOverServer {
  state(): HandOverServerState;
  /** Takes up the settings as they are now: opens, moves or closes. */
  apply(): Promise<HandOverServerState>;
  close(): Promise<void>;
}
