import type { Answer } from '../../../contracts/ipc/answer.ts';

const movedOn: readonly string[] = [
  'already-checked-in',
  'appointment-unknown',
  'visit-unknown',
  'visit-not-ended',
  'person-unknown',
  'doses-changed',
];

/** Whether a refusal says that the person is not as they are shown here, because of what was done elsewhere. */
export function saysMovedOn(answer: Answer): boolean {
  return !answer.ok && 'refusal' in answer && movedOn.includes(answer.refusal.reason);
}
