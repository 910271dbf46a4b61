import { addMinutes } from '../../../domain/kernel/instant.ts';
import { lastSeqOf } from '../../../main/store/event-log/own-events.ts';
import { enqueue, failItem, messageRows } from '../../../main/store/outbox/outbox.ts';
import { keepSetting } from '../../../main/store/settings.ts';
import { openTestStation } from '../../support/test-station.ts';
import { trialCentre } from './trial-centre.ts';

const MESSAGES = 40;
const FAILED = 12;
const BY_PHONE = 8;

/** A trial centre where everything happens at once: headquarters is away, work waits, some failed, some are to be called. */
export async function troubledCentre(): Promise<string> {
  const dir = await trialCentre();
  const { station: centre, close } = await openTestStation(dir);
  const { db, settings, now } = centre;
  const people = db.all<{ person_id: string }>('SELECT person_id FROM person ORDER BY person_id');
  db.transact(() => {
    keepSetting(db, 'headquarters', {
      address: 'https://127.0.0.1:9',
      centre: 'nord',
      centreName: settings.centreName,
      clientId: 'nord',
      issuer: 'https://127.0.0.1:9',
      tokenEndpoint: 'https://127.0.0.1:9/token',
      resource: 'https://127.0.0.1:9',
      signingKey: Buffer.alloc(32, 1).toString('base64url'),
      exchangeKey: Buffer.alloc(32, 2).toString('base64url'),
      fingerprints: { station: 'AAAA-BBBB-CCCC-DDDD', headquarters: 'EEEE-FFFF-GGGG-HHHH' },
      joinedAt: now(),
      sentUpTo: lastSeqOf(db, settings) - 37,
      keptApart: 0,
      feedPosition: 0,
      feedHash: '',
      trouble: 'unreachable',
    });
    enqueue(
      db,
      now(),
      Array.from({ length: MESSAGES }, (_, index) => ({
        kind: 'send-message' as const,
        subject: `trouble-${index}`,
        payload: { message: 'reminder', personId: people[index % people.length]?.person_id },
        dueAt: addMinutes(now(), 60),
      })),
    );
    const own = messageRows(db, 200).filter(({ subject }) => subject.startsWith('trouble-'));
    for (const [index, { id }] of own.slice(0, FAILED + BY_PHONE).entries())
      if (index < FAILED) failItem(db, id, 'failed', 'mail-unreachable');
      else failItem(db, id, 'by-phone', 'no-address');
  });
  close();
  return dir;
}
