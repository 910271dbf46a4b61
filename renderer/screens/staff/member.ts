import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';

/** Somebody on the staff, as the list shows them. */
export type Member = ChannelOutput<'staff.list'>['members'][number];
