/** What a centre writes to somebody. Each is sent at most once for a person and appointment at a time. */
export const messageKinds = [
  'pass-ready',
  'appointment-booked',
  'appointment-moved',
  'appointment-cancelled',
  'day-closed',
  'standby-offer',
  'reminder',
  'second-dose-reminder',
] as const;
export type MessageKind = (typeof messageKinds)[number];

/** Messages that tell of one appointment: without it they have nothing to say. */
export function isAboutAppointment(message: MessageKind): boolean {
  return message !== 'pass-ready' && message !== 'second-dose-reminder';
}

/** Messages that are of no use once their appointment has begun, or is not to be kept any more. */
export function isOnlyForOpenAppointment(message: MessageKind): boolean {
  return isAboutAppointment(message) && message !== 'appointment-cancelled' && message !== 'day-closed';
}
