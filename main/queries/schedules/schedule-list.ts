import type { ShownSchedule } from '../../../contracts/ipc/schedules-contract.ts';
import type { ScheduleBook } from '../../../domain/schedules/evaluation/schedule-book.ts';
import { germanSchedules } from '../../../domain/schedules/german/german-schedules.ts';
import { scheduleTitle } from '../../../domain/schedules/german/schedule-titles.ts';
import { doseInWords } from '../../../domain/schedules/words/dose-in-words.ts';

/** Every schedule that comes with the product, in plain words. */
export function scheduleList(): { schedules: ShownSchedule[] } {
  return { schedules: germanSchedules.map(shownSchedule) };
}

function shownSchedule(book: ScheduleBook): ShownSchedule {
  const { version, source, issuedOn, note } = book;
  const nameOf = (code: string) => book.products.find((product) => product.code === code)?.name ?? code;
  return {
    book: book.book,
    title: scheduleTitle(book.book),
    version,
    source,
    ...(issuedOn === undefined ? {} : { issuedOn }),
    ...(note === undefined ? {} : { note }),
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

/** Antigens that are given together mostly have one and the same series. */
function saidOnce(series: ShownSchedule['series']): ShownSchedule['series'] {
  return [...new Map(series.map((each) => [JSON.stringify(each), each])).values()];
}
