import { inBoth } from '../kernel/bilingual.ts';
import { idOf, type PassId } from '../kernel/ids.ts';
import { addMinutes, type Instant, plainDateAt } from '../kernel/instant.ts';
import type { BirthDate } from '../kernel/plain-date.ts';
import type { PassAppointment, PassCentre, PassFacts } from './pass-facts.ts';

/** Which moment of a pass's life a sample shows. */
export const sampleStages = ['issued', 'after-first-dose', 'complete', 'voided'] as const;
export type SampleStage = (typeof sampleStages)[number];

/**
 * Somebody who does not exist, for the preview of a template and to try one before it is published. Names and
 * texts are long on purpose: what fits here fits everybody.
 */
export function sampleFacts(stage: SampleStage, centre: PassCentre, now: Instant): PassFacts {
  const given = { issued: 0, 'after-first-dose': 1, complete: 2, voided: 1 }[stage];
  const dates = [addMinutes(now, minutesPerDay), addMinutes(now, 22 * minutesPerDay)];
  return {
    passId: idOf<PassId>('00000000000000000000'),
    barcode: '0'.repeat(42),
    isVoided: stage === 'voided',
    person: {
      givenName: 'Maximiliane-Alexandra',
      familyName: 'Musterfrau-Beispielhausen',
      birthDate: '1950-01-02' as BirthDate,
      street: 'Musterstraße 123',
      postcode: '12345',
      city: 'Musterstadt',
      email: 'maximiliane@muster.example',
      phone: '+49 30 000000',
      language: 'de',
    },
    centre,
    product: { name: 'Comirnaty', disease: inBoth('COVID-19') },
    plannedDoses: 2,
    appointments: dates.map(
      (startsAt, index): PassAppointment => ({
        plannedDose: index + 1,
        startsAt,
        status: index < given ? 'attended' : 'booked',
      }),
    ),
    doses: dates.slice(0, given).map((at, index) => ({
      ordinal: index + 1,
      givenOn: plainDateAt(at, centre.timeZone),
      productName: 'Comirnaty',
      lot: 'MUSTER1',
    })),
    ...(stage === 'after-first-dose' ? { announced: 'dose-count' } : {}),
    message: { de: 'Bitte kommen Sie zehn Minuten vor Ihrem Termin.', en: 'Please come ten minutes early.' },
    passUrl: 'https://pass.example/00000000000000000000',
  };
}

const minutesPerDay = 24 * 60;
