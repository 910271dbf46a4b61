import { decideOpenDays, type OpenDaysRefusal } from '../../../domain/appointments/open-days.ts';
import { decideSaveTemplate, type TemplateRefusal } from '../../../domain/appointments/save-slot-template.ts';
import { CENTRE_STREAM, dayStreamOf } from '../../../domain/appointments/slot-events.ts';
import type { SlotTemplate } from '../../../domain/appointments/slot-template.ts';
import { idOf, type LaneId, type ProductId, type SlotTemplateId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Actor } from '../../../domain/staff/actor.ts';
import type { Writes } from '../../context.ts';
import { activeProductIds } from '../../queries/products/active-products.ts';
import { holidaysBetween, openLanesBetween, templateById } from '../../store/tables/appointments/slots.ts';
import { runCommand } from '../run-command.ts';

export interface SaveTemplateInput extends Omit<SlotTemplate, 'templateId' | 'productId'> {
  readonly requestId?: string;
  /** Absent for a new one. */
  readonly templateId?: SlotTemplateId;
  /** Absent where it stays as it was; of a new one then the first that the centre gives. */
  readonly productId?: ProductId;
}

/** Days that were opened from it before stay as they are. */
export function saveTemplate(
  station: Writes,
  actor: Actor,
  { requestId, ...content }: SaveTemplateInput,
): Result<{ templateId: SlotTemplateId }, TemplateRefusal | 'product-inactive'> {
  return runCommand(station, { name: 'save-template', actor, requestId }, () => {
    const templateId = content.templateId ?? idOf<SlotTemplateId>(station.newId());
    const active = activeProductIds(station.db);
    const before = content.templateId && templateById(station.db, content.templateId)?.productId;
    const productId = content.productId ?? before ?? active[0];
    if (!productId || (productId !== before && !active.includes(productId)))
      return refuse('product-inactive');
    const decided = decideSaveTemplate({ ...content, templateId, productId });
    if (!decided.ok) return decided;
    return accept({ stream: CENTRE_STREAM, events: decided.value, value: { templateId } });
  });
}

export function removeTemplate(
  station: Writes,
  actor: Actor,
  { requestId, templateId }: { requestId?: string; templateId: SlotTemplateId },
): Result<{ templateId: SlotTemplateId }, 'template-unknown'> {
  return runCommand(station, { name: 'remove-template', actor, requestId }, () => {
    if (!templateById(station.db, templateId)) return refuse('template-unknown');
    const removed = { type: 'SlotTemplateRemoved' as const, version: 1 as const, data: { templateId } };
    return accept({ stream: CENTRE_STREAM, events: [removed], value: { templateId } });
  });
}

export interface OpenDaysInput {
  readonly requestId?: string;
  readonly templateId: SlotTemplateId;
  readonly from: PlainDate;
  readonly to: PlainDate;
}

/** Opens a range of days from a template: one event for each day, in the day's own stream. */
export function openDays(
  station: Writes,
  actor: Actor,
  { requestId, templateId, from, to }: OpenDaysInput,
): Result<{ days: number }, OpenDaysRefusal | 'template-unknown' | 'day-over'> {
  return runCommand(station, { name: 'open-days', actor, requestId }, () => {
    const { db } = station;
    const template = templateById(db, templateId);
    if (!template) return refuse('template-unknown');
    if (from < plainDateAt(station.now(), station.settings.timeZone)) return refuse('day-over');
    const openLanes = new Map<PlainDate, Set<LaneId>>();
    for (const { day, lane } of openLanesBetween(db, from, to))
      openLanes.set(day, (openLanes.get(day) ?? new Set()).add(lane));
    const holidays = new Set(holidaysBetween(db, from, to).map(({ day }) => day));
    const decided = decideOpenDays({ from, to, template, holidays, openLanes });
    if (!decided.ok) return decided;
    const [first, ...others] = decided.value.map((event) => ({
      stream: dayStreamOf(event.data.day),
      events: [event],
    }));
    if (!first) return refuse('no-day-to-open');
    return accept({ ...first, also: others, value: { days: decided.value.length } });
  });
}
