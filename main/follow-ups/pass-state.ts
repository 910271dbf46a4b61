import { idOf, type PassId } from '../../domain/kernel/ids.ts';
import type { DoseState } from '../../domain/passes/pass.ts';
import type { VaccinationState } from '../../domain/vaccination/vaccination.ts';
import type { Station } from '../station.ts';

const PASS_ID_BYTES = 10;

export function newPassId(station: Station): PassId {
  return idOf<PassId>(Buffer.from(station.randomBytes(PASS_ID_BYTES)).toString('hex').toUpperCase());
}

/** What the pass shows of a series: doses in force and the day of the last. */
export function doseStateOf({ doses }: VaccinationState): DoseState {
  const inForce = doses.filter((dose) => !dose.isVoided);
  const lastDoseOn = inForce
    .map(({ givenOn }) => givenOn)
    .sort()
    .at(-1);
  return { doseCount: inForce.length, ...(lastDoseOn ? { lastDoseOn } : {}) };
}
