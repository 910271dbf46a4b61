import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { instantAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { foldName } from '../../../domain/people/search-key.ts';
import type { Reads } from '../../context.ts';
import type { ReadableDb } from '../../store/database.ts';
import { peopleByKeyPrefix } from '../../store/tables/people/people-search.ts';
import { type RecordViewRow, recordViews } from '../../store/tables/staff/record-views.ts';
import {
  type DestinationRow,
  type DisclosureRow,
  destinationChanges,
  disclosures,
} from '../../store/tables/staff/what-left.ts';
import { actorName } from './actor-name.ts';

const MOST_VIEWS = 200;
const MOST_PEOPLE = 50;

/** Who opened whose record on one day at the centre, and why; what left the station, and where data goes. */
export function viewLog(
  { db, settings, now }: Reads,
  { day, staffId, person }: ChannelInput<'staff.views'>,
): ChannelOutput<'staff.views'> {
  const wanted = (day ?? plainDateAt(now(), settings.timeZone)) as PlainDate;
  const name = foldName(person ?? '');
  const during = {
    from: instantAt(wanted, '00:00', settings.timeZone),
    before: instantAt(addDays(wanted, 1), '00:00', settings.timeZone),
  };
  const rows = recordViews(
    db,
    {
      ...during,
      ...(staffId ? { staffId } : {}),
      ...(name
        ? {
            personIds: peopleByKeyPrefix(db, 'search_key', name, MOST_PEOPLE).map(
              ({ person_id }) => person_id,
            ),
          }
        : {}),
    },
    MOST_VIEWS + 1,
  );
  const left = { ...during, ...(staffId ? { actor: `staff:${staffId}` } : {}) };
  const out = name ? [] : disclosures(db, left, MOST_VIEWS + 1);
  const changes = name ? [] : destinationChanges(db, left, MOST_VIEWS + 1);
  return {
    day: wanted,
    views: rows.slice(0, MOST_VIEWS).map(viewOf),
    disclosures: out.slice(0, MOST_VIEWS).map((row) => disclosureOf(db, row)),
    destinations: changes.slice(0, MOST_VIEWS).map((row) => changeOf(db, row)),
    hasMore: [rows, out, changes].some(({ length }) => length > MOST_VIEWS),
  };
}

function viewOf(row: RecordViewRow): ChannelOutput<'staff.views'>['views'][number] {
  return {
    viewId: row.view_id,
    at: row.viewed_at,
    why: row.why,
    staffName: row.staff_name ?? '',
    person:
      row.family_name === null || row.given_name === null || row.birth_date === null
        ? undefined
        : { givenName: row.given_name, familyName: row.family_name, birthDate: row.birth_date },
  };
}

function disclosureOf(
  db: ReadableDb,
  { disclosure_id, disclosed_at, actor, kind, people }: DisclosureRow,
): ChannelOutput<'staff.views'>['disclosures'][number] {
  return { disclosureId: disclosure_id, at: disclosed_at, ...nameOf(db, actor), kind, people };
}

function changeOf(
  db: ReadableDb,
  { change_id, changed_at, actor, destination, changed, address, public_url, proxy }: DestinationRow,
): ChannelOutput<'staff.views'>['destinations'][number] {
  return {
    changeId: change_id,
    at: changed_at,
    ...nameOf(db, actor),
    destination,
    changed: JSON.parse(changed),
    ...(address === null ? {} : { address }),
    ...(public_url === null ? {} : { publicUrl: public_url }),
    ...(proxy === null ? {} : { proxy }),
  };
}

function nameOf(db: ReadableDb, actor: string): { staffName?: string } {
  const staffName = actorName(db, actor);
  return staffName === undefined ? {} : { staffName };
}
