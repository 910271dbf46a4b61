import { setTimeout as sleep } from 'node:timers/promises';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Headquarters } from '../../headquarters.ts';
import type { Centre } from '../../store/centres.ts';
import { doOnce } from '../api/do-once.ts';
import { type BookOnline, type BookOnlineRefusal, bookOnline, bookOnlineIn } from './book-online.ts';

/** No client has this name: see `client-id.ts`. */
const BOOKING_PAGE = 'booking-page';
const WAIT_MS = 200;
const MOST_WAITS = 25;

export type BookOnceRefusal = BookOnlineRefusal | 'sent-before' | 'at-work';

/**
 * Books what a form says once, however often it is sent: a second tap and a page that is loaded again lead to the same
 * booking. A form under the key of another is refused. Without a key it is booked each time.
 */
export async function bookOnce(
  headquarters: Headquarters,
  centre: Centre,
  command: BookOnline,
  requestKey: string | undefined,
): Promise<Result<{ readonly personId: string }, BookOnceRefusal>> {
  if (requestKey === undefined) return bookOnline(headquarters, centre, command);
  const asked = JSON.stringify(['booking', command]);
  const name = { centre: centre.id, clientId: BOOKING_PAGE, requestKey, asked };
  for (let waits = 0; ; waits += 1) {
    const done = await doOnce<{ personId: string }, BookOnlineRefusal>(headquarters, name, async (db) => {
      const booked = await bookOnlineIn(headquarters, db, centre, command);
      return booked.ok ? accept({ personId: booked.value.personId }) : booked;
    });
    if (done.ok) return accept(done.value.answer);
    if (done.refusal === 'key-reused') return refuse('sent-before');
    if (done.refusal !== 'at-work') return refuse(done.refusal.refused);
    if (waits === MOST_WAITS) return refuse('at-work');
    // The first of two taps is being booked: the second waits for its answer.
    await sleep(WAIT_MS);
  }
}
