import type { doseCorrectionContract } from '../../../contracts/ipc/dose-correction-contract.ts';
import { correctDose } from '../../commands/vaccination/correct-dose.ts';
import { voidDose } from '../../commands/vaccination/void-dose.ts';
import { doseEntry, weighCorrection } from '../../queries/vaccination/weigh-correction.ts';
import type { HandlersOf } from '../handler.ts';
import { cardOf } from './desk-handlers.ts';

export const doseCorrectionHandlers: HandlersOf<keyof typeof doseCorrectionContract> = {
  'desk.dose-entry': (station, input) => doseEntry(station, input),
  'desk.weigh-correction': (station, input) => weighCorrection(station, input),
  'desk.correct-dose': (station, { secondSignIn: _, ...input }, caller) => {
    const { actor, approvedBy } = caller;
    if (!approvedBy) throw new Error('a dose was to be corrected without a second person');
    const result = correctDose(station, actor, { ...input, approvedBy });
    return result.ok ? cardOf(station, input.personId, caller) : result;
  },
  'desk.void-dose': (station, { secondSignIn: _, ...input }, caller) => {
    const { actor, approvedBy } = caller;
    if (!approvedBy) throw new Error('a dose was to be voided without a second person');
    const result = voidDose(station, actor, { ...input, approvedBy });
    return result.ok ? cardOf(station, input.personId, caller) : result;
  },
};
