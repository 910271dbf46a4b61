import type { screeningContract } from '../../../contracts/ipc/screening-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import { answerScreening, clearScreening } from '../../commands/screening/answer-screening.ts';
import { switchScreening } from '../../commands/screening/switch-screening.ts';
import { recordView } from '../../commands/staff/record-view.ts';
import { screeningSetting } from '../../queries/screening/screening.ts';
import { screeningOfPerson } from '../../queries/screening/screening-view.ts';
import type { HandlersOf } from '../handler.ts';

export const screeningHandlers: HandlersOf<keyof typeof screeningContract> = {
  'screening.setting': ({ db }) => accept(screeningSetting(db)),
  'screening.switch': (station, input, { actor }) => switchScreening(station, actor, input),
  'screening.of-person': (station, { personId }, { actor }) => {
    const found = screeningOfPerson(station, personId);
    if (found.questionnaire || found.ahead) recordView(station, actor, { personId, why: 'vaccination' });
    return accept(found);
  },
  'screening.answer': (station, { reason, ...input }, { actor }) => {
    const again = reason === undefined ? {} : { again: { reason } };
    const done = answerScreening(station, actor, { ...input, ...again });
    return done.ok ? accept(screeningOfPerson(station, input.personId)) : done;
  },
  'screening.take-back': (station, { secondSignIn: _, reason, ...input }, { actor, approvedBy }) => {
    if (!approvedBy) throw new Error('answers were to be taken back by one person alone');
    const done = answerScreening(station, actor, { ...input, again: { reason, approvedBy } });
    return done.ok ? accept(screeningOfPerson(station, input.personId)) : done;
  },
  'screening.clear': (station, { secondSignIn: _, ...input }, { actor, approvedBy }) => {
    if (!approvedBy) throw new Error('answers were to be cleared without the doctor');
    const done = clearScreening(station, actor, { ...input, clearedBy: approvedBy });
    return done.ok ? accept(screeningOfPerson(station, input.personId)) : done;
  },
  'screening.clear-as-doctor': (station, input, { actor }) => {
    const clearedBy = staffIdOf(actor);
    if (!clearedBy) throw new Error('answers were to be cleared by nobody of the staff');
    const done = clearScreening(station, actor, { ...input, clearedBy });
    return done.ok ? accept(screeningOfPerson(station, input.personId)) : done;
  },
};
