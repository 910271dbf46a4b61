import type { messagesContract } from '../../../contracts/ipc/messages-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { orderMessage } from '../../commands/messages/order-message.ts';
import { messagesToMany, previewMessage } from '../../queries/messages/messages-to-many.ts';
import type { HandlersOf } from '../handler.ts';

export const messagesHandlers: HandlersOf<keyof typeof messagesContract> = {
  'messages.list': (station) => accept(messagesToMany(station)),
  'messages.preview': (station, input) => previewMessage(station, input),
  'messages.send': (station, input, { actor }) => orderMessage(station, actor, input),
};
