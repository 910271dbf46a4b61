import type { ChannelInput, ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { instantAt, plainDateAt } from '../../../domain/kernel/instant.ts';
import { addDays, type PlainDate } from '../../../domain/kernel/plain-date.ts';
import { foldName } from '../../../domain/people/search-key.ts';
import type { Reads } from '../../context.ts';
import { peopleByKeyPrefix } from '../../store/tables/people/people-search.ts';
import { type RecordViewRow, recordViews } from '../../store/tables/staff/record-views.ts';

const MOST_VIEWS = 200;
const MOST_PEOPLE = 50;

/** Who opened whose record on one day at the centre, and why. */
export function viewLog(
  { db, settings, now }: Reads,
  { day, staffId, person }: ChannelInput<'staff.views'>,
): ChannelOutput<'staff.views'> {
  const wanted = (day ?? plainDateAt(now(), settings.timeZone)) as PlainDate;
  const name = foldName(person ?? '');
  const rows = recordViews(
    db,
    {
      from: instantAt(wanted, '00:00', settings.timeZone),
      before: instantAt(addDays(wanted, 1), '00:00', settings.timeZone),
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
  return { day: wanted, views: rows.slice(0, MOST_VIEWS).map(viewOf), hasMore: rows.length > MOST_VIEWS };
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
