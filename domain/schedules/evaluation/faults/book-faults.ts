import type { ScheduleBook } from '../schedule-book.ts';
import type { BookFault } from './book-fault.ts';
import { doseFaults } from './dose-faults.ts';
import { referenceFaults } from './reference-faults.ts';
import { seriesFaults } from './series-faults.ts';

/**
 * Everything by which a book contradicts itself: names it does not have, ages and intervals out of order, rules that
 * overlap. A book with a fault is not used.
 */
export function faultsOfBook(book: ScheduleBook): BookFault[] {
  return [
    ...referenceFaults(book),
    ...book.antigens.flatMap((antigen, place) => [
      ...seriesFaults(antigen.series, ['antigens', place, 'series']),
      ...antigen.series.flatMap((series, number) =>
        series.doses.flatMap((dose, index) =>
          doseFaults(dose, index, ['antigens', place, 'series', number, 'doses', index]),
        ),
      ),
    ]),
  ];
}
