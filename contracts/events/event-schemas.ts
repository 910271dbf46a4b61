import type { z } from 'zod';
import type { StationEvent } from '../../domain/station-event.ts';
import { adverseEventEvents } from './adverse-event-events.ts';
import { appointmentEvents, olderAppointmentEvents } from './appointment-events.ts';
import { centreEvents } from './centre-events.ts';
import { consentEvents } from './consent-events.ts';
import { identityEvents } from './identity-events.ts';
import { importEvents, olderImportEvents } from './import-events.ts';
import { messageEvents } from './message-events.ts';
import { observationEvents } from './observation-events.ts';
import { olderDoses } from './older-doses.ts';
import { passEvents } from './pass-events.ts';
import { olderPeopleEvents, peopleEvents } from './people-events.ts';
import { productEvents } from './product-events.ts';
import { olderScheduleEvents, scheduleEvents } from './schedule-events.ts';
import { screeningEvents } from './screening-events.ts';
import { slotEvents } from './slot-events.ts';
import { staffEvents } from './staff-events.ts';
import { standbyEvents } from './standby-events.ts';
import { stockEvents } from './stock-events.ts';
import { olderElsewhere, vaccinationEvents } from './vaccination-events.ts';

type EventType = StationEvent['type'];
type VersionOf<Type extends EventType> = Extract<StationEvent, { type: Type }>['version'];
type DataOf<Type extends EventType, Version extends number> = Extract<
  StationEvent,
  { type: Type; version: Version }
>['data'];

/** A version that is written no more: as it stands in old logs, and as what it is read today. */
export interface OlderVersion<Stored = never, Event = StationEvent> {
  readonly schema: z.ZodType;
  /** `isOpen`: the key of whom it is about is here, so that what stood in the clear and is sealed today may be read. */
  readonly lift: (data: Stored, isOpen: boolean) => Event;
}

/**
 * The data of every event type and version that the domain knows, as the log has it. A version that was written once
 * never changes (`test/unit/contracts/event-schemas.test.ts`): a new field is a new version, and the old one is lifted.
 */
export const eventSchemas = {
  ...peopleEvents,
  ...appointmentEvents,
  ...slotEvents,
  ...productEvents,
  ...scheduleEvents,
  ...standbyEvents,
  ...stockEvents,
  ...vaccinationEvents,
  ...screeningEvents,
  ...identityEvents,
  ...consentEvents,
  ...observationEvents,
  ...adverseEventEvents,
  ...passEvents,
  ...messageEvents,
  ...staffEvents,
  ...importEvents,
  ...centreEvents,
} as const satisfies {
  readonly [Type in EventType]: { readonly [Version in VersionOf<Type>]: z.ZodType<DataOf<Type, Version>> };
};

export const olderEventSchemas: {
  readonly [Type in EventType]?: {
    readonly [version: number]: OlderVersion<never, Extract<StationEvent, { type: Type }>>;
  };
} = {
  ...olderAppointmentEvents,
  ...olderImportEvents,
  ...olderPeopleEvents,
  ...olderScheduleEvents,
  ...olderDoses,
  ...olderElsewhere,
};

/** The same shape without `readonly`, intersections flattened: what two types are compared by. */
type Plain<T> = T extends string | number | boolean | undefined
  ? T
  : { -readonly [Key in keyof T]: Plain<T[Key]> };
type IsEqual<One, Other> =
  (<T>() => T extends Plain<One> ? 1 : 2) extends <T>() => T extends Plain<Other> ? 1 : 2 ? true : false;

/** Event types whose stored shape differs from what the domain takes it for, or that have a schema and no event. */
type Differing = {
  [Type in keyof typeof eventSchemas]: Type extends EventType
    ? {
        [Version in keyof (typeof eventSchemas)[Type]]: Version extends VersionOf<Type>
          ? (typeof eventSchemas)[Type][Version] extends z.ZodType<infer Stored>
            ? IsEqual<Stored, DataOf<Type, Version>> extends true
              ? never
              : Type
            : Type
          : Type;
      }[keyof (typeof eventSchemas)[Type]]
    : Type;
}[keyof typeof eventSchemas];

/** Does not compile while any differs: then the domain's event needs a new version, not the schema a new field. */
export const storedShapesAreTheDomains: [Differing] extends [never] ? true : Differing = true;
