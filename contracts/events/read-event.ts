import type { z } from 'zod';
import { accept, type Result, refuse } from '../../domain/kernel/result.ts';
import type { StationEvent } from '../../domain/station-event.ts';
import { eventSchemas, olderEventSchemas } from './event-schemas.ts';

/** An event as it stands in a log, its personal part opened where its key is there. */
export interface StoredEvent {
  readonly type: string;
  readonly version: number;
  readonly data: unknown;
}

export type EventFault = 'kind-unknown' | 'data-invalid';

/**
 * What the log says, for those who work with it. Undefined for a type or version that this program does not know: it
 * is kept and changes nothing. Costs one look-up: what stands in the log was checked when it was written.
 *
 * `isOpen` says whether the key of the stream is here: what older versions have in the clear and is sealed today reads
 * as sealed without it.
 */
export function eventOfLog(stored: StoredEvent, isOpen = true): StationEvent | undefined {
  const kind = kinds.get(kindOf(stored.type, stored.version));
  if (!kind) return undefined;
  if (kind.lift) return kind.lift(stored.data, isOpen);
  return isWrittenAsKnown(stored) ? stored : undefined;
}

/**
 * The whole check, for what comes from elsewhere. The personal part may be absent (its key is elsewhere, or destroyed);
 * whatever else does not fit its schema is no event of that kind.
 */
export function parseEvent(stored: StoredEvent): Result<StationEvent, EventFault> {
  const kind = kinds.get(kindOf(stored.type, stored.version));
  if (!kind) return refuse('kind-unknown');
  if (!kind.schema.safeParse(stored.data).success) return refuse('data-invalid');
  const event = eventOfLog(stored);
  return event ? accept(event) : refuse('kind-unknown');
}

/** What is wrong with the data, without a word of it: paths and codes. Undefined where nothing is, or nothing is known. */
export function faultOfEvent({ type, version, data }: StoredEvent): string | undefined {
  const kind = kinds.get(kindOf(type, version));
  return kind && faultOf(kind, data);
}

/** The same for what this program is about to write: an event of a kind that it does not know is wrong, too. */
export function shapeFaultOf({ type, version, data }: StoredEvent): string | undefined {
  const kind = kinds.get(kindOf(type, version));
  return kind ? faultOf(kind, data) : 'no schema';
}

function faultOf({ schema }: Kind, data: unknown): string | undefined {
  const checked = schema.safeParse(data);
  if (checked.success) return undefined;
  return checked.error.issues.map(({ path, code }) => `${path.join('.')}: ${code}`).join(', ');
}

/** Whether this program knows what such an event means. */
export function isKnownKind(type: string, version: number): boolean {
  return kinds.has(kindOf(type, version));
}

interface Kind {
  readonly schema: z.ZodType;
  readonly lift?: (data: unknown, isOpen: boolean) => StationEvent;
}

const kinds = new Map<string, Kind>(
  Object.entries(eventSchemas).flatMap(([type, versions]) =>
    Object.entries<z.ZodType>(versions).map(([version, schema]) => [`${type} ${version}`, { schema }]),
  ),
);
for (const [type, versions] of Object.entries(olderEventSchemas))
  for (const [version, { schema, lift }] of Object.entries(versions))
    kinds.set(`${type} ${version}`, {
      schema,
      lift: lift as (data: unknown, isOpen: boolean) => StationEvent,
    });

function kindOf(type: string, version: number): string {
  return `${type} ${version}`;
}

/** Checked against the schema of its kind when it was appended, which is what makes it one. */
function isWrittenAsKnown(stored: StoredEvent): stored is StationEvent {
  return kinds.has(kindOf(stored.type, stored.version));
}
