import pino from 'pino';
import { bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { openOnlineDay } from '../../../headquarters/features/booking/open-online-day.ts';
import { registerEndpoint } from '../../../headquarters/features/webhooks/endpoints.ts';
import type { ServerLog } from '../../../headquarters/headquarters.ts';
import { startHeadquarters } from '../../../headquarters/start-headquarters.ts';
import { addCentre } from '../../../headquarters/store/centres.ts';
import { freeSlots } from '../../../headquarters/store/online-slots.ts';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { aPerson } from '../../support/test-station.ts';

/** A headquarters of its own that books as soon as it is up, and goes on until somebody kills it. */
const [dir = '', databaseUrl = '', url = ''] = process.argv.slice(2);
const { headquarters } = await startHeadquarters({
  settings: { dir, host: '127.0.0.1', port: 0, databaseUrl, webhookNetworks: ['127.0.0.0/8'] },
  log: pino({ level: 'silent' }) as unknown as ServerLog,
});
const centre = { id: 'nord', name: 'Nord', address: '', phone: '', email: '', timeZone: 'Europe/Berlin' };
await addCentre(headquarters.databases.app, centre, headquarters.now());
const made = await registerEndpoint(headquarters, 'nord', {
  url,
  types: ['pass.created'],
  actor: 'operator',
});
if (!made.ok) throw new Error(made.refusal);
for (const day of ['2099-11-24', '2099-12-20'])
  await openOnlineDay(headquarters, 'nord', { day, from: '09:00', to: '10:00', minutes: 10, capacity: 1 });
const slots = await inCentre(headquarters.databases.app, 'nord', (db) =>
  freeSlots(db, { after: headquarters.now() }),
);
const slotIds = ['2099-11-24', '2099-12-20'].map((on) => slots.find(({ day }) => day === on)?.slotId ?? '');
const booked = await bookOnline(headquarters, centre, {
  details: aPerson(),
  slotIds,
  mayMail: false,
  actor: 'citizen',
});
if (!booked.ok) throw new Error(booked.refusal);
console.log(made.value.secret);
