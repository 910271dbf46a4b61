import type { outboxContract } from '../../../contracts/ipc/outbox-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { discardOutboxItem, noteCall, retryOutbox } from '../../commands/outbox/settle-outbox.ts';
import { outboxList } from '../../queries/outbox/outbox-list.ts';
import type { HandlersOf } from '../handler.ts';

export const outboxHandlers: HandlersOf<keyof typeof outboxContract> = {
  'outbox.list': (station, _input, { roles }) => accept(outboxList(station, roles ?? [])),
  'outbox.retry': (station, input, { actor }) => retryOutbox(station, actor, input),
  'outbox.discard': (station, input, { actor }) => discardOutboxItem(station, actor, input),
  'outbox.called': (station, input, { actor }) => noteCall(station, actor, input),
};
