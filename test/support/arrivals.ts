import { fold } from '../../domain/kernel/event.ts';
import { type AppointmentId, type DoseId, idOf } from '../../domain/kernel/ids.ts';
import { productOf } from '../../domain/products/catalogue.ts';
import type { Product } from '../../domain/products/product.ts';
import type { Arrival } from '../../domain/scan/decide-arrival.ts';
import { scheduleOf } from '../../domain/schedules/plain-schedules.ts';
import type { Schedule } from '../../domain/schedules/schedule.ts';
import type { ReactionFinding } from '../../domain/vaccination/earlier-reactions.ts';
import { evolveVaccination, noDoses } from '../../domain/vaccination/vaccination.ts';
import { comirnaty, day, doseGiven, personId } from './events.ts';
import { historyOf } from './history.ts';

const schedule = scheduleOf(comirnaty) as Schedule;

export function arrival(more: Partial<Arrival> = {}): Arrival {
  return {
    personId,
    today: day('2026-11-23'),
    product: productOf(comirnaty) as Product,
    schedule,
    doses: [],
    appointments: [],
    isCheckedIn: false,
    ...more,
  };
}

export function date(on: string, isOpen = true): Arrival['appointments'][number] {
  return { appointmentId: idOf<AppointmentId>(on), day: day(on), plannedDose: 1, isOpen, clock: '09:30' };
}

export function doses(...on: string[]) {
  return fold(noDoses, evolveVaccination, historyOf(...on.map((each, index) => doseGiven(index + 1, each))))
    .doses;
}

export function reacted(warning: ReactionFinding['warning']): ReactionFinding {
  const reaction = {
    doseId: idOf<DoseId>('dose-1'),
    kinds: ['anaphylaxis' as const],
    beganOn: day('2026-10-20'),
    isSevere: true,
    isOngoing: false,
    hasDied: warning === 'person-died',
  };
  return { warning, reaction, ordinal: 1, productId: comirnaty };
}
