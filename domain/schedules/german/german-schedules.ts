import type { ScheduleBook } from '../evaluation/schedule-book.ts';
import { covid19 } from './covid-19.ts';
import { covid19Campaign } from './covid-19-campaign.ts';
import { hepatitisB } from './hepatitis-b.ts';
import { influenza } from './influenza.ts';
import { mmr } from './mmr.ts';
import { mpox } from './mpox.ts';
import { pneumococcal } from './pneumococcal.ts';
import { tbe } from './tbe.ts';
import { tetanusDiphtheriaPertussis } from './tetanus-diphtheria-pertussis.ts';
import { zoster } from './zoster.ts';

/** The schedules that come with the product for a centre in Germany. A change is a new version with its own date. */
export const germanSchedules: readonly ScheduleBook[] = [
  covid19Campaign,
  covid19,
  influenza,
  mmr,
  hepatitisB,
  tbe,
  mpox,
  tetanusDiphtheriaPertussis,
  pneumococcal,
  zoster,
];
