import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { takePlace } from '../../../headquarters/store/online-slots.ts';
import { type CentreDb, inCentre } from '../../../headquarters/store/open-databases.ts';
import { isDatabaseAway } from '../../../headquarters/store/store-fault.ts';
import { bookingSuite } from '../../support/booking-suite.ts';

const FEW = { app: 2, keys: 1 };
const { opened, anOpenCentre, freeIn, twoDates, post } = bookingSuite({ connections: FEW });

const person: [string, string][] = [
  ['givenName', 'Erika'],
  ['familyName', 'Mustermann'],
  ['birthDate', '1964-08-12'],
  ['consent', 'yes'],
];

const within = <Value>(centre: { id: string }, work: (db: CentreDb) => Promise<Value>) =>
  inCentre(opened().headquarters.databases.app, centre.id, work);

/** Each citizen asks from an address of their own. */
function bookAtOnce(count: number, centre: { id: string }, slots: readonly string[]) {
  const fields = [...slots.map((id): [string, string] => ['slot', id]), ...person];
  return Promise.all(
    Array.from({ length: count }, (_, at) => post(`/book/${centre.id}`, fields, `10.0.0.${at + 1}`)),
  );
}

describe('more requests than connections', () => {
  it('given two connections and thirty citizens, when all book at once, then each waits and gets both dates', async () => {
    const centre = await anOpenCentre(30);
    const slots = await twoDates(centre);
    const answers = await bookAtOnce(30, centre, slots);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array(30).fill(303));
    const left = (await freeIn(centre)).map(({ slotId }) => slotId);
    expect(left).not.toContain(slots[0]);
    expect(left).not.toContain(slots[1]);
  });

  it('given no connection that becomes free, when citizens book, then each is told when to try again and nothing is written', async () => {
    const centre = await anOpenCentre();
    const slots = await twoDates(centre);
    const before = await freeIn(centre);
    const hold = (db: CentreDb) => sql`SELECT pg_sleep(5)`.execute(db);
    const held = Promise.all(Array.from({ length: FEW.app }, () => within(centre, hold)));
    const answers = await bookAtOnce(10, centre, slots);
    for (const answer of answers) {
      expect(answer.statusCode).toBe(503);
      expect(answer.headers['retry-after']).toBe('2');
      expect(answer.headers['content-type']).toContain('application/problem+json');
      expect(answer.json()).toMatchObject({ type: 'urn:impfpass:problem:not-available', status: 503 });
    }
    await held;
    expect(await freeIn(centre)).toEqual(before);
    const [again] = await bookAtOnce(1, centre, slots);
    expect(again?.statusCode).toBe(303);
  });

  it('given a statement that takes too long, then whoever asked for it is told when to try again', async () => {
    const centre = await anOpenCentre();
    const { app } = opened();
    const slow = within(centre, async (db) => {
      await sql`SET LOCAL statement_timeout = 50`.execute(db);
      await sql`SELECT pg_sleep(5)`.execute(db);
    });
    await expect(slow).rejects.toSatisfy(isDatabaseAway);
    const bounds = sql<{ statement: string; lock: string }>`SELECT
      current_setting('statement_timeout') AS statement, current_setting('lock_timeout') AS lock`;
    const { rows } = await within(centre, (db) => bounds.execute(db));
    expect(rows).toEqual([{ statement: '1min', lock: '10s' }]);
    expect((await app.inject(`/book/${centre.id}`)).statusCode).toBe(200);
  });
});

describe('two transactions that wait for each other', () => {
  it('when PostgreSQL ends one of them, then that one begins again and both are done', async () => {
    const centre = await anOpenCentre();
    const [one, other] = await twoDates(centre);
    const begun: string[] = [];
    const cross = (first: string, second: string) =>
      within(centre, async (db) => {
        await takePlace(db, first);
        begun.push(first);
        while (new Set(begun).size < 2) await wait(5);
        await takePlace(db, second);
      });
    await Promise.all([cross(one, other), cross(other, one)]);
    expect(begun).toHaveLength(3);
    const left = (await freeIn(centre)).map(({ slotId }) => slotId);
    expect(left).not.toContain(one);
    expect(left).not.toContain(other);
  });
});
