import type { EventOf } from '../kernel/event.ts';
import type { AppointmentId, PersonId } from '../kernel/ids.ts';
import type { MessageKind } from './message-kind.ts';

/** The mail server took it, or somebody told the person. What it said is made from the record and not kept. */
export type MessageSent = EventOf<
  'MessageSent',
  1,
  {
    readonly personId: PersonId;
    readonly message: MessageKind;
    readonly appointmentId?: AppointmentId;
    readonly via: 'email' | 'phone';
  }
>;

/** Taken off the list without being sent. */
export type MessageDiscarded = EventOf<
  'MessageDiscarded',
  1,
  {
    readonly personId: PersonId;
    readonly message: MessageKind;
    readonly appointmentId?: AppointmentId;
    readonly personal?: { readonly reason: string };
  }
>;

export type MessageEvent = MessageSent | MessageDiscarded;
