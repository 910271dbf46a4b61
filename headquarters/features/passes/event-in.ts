import { isKnownKind, parseEvent } from '../../../contracts/events/read-event.ts';
import type { WireEvent } from '../../../contracts/sync/wire-event.ts';
import type { StationEvent } from '../../../domain/station-event.ts';

/** What an event without a personal part says; undefined where it does not fit its schema: stations do not take it either. */
export function eventIn({ type, version, data }: WireEvent): StationEvent | undefined {
  if (!isKnownKind(type, version)) return undefined;
  const parsed = parseEvent({ type, version, data: JSON.parse(data) });
  return parsed.ok ? parsed.value : undefined;
}
