import type { RecordedEvent } from '../station-event.ts';
import type { RowChange } from './row-change.ts';

/** Templates, holidays, and which lane is open on which day. */
export function projectSlots({ event, occurredAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'SlotTemplateSaved': {
      const { templateId, name } = event.data;
      const row = { template_id: templateId, name, content: JSON.stringify(event.data), removed_at: null };
      return [{ op: 'put', table: 'slot_template', row }];
    }
    case 'SlotTemplateRemoved': {
      const where = { template_id: event.data.templateId };
      return [{ op: 'set', table: 'slot_template', where, set: { removed_at: occurredAt } }];
    }
    case 'HolidaySet': {
      const { day, name } = event.data;
      return [{ op: 'put', table: 'holiday', row: { day, name, lifted_at: null } }];
    }
    case 'HolidayLifted':
      return [
        { op: 'set', table: 'holiday', where: { day: event.data.day }, set: { lifted_at: occurredAt } },
      ];
    case 'SlotsOpened': {
      const { day, templateId, lanes } = event.data;
      return lanes.map((open) => ({
        op: 'put',
        table: 'lane_day',
        row: {
          lane_day_id: laneDayId(day, open.lane),
          day,
          lane: open.lane,
          product_id: open.productId,
          hours: JSON.stringify(open.hours),
          slot_minutes: open.slotMinutes,
          capacity: open.capacity,
          template_id: templateId,
          closed_at: null,
          close_reason: null,
        },
      }));
    }
    case 'SlotsClosed': {
      const { day, lanes, reason } = event.data;
      return lanes.map((lane) => ({
        op: 'set',
        table: 'lane_day',
        where: { lane_day_id: laneDayId(day, lane) },
        set: { closed_at: occurredAt, close_reason: reason },
      }));
    }
    default:
      return [];
  }
}

function laneDayId(day: string, lane: string): string {
  return `${day} ${lane}`;
}
