import type { PersonRecord } from '../../../contracts/ipc/people-contract.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { eraseFrom } from '../../../domain/people/erase-person.ts';
import { isShownTo } from '../../../domain/people/who-may.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import type { ToldEntry } from '../../../domain/vaccination/events.ts';
import { toldEntriesIn } from '../../../domain/vaccination/given-here.ts';
import type { Reads } from '../../context.ts';
import { historyOf, jointHistoryOf } from '../../store/event-log/read-events.ts';
import { consentsOf } from '../../store/tables/people/consents.ts';
import { personById, restrictionOf } from '../../store/tables/people/people.ts';
import { directLinksOf, linkedSetOf, toldApartFrom } from '../../store/tables/people/person-links.ts';
import { type DoseRow, dosesOfSet } from '../../store/tables/vaccination/doses.ts';
import { actorName } from '../staff/actor-name.ts';
import { doseCorrectionsIn } from './dose-corrections.ts';
import { paperDoseCorrectionsIn } from './paper-dose-corrections.ts';
import { doseView, recordedAs } from './person-card.ts';

/** Everything about one person as the record shows it. A restricted one only for those who answer for it. */
export function personRecord(
  station: Reads,
  personId: PersonId,
  roles: readonly Role[] | undefined,
): Result<PersonRecord, 'person-unknown' | 'person-restricted'> {
  const { db } = station;
  const person = personById(db, personId);
  if (!person || person.status === 'erased' || person.status === 'sealed') return refuse('person-unknown');
  if (!isShownTo(roles, person.status)) return refuse('person-restricted');
  const people = linkedSetOf(db, personId);
  const doses = dosesOfSet(db, people);
  const told = toldEntriesIn(jointHistoryOf(db, people));
  const restriction = restrictionOf(db, personId);
  const keptUntil = keptUntilOf(doses);
  return accept({
    personId,
    status: person.status,
    details: person.details,
    ...(restriction
      ? {
          restriction: {
            why: restriction.restriction,
            restrictedAt: restriction.restricted_at,
            eraseFrom: restriction.erase_from ?? undefined,
          },
        }
      : {}),
    consents: consentsOf(db, personId).map((row) => ({
      channel: row.channel,
      isGiven: row.is_given === 1,
      recordedAt: row.recorded_at,
      by: actorName(db, row.actor),
    })),
    linked: linkedView(station, people, roles),
    toldApart: briefsOf(station, toldApartFrom(db, [personId]), roles),
    doses: doses.map((row) => ({
      ...withTold(doseView(db, row), told.get(row.dose_id)),
      recordedAs: recordedAs(station, row, personId),
    })),
    versions: versionsOf(station, personId),
    paperDoseCorrections: people.flatMap((each) => paperDoseCorrectionsIn(db, historyOf(db, each))),
    doseCorrections: people.flatMap((each) => doseCorrectionsIn(db, historyOf(db, each))),
    ...(keptUntil ? { keptUntil } : {}),
  });
}

function withTold<Dose extends { readonly elsewhere?: object | undefined }>(
  dose: Dose,
  told: ToldEntry | undefined,
): Dose {
  return dose.elsewhere && told ? { ...dose, elsewhere: { ...dose.elsewhere, told } } : dose;
}

function linkedView(
  station: Reads,
  [personId, ...others]: readonly PersonId[],
  roles: readonly Role[] | undefined,
): PersonRecord['linked'] {
  const direct = personId ? directLinksOf(station.db, personId) : [];
  return briefsOf(station, others, roles).map((brief) => ({
    ...brief,
    isDirect: direct.some((link) => [link.person_id, link.other_id].includes(brief.personId)),
  }));
}

/** Those of them who may be shown. */
function briefsOf(
  { db }: Reads,
  people: readonly PersonId[],
  roles: readonly Role[] | undefined,
): PersonRecord['toldApart'] {
  return people.flatMap((personId) => {
    const person = personById(db, personId);
    if (!person || person.status === 'erased' || person.status === 'sealed') return [];
    if (!isShownTo(roles, person.status)) return [];
    const { givenName, familyName, birthDate } = person.details;
    return [{ personId, givenName, familyName, birthDate }];
  });
}

/** What the record said at each time, newest first. */
function versionsOf({ db }: Reads, personId: PersonId): PersonRecord['versions'] {
  return historyOf(db, personId)
    .flatMap(({ event, recordedAt, actor }): PersonRecord['versions'] => {
      if (event.type === 'PersonRegistered' && event.data.personal)
        return [{ recordedAt, by: actorName(db, actor), details: event.data.personal.details }];
      if (event.type === 'PersonCorrected' && event.data.personal)
        return [{ recordedAt, by: actorName(db, actor), why: event.data.why, details: event.data.personal }];
      return [];
    })
    .reverse();
}

/** By law, for the sake of what was done here: a dose given elsewhere is another's to keep. */
function keptUntilOf(doses: readonly DoseRow[]) {
  const last = doses
    .filter((dose) => dose.issuer === null)
    .map((dose) => dose.given_on)
    .sort()
    .at(-1);
  return last && eraseFrom(last);
}
