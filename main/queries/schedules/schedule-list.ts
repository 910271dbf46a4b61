import type { ShownSchedule } from '../../../contracts/ipc/schedules-contract.ts';
import { groupOf } from '../../../domain/schedules/activate-schedule.ts';
import type { ScheduleBook } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { scheduleTitle } from '../../../domain/schedules/german/schedule-titles.ts';
import { doseInWords } from '../../../domain/schedules/words/dose-in-words.ts';
import type { ReadableDb } from '../../store/database.ts';
import { type CentreScheduleRow, confirmedSchedules } from '../../store/tables/schedules/centre-schedules.ts';
import { replanningOf } from '../../store/tables/schedules/replannings.ts';

/** Every schedule that comes with the product, in plain words. */
export function scheduleList(db: ReadableDb): { schedules: ShownSchedule[] } {
  const confirmed = confirmedSchedules(db);
  return {
    schedules: germanSchedules.map((book) => ({
      ...shownSchedule(book, confirmed.get(groupOf(book))),
      ...progressOf(db, book),
    })),
  };
}

function shownSchedule(book: ScheduleBook, confirmed: CentreScheduleRow | undefined): ShownSchedule {
  const { version, source, issuedOn, note } = book;
  const nameOf = (code: string) => book.products.find((product) => product.code === code)?.name ?? code;
  return {
    book: book.book,
    title: scheduleTitle(book.book),
    version,
    source,
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(note === undefined ? {} : { note }),
    ...confirmationOf(book, confirmed),
    products: book.products.map(({ code, name }) => ({ code, name })),
    observations: book.observations.map(({ code, title }) => ({ code, title })),
    series: saidOnce(
      book.antigens.flatMap(({ series }) =>
        series.map(({ name, kind, doses }) => ({
          name,
          isForRisk: kind === 'risk',
          doses: doses.map((dose) => doseInWords(dose, nameOf)),
        })),
      ),
    ),
  };
}

function progressOf(db: ReadableDb, { book, version }: ScheduleBook): Pick<ShownSchedule, 'replanning'> {
  const row = replanningOf(db, book);
  if (row?.version !== version) return {};
  const { moved, people, left, ended_at } = row;
  return {
    replanning: {
      moved,
      left,
      ...(people === null ? {} : { people }),
      ...(ended_at === null ? {} : { endedAt: ended_at }),
    },
  };
}

function confirmationOf(
  { book, version }: ScheduleBook,
  confirmed: CentreScheduleRow | undefined,
): Pick<ShownSchedule, 'confirmedAt' | 'confirmedInstead'> {
  if (!confirmed) return {};
  if (confirmed.book === book && confirmed.version === version)
    return { confirmedAt: confirmed.confirmed_at };
  return { confirmedInstead: { title: scheduleTitle(confirmed.book), version: confirmed.version } };
}

/** Antigens that are given together mostly have one and the same series. */
function saidOnce(series: ShownSchedule['series']): ShownSchedule['series'] {
  return [...new Map(series.map((each) => [JSON.stringify(each), each])).values()];
}
