import type { Refusal } from '../../contracts/ipc/answer.ts';
import type { ParsedInputOf } from '../../contracts/ipc/channel.ts';
import type {
  ChannelName,
  ChannelOutput,
  ChannelReason,
  StationContract,
} from '../../contracts/ipc/station-contract.ts';
import type { StaffId } from '../../domain/kernel/ids.ts';
import type { Result } from '../../domain/kernel/result.ts';
import type { Actor } from '../../domain/staff/actor.ts';
import type { Role } from '../../domain/staff/roles.ts';
import type { Station } from '../station.ts';

/** Who asks: one window or connection, and the person signed in there. */
export interface Caller {
  readonly session: string;
  readonly actor: Actor;
  /** What the person signed in may do; undefined while nobody is. */
  readonly roles: readonly Role[] | undefined;
  /** Who signed in as the second person; there for channels with approvers, and only then. */
  readonly approvedBy?: StaffId;
}

export type Handler<Name extends ChannelName> = (
  station: Station,
  input: ParsedInputOf<StationContract[Name]>,
  caller: Caller,
) => HandlerResult<Name> | Promise<HandlerResult<Name>>;

export type HandlerResult<Name extends ChannelName> = Result<
  ChannelOutput<Name>,
  ChannelReason<Name> | Refusal<ChannelReason<Name>>
>;

/** A handler for every channel of a part of the contract: one missing, or one too many, does not compile. */
export type HandlersOf<Names extends ChannelName> = { readonly [Name in Names]: Handler<Name> };
