import { accept, type Result, refuse } from '../kernel/result.ts';
import type { SlotTemplateSaved } from './slot-events.ts';
import { type LaneHours, minutesOf, type SlotTemplate } from './slot-template.ts';

export type TemplateRefusal =
  | 'template-without-days'
  | 'template-without-lanes'
  | 'lane-twice'
  | 'hours-invalid';

export function decideSaveTemplate(template: SlotTemplate): Result<SlotTemplateSaved[], TemplateRefusal> {
  if (template.weekdays.length === 0) return refuse('template-without-days');
  if (template.lanes.length === 0) return refuse('template-without-lanes');
  if (new Set(template.lanes.map(({ lane }) => lane)).size < template.lanes.length)
    return refuse('lane-twice');
  if (!hoursAreSound(template.hours, template.slotMinutes)) return refuse('hours-invalid');
  return accept([{ type: 'SlotTemplateSaved', version: 1, data: template }]);
}

/** In order, none overlapping, each long enough for a slot. */
function hoursAreSound(hours: readonly LaneHours[], slotMinutes: number): boolean {
  if (hours.length === 0 || slotMinutes < 1) return false;
  return hours.every((span, index) => {
    const before = hours[index - 1];
    const isLong = minutesOf(span.to) - minutesOf(span.from) >= slotMinutes;
    return isLong && (before === undefined || before.to <= span.from);
  });
}
