import type { adverseEventsContract } from '../../../contracts/ipc/adverse-events-contract.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { noteDisclosure } from '../../commands/staff/note-disclosure.ts';
import { recordView } from '../../commands/staff/record-view.ts';
import {
  noteAdverseEventReport,
  recordAdverseEvent,
} from '../../commands/vaccination/record-adverse-event.ts';
import { adverseEventFile } from '../../queries/vaccination/adverse-event-file.ts';
import { openReports, reactionsOf } from '../../queries/vaccination/adverse-events.ts';
import type { HandlersOf } from '../handler.ts';

export const adverseEventsHandlers: HandlersOf<keyof typeof adverseEventsContract> = {
  'adverse-events.open': (station, _, { roles }) => accept(openReports(station, roles)),
  'adverse-events.of-person': (station, { personId }, { actor }) => {
    const reactions = reactionsOf(station, personId);
    if (reactions.ok) recordView(station, actor, { personId, why: 'vaccination' });
    return reactions;
  },
  'adverse-events.record': (station, input, { actor }) => recordAdverseEvent(station, actor, input),
  'adverse-events.note-report': (station, input, { actor }) => noteAdverseEventReport(station, actor, input),
  'adverse-events.paper': async (station, input, { actor }) => {
    const made = await adverseEventFile(station, input);
    if (!made.ok) return made;
    recordView(station, actor, { personId: input.personId, why: 'disclosure' });
    noteDisclosure(station, actor, { kind: 'adverse-event-pdf', people: 1 });
    const { fileName, mediaType, bytes } = made.value;
    return accept({ fileName, mediaType, base64: Buffer.from(bytes).toString('base64') });
  },
};
