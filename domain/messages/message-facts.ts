import type { Language } from '../kernel/bilingual.ts';
import type { Instant, TimeZone } from '../kernel/instant.ts';
import type { MessageKind } from './message-kind.ts';

/** Everything a message is made from, as it stands when it is sent. */
export interface MessageFacts {
  readonly message: MessageKind;
  readonly language: Language;
  readonly person: { readonly givenName: string; readonly familyName: string };
  readonly centre: MessageCentre;
  /** The appointment it is about. */
  readonly appointment?: MessageAppointment;
  /** Dates still to come, earliest first. */
  readonly openAppointments: readonly MessageAppointment[];
  /** How the pass comes along; absent where the message brings none. */
  readonly pass?: MessagePass;
  readonly hasCalendar: boolean;
  /**
   * Where the questions before the vaccination can be answered at home; absent where the centre asks none, where they were
   * answered, and where the message is about another date than the next.
   */
  readonly questionsLink?: string;
  /** Somebody booked online with the same name, birth date and contact: the mail with the pass says so. */
  readonly isBookedAgain?: boolean;
  /** The dates of both bookings, where whoever reads this may choose which are kept. */
  readonly choice?: { readonly earlier: ChoosableDates; readonly again: ChoosableDates } | undefined;
}

export interface ChoosableDates {
  readonly dates: readonly MessageAppointment[];
  /** Keeps these and ends the others; absent where these cannot be kept instead. */
  readonly keepLink?: string;
}

export interface MessageCentre {
  readonly name: string;
  readonly timeZone: TimeZone;
  readonly street?: string;
  readonly phone?: string;
}

export interface MessageAppointment {
  readonly plannedDose: number;
  readonly startsAt: Instant;
}

export interface MessagePass {
  readonly shortNumber: string;
  /** Whether the file for an iPhone lies in the mail. */
  readonly hasFile: boolean;
  /** The page where any phone finds its own way to the pass. */
  readonly handOverLink?: string;
  readonly googleLink?: string;
  /** The rest of a family, whose passes lie in the same file. */
  readonly others?: readonly { readonly shortNumber: string; readonly googleLink?: string }[];
}
