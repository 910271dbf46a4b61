import { idOf, type LaneId, type PersonId } from '../../../domain/kernel/ids.ts';
import { type Instant, instantAt } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { bookDates } from '../../../main/commands/appointments/book-dates.ts';
import { openTestStation } from '../../support/test-station.ts';

/** A desk of its own: opens the store, waits for the moment, books, and says what came of it. */
const [dir = '', personId = '', at = '0'] = process.argv.slice(2);
const { station, close } = await openTestStation(dir, '2026-11-23T09:00:00.000Z' as Instant);
while (Date.now() < Number(at)); // both at the very same moment: a timer would be late by milliseconds
const booked = bookDates(station, 'operator', {
  personId: idOf<PersonId>(personId),
  productId: productActiveUnasked,
  source: 'desk',
  dates: [
    {
      plannedDose: 1,
      lane: idOf<LaneId>('A'),
      startsAt: instantAt('2026-11-24' as PlainDate, '09:00', 'Europe/Berlin'),
    },
  ],
});
console.log(booked.ok ? 'booked' : booked.refusal.reason);
close();
