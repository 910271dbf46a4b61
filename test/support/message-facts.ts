import type { Instant } from '../../domain/kernel/instant.ts';
import type { MessageFacts } from '../../domain/messages/message-facts.ts';

const first = { plannedDose: 1, startsAt: '2026-11-23T08:00:00.000Z' as Instant };
const second = { plannedDose: 2, startsAt: '2026-12-15T09:30:00.000Z' as Instant };

/** A message to somebody with two dates, the first of which it is about. */
export function aMessage(more: Partial<MessageFacts> = {}): MessageFacts {
  return {
    message: 'appointment-booked',
    language: 'de',
    person: { givenName: 'Łukasz', familyName: 'Weiß' },
    centre: {
      name: 'Impfzentrum Musterstadt',
      timeZone: 'Europe/Berlin',
      street: 'Marktplatz 1, 12345 Musterstadt',
      phone: '030 0000000',
    },
    appointment: first,
    openAppointments: [first, second],
    hasCalendar: false,
    ...more,
  };
}
