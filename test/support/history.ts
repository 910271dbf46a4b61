import { type EventId, idOf } from '../../domain/kernel/ids.ts';
import type { Instant } from '../../domain/kernel/instant.ts';
import type { RecordedEvent, StationEvent } from '../../domain/station-event.ts';

/** Events as a log would hold them, in the order given: for `fold` in tests of the domain. */
export function historyOf(...events: StationEvent[]): RecordedEvent[] {
  return events.map((event, index) => ({
    id: idOf<EventId>(`event-${index + 1}`),
    stream: 'person-1',
    station: 'station-1',
    epoch: 1,
    seq: index + 1,
    hlc: `2026-11-23T08:00:00.000Z-${String(index).padStart(4, '0')}-station-1`,
    occurredAt: '2026-11-23T08:00:00.000Z' as Instant,
    recordedAt: '2026-11-23T08:00:00.000Z' as Instant,
    actor: 'staff:test',
    event,
  }));
}
