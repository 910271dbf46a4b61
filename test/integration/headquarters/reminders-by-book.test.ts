import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { BirthDate } from '../../../domain/kernel/plain-date.ts';
import { type Booked, bookOnline } from '../../../headquarters/features/booking/book-online.ts';
import { REMINDER } from '../../../headquarters/features/messages/plan-messages.ts';
import { sendReminder } from '../../../headquarters/features/messages/send-message.ts';
import { centreFacts } from '../../../headquarters/features/passes/centre-facts.ts';
import { recordEvents } from '../../../headquarters/features/passes/record-events.ts';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { startSender } from '../../../headquarters/jobs/sender.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { type CentreDb, inCentre } from '../../../headquarters/store/open-databases.ts';
import { passOf } from '../../../headquarters/store/passes.ts';
import { aHeadquarters, type TestHeadquarters, testMoment } from '../../support/headquarters.ts';
import { bringDose } from '../../support/headquarters-dose.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import { aPerson } from '../../support/test-station.ts';

let test: TestHeadquarters;
beforeAll(async () => {
  test = await aHeadquarters();
});
afterAll(() => test.close());

let centres = 0;
async function aNewCentre(): Promise<Centre> {
  centres += 1;
  const id = await aCentre(test, `erinnert-${centres}`);
  return (await centreOf(test.headquarters.databases.app, id)) as Centre;
}

const within = <Value>(centre: Centre, work: (db: CentreDb) => Promise<Value>) =>
  inCentre(test.headquarters.databases.app, centre.id, work);

/** Somebody with one dose of the 24th of November, after which the plain schedule has the next one three weeks later. */
async function somebodyWithADose(centre: Centre, birthDate: string): Promise<Booked> {
  const booked = await bookOnline(test.headquarters, centre, {
    details: aPerson({ birthDate: birthDate as BirthDate }),
    slotIds: [],
    mayComeUnbooked: true,
    mayMail: false,
    actor: 'citizen',
  });
  if (!booked.ok) throw new Error(booked.refusal);
  await bringDose(test.headquarters, centre.id, booked.value.personId, '2026-11-24');
  return booked.value;
}

/** The doctor confirms that the second dose comes after four weeks. */
async function confirm(centre: Centre): Promise<void> {
  const data = { group: 'COVID-19', book: 'de-covid-19', version: '2026-01', source: 'STIKO' };
  await within(centre, (db) =>
    recordEvents(test.headquarters, db, {
      centre: centre.id,
      stream: `centre:${centre.id}`,
      actor: 'doctor',
      events: [{ type: 'ScheduleVersionActivated', version: 2, data }],
    }),
  );
  await expect.poll(() => within(centre, async (db) => (await centreFacts(db)).confirmed.size)).toBe(1);
}

const waiting = (centre: Centre, { personId }: Booked) =>
  within(centre, async (db) => {
    const rows = await db
      .selectFrom('delivery')
      .selectAll()
      .where('person_id', '=', personId)
      .where('kind', '=', REMINDER)
      .where('state', '=', 'waiting')
      .execute();
    return rows.map((row) => row.due_at.toISOString().slice(0, 10));
  });

const remind = (centre: Centre, { personId }: Booked) =>
  sendReminder(test.headquarters, centre, {
    id: 'reminder-1',
    kind: REMINDER,
    personId,
    payload: { dose: 2 },
    attempts: 0,
  });

const messageOf = (centre: Centre, { passId }: Booked) =>
  within(centre, async (db) => (await passOf(db, passId))?.message);

describe('a reminder whose time has come by the schedule before', () => {
  it('waits where the confirmed one has the dose later, and goes out then', async () => {
    const centre = await aNewCentre();
    const somebody = await somebodyWithADose(centre, '1964-08-12');
    await confirm(centre);
    test.clock.now = '2026-12-15T09:00:00.000Z' as Instant;
    expect(await remind(centre, somebody)).toBe('done');
    expect(await messageOf(centre, somebody)).toBeUndefined();
    expect(await waiting(centre, somebody)).toEqual(['2026-12-22']);
    test.clock.now = '2026-12-22T09:00:00.000Z' as Instant;
    expect(await remind(centre, somebody)).toBe('done');
    expect((await messageOf(centre, somebody))?.de).toContain('Ihre nächste Impfung steht an');
    test.clock.now = testMoment;
  });
});

describe('when another schedule is confirmed', () => {
  it('then the reminders that wait are planned anew by it, and go out by it alone', async () => {
    const centre = await aNewCentre();
    const workers = [startPassFollower(test.headquarters), startSender(test.headquarters)];
    try {
      const somebody = await somebodyWithADose(centre, '1964-08-12');
      const planned = () => waiting(centre, somebody);
      await expect.poll(planned, { timeout: 20_000 }).toEqual(['2026-12-15']);
      await confirm(centre);
      await expect.poll(planned, { timeout: 20_000 }).toEqual(['2026-12-22']);
    } finally {
      for (const worker of workers) await worker.close();
    }
  }, 60_000);
});
