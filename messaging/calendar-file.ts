import ical, {
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import type { Language } from '../domain/kernel/bilingual.ts';
import { addMinutes, epochMsOf, type Instant, offsetTimeAt } from '../domain/kernel/instant.ts';
import { oneLine } from '../domain/messages/message-text.ts';
import { zoneDefinition } from './zone-definition.ts';

/** One date as a calendar keeps it. */
export interface CalendarDate {
  readonly appointmentId: string;
  /** One more for each change: a calendar takes only what is newer than what it has. */
  readonly sequence: number;
  readonly startsAt: Instant;
  readonly durationMinutes: number;
  readonly isCancelled: boolean;
}

export interface CalendarFile {
  readonly dates: readonly CalendarDate[];
  readonly language: Language;
  readonly centre: {
    readonly name: string;
    readonly timeZone: string;
    readonly address?: string;
    readonly phone?: string;
  };
  /** Who invites whom, where the file goes by mail: the calendar then moves and removes the entry by itself. */
  readonly invitation?: { readonly from: string; readonly to: string };
  readonly now: Instant;
}

/** The dates as an iCalendar file. It says where and when, and nothing about health: calendars are shared. */
export function calendarFile({ dates, language, centre, invitation, now }: CalendarFile): string {
  const definition = zoneDefinition(centre.timeZone);
  const zone = definition && centre.timeZone;
  const calendar = ical({
    prodId: { company: 'Impfpass Station', product: 'Impfpass Station', language: language.toUpperCase() },
    method: methodOf(dates, invitation !== undefined),
    ...(definition ? { timezone: { name: definition.id, generator: () => definition.text } } : {}),
  });
  const name = oneLine(centre.name);
  for (const date of dates) {
    const event = calendar.createEvent({
      id: `${date.appointmentId}@impfpass-station`,
      sequence: date.sequence,
      stamp: new Date(now),
      start: centreTime(date.startsAt, zone),
      end: centreTime(addMinutes(date.startsAt, date.durationMinutes), zone),
      ...(definition ? { timezone: definition.id } : {}),
      summary: language === 'de' ? `Termin ${name}` : `Appointment ${name}`,
      ...(centre.address ? { location: oneLine(centre.address) } : {}),
      ...(centre.phone
        ? { description: `${language === 'de' ? 'Telefon' : 'Phone'}: ${oneLine(centre.phone)}` }
        : {}),
      class: ICalEventClass.PRIVATE,
      status: date.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
    if (!invitation) continue;
    event.organizer({ name, email: invitation.from });
    event.createAttendee({ email: invitation.to, rsvp: false, status: ICalAttendeeStatus.ACCEPTED });
  }
  return calendar.toString();
}

/** How the file is to be taken: an invitation, its end, or dates to add by hand. */
export function methodOf(dates: readonly CalendarDate[], isInvitation: boolean): ICalCalendarMethod {
  if (!isInvitation) return ICalCalendarMethod.PUBLISH;
  return dates.every(({ isCancelled }) => isCancelled)
    ? ICalCalendarMethod.CANCEL
    : ICalCalendarMethod.REQUEST;
}

function centreTime(at: Instant, zone: string | undefined): Date {
  return zone ? new CentreTime(at, zone) : new Date(at);
}

/**
 * A moment whose local parts are those of the centre's clock. The library writes local parts, which on a `Date`
 * are this computer's; what looks like a date with a zone of its own it takes as it is.
 */
class CentreTime extends Date {
  readonly internal: Date;

  constructor(at: Instant, zone: string) {
    super(epochMsOf(at));
    this.internal = new Date(`${offsetTimeAt(at, zone).slice(0, 16)}:00Z`);
  }

  withTimeZone(): this {
    return this;
  }

  tzComponents(): [] {
    return [];
  }

  override getFullYear = () => this.internal.getUTCFullYear();
  override getMonth = () => this.internal.getUTCMonth();
  override getDate = () => this.internal.getUTCDate();
  override getHours = () => this.internal.getUTCHours();
  override getMinutes = () => this.internal.getUTCMinutes();
  override getSeconds = () => this.internal.getUTCSeconds();
}
