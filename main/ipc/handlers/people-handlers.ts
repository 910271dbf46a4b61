import type { peopleContract } from '../../../contracts/ipc/people-contract.ts';
import type { StaffId } from '../../../domain/kernel/ids.ts';
import { accept } from '../../../domain/kernel/result.ts';
import { staffIdOf } from '../../../domain/staff/staff-id-of.ts';
import { correctPerson } from '../../commands/people/correct-person.ts';
import { erasePerson } from '../../commands/people/erase-person.ts';
import { linkPersons } from '../../commands/people/link-persons.ts';
import { recordConsent } from '../../commands/people/record-consent.ts';
import { registerPerson } from '../../commands/people/register-person.ts';
import { liftRestriction, restrictPerson } from '../../commands/people/restrict-person.ts';
import { tellPersonsApart } from '../../commands/people/tell-persons-apart.ts';
import { unlinkPersons } from '../../commands/people/unlink-persons.ts';
import { noteDisclosure } from '../../commands/staff/note-disclosure.ts';
import { recordView } from '../../commands/staff/record-view.ts';
import { correctPaperDose, recordPaperDose } from '../../commands/vaccination/paper-dose.ts';
import { doubleDates } from '../../histories/double-dates.ts';
import { likelyDuplicates } from '../../queries/people/likely-duplicates.ts';
import { personExportFile } from '../../queries/people/person-export-file.ts';
import { personRecord } from '../../queries/people/person-record.ts';
import { hitOf, MOST_HITS, searchPeople, suggestPeople } from '../../queries/people/search-people.ts';
import { connectionOf } from '../../queries/sync/connection-of.ts';
import { eraseAtHeadquarters } from '../../sync/erase-at-headquarters.ts';
import type { HandlersOf } from '../handler.ts';

const MOST_SUGGESTIONS = 8;

export const peopleHandlers: HandlersOf<keyof typeof peopleContract> = {
  'people.search': (station, { text }, { roles }) => {
    const found = searchPeople(station, text, roles, MOST_HITS + 1);
    return accept({
      hits: found.slice(0, MOST_HITS).map((hit) => hitOf(station, hit)),
      hasMore: found.length > MOST_HITS,
    });
  },
  'people.suggest': (station, { text }) =>
    accept({ hits: suggestPeople(station, text, MOST_SUGGESTIONS).map((hit) => hitOf(station, hit)) }),
  'people.likely-duplicates': (station, { details, exceptId }) =>
    accept({ hits: likelyDuplicates(station, details, exceptId) }),
  'people.record': (station, { personId, why }, { actor, roles }) => {
    const record = personRecord(station, personId, roles);
    if (record.ok) recordView(station, actor, { personId, why });
    return record;
  },
  'people.export': async (station, { personId, ...wish }, { actor, roles }) => {
    const made = await personExportFile(station, personId, wish, roles);
    if (!made.ok) return made;
    recordView(station, actor, { personId, why: 'disclosure' });
    noteDisclosure(station, actor, { kind: `person-${wish.format}`, people: 1 });
    const { fileName, mediaType, bytes } = made.value;
    return accept({ fileName, mediaType, base64: Buffer.from(bytes).toString('base64') });
  },
  'people.register': (station, input, { actor }) =>
    registerPerson(station, actor, { ...input, source: 'desk' }),
  'people.correct': (station, input, { actor }) => correctPerson(station, actor, input),
  'people.record-paper-dose': (station, input, { actor }) => {
    const seenBy = staffIdOf(actor);
    if (!seenBy) throw new Error('a booklet was to be seen by nobody of the staff');
    return recordPaperDose(station, actor, { ...input, seenBy });
  },
  'people.correct-paper-dose': (station, input, { actor }) => correctPaperDose(station, actor, input),
  'people.consent': (station, input, { actor }) => recordConsent(station, actor, input),
  'people.double-dates': (station, input) => {
    const { ofPerson, ofOther } = doubleDates(station, input);
    const shown = (dates: typeof ofPerson) =>
      dates.map(({ appointmentId, plannedDose, startsAt }) => ({ appointmentId, plannedDose, startsAt }));
    return accept({ ofPerson: shown(ofPerson), ofOther: shown(ofOther) });
  },
  'people.link': (station, { secondSignIn: _, ...input }, { actor, approvedBy }) =>
    linkPersons(station, actor, { ...input, approvedBy: required(approvedBy) }),
  'people.unlink': (station, { secondSignIn: _, ...input }, { actor, approvedBy }) =>
    unlinkPersons(station, actor, { ...input, approvedBy: required(approvedBy) }),
  'people.tell-apart': (station, { secondSignIn: _, ...input }, { actor, approvedBy }) =>
    tellPersonsApart(station, actor, { ...input, approvedBy: required(approvedBy) }),
  'people.restrict': (station, input, { actor }) => restrictPerson(station, actor, input),
  'people.lift-restriction': (station, input, { actor }) => liftRestriction(station, actor, input),
  'people.erase': (station, { secondSignIn: _, ...input }, { actor, approvedBy }) => {
    const wish = { ...input, approvedBy: required(approvedBy) };
    return connectionOf(station.db) === 'connected'
      ? eraseAtHeadquarters(station, actor, wish)
      : erasePerson(station, actor, wish);
  },
};

/** The way in checked it before: without a second person nothing is linked, told apart or erased. */
function required(approvedBy: StaffId | undefined): StaffId {
  if (!approvedBy) throw new Error('a record was to be linked or erased without a second person');
  return approvedBy;
}
