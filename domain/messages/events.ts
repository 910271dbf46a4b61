import type { Bilingual } from '../kernel/bilingual.ts';
import type { EventOf } from '../kernel/event.ts';
import type { AppointmentId, PersonId } from '../kernel/ids.ts';
import type { MessageDays } from './message-days.ts';
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

/** A site lead wrote to all who have a date on these days: headquarters alone sends it. In the centre's stream. */
export type CentreMessageOrdered = EventOf<
  'CentreMessageOrdered',
  1,
  { readonly messageId: string; readonly words: Bilingual; readonly days: MessageDays }
>;

/**
 * What became of it at headquarters. `passes` say it now, and for `mails` of them a mail goes out as well; `too-late`:
 * the days were over when the order came.
 */
export type CentreMessageSettled = EventOf<
  'CentreMessageSettled',
  1,
  {
    readonly messageId: string;
    readonly outcome: 'written' | 'too-late';
    readonly passes: number;
    readonly mails: number;
  }
>;

export type MessageEvent = MessageSent | MessageDiscarded | CentreMessageOrdered | CentreMessageSettled;
