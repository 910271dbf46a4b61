import type { ChannelName } from '../../../contracts/ipc/station-contract.ts';
import type { RequestWorld } from './request-world.ts';

/** What is asked in that world, without its request id; whatever it needs is there by then. */
export type RequestInput = (world: RequestWorld) => object | Promise<object>;

export type RequestInputs = Readonly<Partial<Record<ChannelName, RequestInput>>>;
