import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';

/** What was scanned while the stock was open. */
export type ScannedVial = ChannelOutput<'stock.read-vial'>;
