import type { Bilingual } from '../kernel/bilingual.ts';

/** Everything about one kind of message. Each is sent at most once for a person and appointment at a time. */
export interface MessageStatement {
  /** What the staff call it. */
  readonly name: Bilingual;
  /** Names no vaccine and no person: it is read on lock screens and by the provider. */
  readonly subject: Bilingual;
  readonly lead: Bilingual;
  /** `appointment`: it tells of one, and has nothing to say without it. */
  readonly about: 'person' | 'appointment';
  /** Of no use once its appointment has begun, or is not to be kept any more. */
  readonly endsWithAppointment: boolean;
  /** Who does not hear of it stands before a closed door or misses a dose: told by phone where no mail may go. */
  readonly mustBeKnown: boolean;
  /** The calendar on the phone puts in, moves or takes out the entry by it. */
  readonly changesCalendar: boolean;
}

/** What a centre writes to somebody. In the texts `{date}` is the date it is about, `{centre}` the centre. */
export const messageTable = {
  'pass-ready': {
    name: { de: 'E-Mail mit dem Pass', en: 'E-mail with the pass' },
    subject: { de: 'Ihr Pass – {centre}', en: 'Your pass – {centre}' },
    lead: {
      de: 'Ihr Impfpass ist fertig. Bitte zeigen Sie ihn bei jedem Besuch im Impfzentrum.',
      en: 'Your vaccination pass is ready. Please show it each time you come to the centre.',
    },
    about: 'person',
    endsWithAppointment: false,
    mustBeKnown: false,
    changesCalendar: false,
  },
  'appointment-booked': {
    name: { de: 'Terminbestätigung', en: 'Confirmation' },
    subject: { de: 'Ihr Termin am {date}', en: 'Your appointment on {date}' },
    lead: { de: 'Ihr Termin ist gebucht: {date}.', en: 'Your appointment is booked: {date}.' },
    about: 'appointment',
    endsWithAppointment: true,
    mustBeKnown: false,
    changesCalendar: true,
  },
  'appointment-moved': {
    name: { de: 'Termin verlegt', en: 'Appointment moved' },
    subject: { de: 'Ihr Termin wurde verlegt: {date}', en: 'Your appointment was moved: {date}' },
    lead: {
      de: 'Ihr Termin wurde verlegt. Neu ist: {date}. Der frühere Termin gilt nicht mehr.',
      en: 'Your appointment was moved. It now is: {date}. The earlier one no longer holds.',
    },
    about: 'appointment',
    endsWithAppointment: true,
    mustBeKnown: true,
    changesCalendar: true,
  },
  'appointment-cancelled': {
    name: { de: 'Termin abgesagt', en: 'Appointment cancelled' },
    subject: { de: 'Ihr Termin am {date} ist abgesagt', en: 'Your appointment on {date} is cancelled' },
    lead: {
      de: 'Ihr Termin am {date} ist abgesagt. Bitte kommen Sie nicht zu diesem Termin.',
      en: 'Your appointment on {date} is cancelled. Please do not come to it.',
    },
    about: 'appointment',
    endsWithAppointment: false,
    mustBeKnown: true,
    changesCalendar: true,
  },
  'day-closed': {
    name: { de: 'Termin fällt aus', en: 'Appointment does not take place' },
    subject: { de: 'Ihr Termin am {date} fällt aus', en: 'Your appointment on {date} does not take place' },
    lead: {
      de: 'Das Impfzentrum ist an diesem Tag geschlossen. Ihr Termin am {date} fällt leider aus. Bitte rufen Sie uns für einen neuen Termin an.',
      en: 'The centre is closed that day. We are sorry: your appointment on {date} does not take place. Please call us for a new one.',
    },
    about: 'appointment',
    endsWithAppointment: false,
    mustBeKnown: true,
    changesCalendar: true,
  },
  'standby-offer': {
    name: { de: 'Freier Termin', en: 'Free appointment' },
    subject: { de: 'Ein Termin ist frei: {date}', en: 'An appointment is free: {date}' },
    lead: {
      de: 'Ein Termin ist frei geworden: {date}. Bitte rufen Sie uns gleich an, wenn Sie ihn möchten.',
      en: 'An appointment has become free: {date}. Please call us at once if you would like it.',
    },
    about: 'appointment',
    endsWithAppointment: true,
    mustBeKnown: true,
    changesCalendar: false,
  },
  reminder: {
    name: { de: 'Erinnerung', en: 'Reminder' },
    subject: { de: 'Erinnerung: Ihr Termin am {date}', en: 'Reminder: your appointment on {date}' },
    lead: {
      de: 'Wir erinnern Sie an Ihren Termin: {date}. Können Sie nicht kommen? Dann sagen Sie bitte rechtzeitig ab.',
      en: 'This is a reminder of your appointment: {date}. If you cannot come, please tell us in good time.',
    },
    about: 'appointment',
    endsWithAppointment: true,
    mustBeKnown: false,
    changesCalendar: false,
  },
  'second-dose-reminder': {
    name: { de: 'Nächster Termin fehlt', en: 'Next appointment missing' },
    subject: { de: 'Ihr nächster Termin fehlt noch', en: 'Your next appointment is still missing' },
    lead: {
      de: 'Für Ihre nächste Impfung ist noch kein Termin gebucht. Bitte rufen Sie uns an.',
      en: 'No appointment is booked for your next vaccination yet. Please call us.',
    },
    about: 'person',
    endsWithAppointment: false,
    mustBeKnown: false,
    changesCalendar: false,
  },
} as const satisfies Readonly<Record<string, MessageStatement>>;

export type MessageKind = keyof typeof messageTable;

export const messageKinds = Object.keys(messageTable) as [MessageKind, ...MessageKind[]];
