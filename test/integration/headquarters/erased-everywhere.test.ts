import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPassFollower } from '../../../headquarters/jobs/pass-follower.ts';
import { startSender } from '../../../headquarters/jobs/sender.ts';
import { type ApiCentres, apiClient, openApiCentres, passForm } from '../../support/api-client.ts';
import { asOwner } from '../../support/headquarters.ts';
import { anEnrolledStation } from '../../support/headquarters-station.ts';
import { startMailServer, type TestMailServer } from '../../support/mail-server.ts';
import { untilSo } from '../../support/until-so.ts';

const email = 'xaveria@kanarie.example';
const person = {
  givenName: 'Xaveria',
  familyName: 'Zwiebelkuchen',
  birthDate: '1944-04-17',
  language: 'de',
  email,
};
const canaries = ['Zwiebelkuchen', 'Xaveria', '1944-04-17', email];
let opened: ApiCentres;
let server: TestMailServer;
let workers: { close(): Promise<void> }[];
const { aKey, ask, freeSlot } = apiClient(() => opened);

beforeAll(async () => {
  // A mail server may quote the address that it does not take.
  server = await startMailServer({ refusals: [{ code: 550, text: `no mailbox ${email} here` }] });
  opened = await openApiCentres({ parts: { mail: { settings: server.settings } } });
  workers = [startPassFollower(opened.test.headquarters), startSender(opened.test.headquarters)];
});
afterAll(async () => {
  for (const worker of workers) await worker.close();
  await opened.test.close();
  await server.close();
});

/** Tables of whatever schema, the job queue's too, in which one of the words stands; kept answers are opened. */
function tablesWith(words: readonly string[]): Promise<string[]> {
  const { database, headquarters } = opened.test;
  return asOwner(database.url, async (owner) => {
    const tables = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { name } of tables.rows) {
      const { rows } = await owner.query<Record<string, unknown>>(`SELECT * FROM ${name}`);
      if (rows.some((row) => Object.values(row).some((value) => holds(value, words)))) found.push(name);
    }
    const kept = await owner.query<Record<string, string> & { answer_box: Buffer }>(
      'SELECT * FROM api_request WHERE answer_box IS NOT NULL',
    );
    const answers = kept.rows.map(({ centre_id, client_id, request_key, answer_box }) => {
      const box = JSON.stringify(['api-answer', centre_id, client_id, request_key]);
      return headquarters.key.unwrap('secret', box, answer_box).toString();
    });
    return answers.some((answer) => holds(answer, words)) ? [...found, 'kept answers'] : found;
  });
}

function holds(value: unknown, words: readonly string[]): boolean {
  const text = Buffer.isBuffer(value) ? value.toString('latin1') : (JSON.stringify(value) ?? '');
  return words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
}

const stateOfMail = () =>
  asOwner(opened.test.database.url, async (owner) => {
    const { rows } = await owner.query(
      `SELECT attempts, state, last_fault FROM delivery WHERE kind = 'mail'`,
    );
    return rows;
  });

it('names nobody in clear in any table or log line, not reached by mail and then erased', async () => {
  const slotIds = [await freeSlot('2026-11-30'), await freeSlot('2026-12-21')];
  const made = await ask('/passes', passForm({ person, slotIds, mayMail: true }), { key: aKey() });
  expect(made.status).toBe(201);
  await untilSo(async () => (await stateOfMail()).some(({ attempts }) => attempts > 0));
  const { rows } = await asOwner(opened.test.database.url, (owner) =>
    owner.query<{ person_id: string }>('SELECT person_id FROM booking'),
  );
  const stream = rows[0]?.person_id ?? '';
  // What is there is found: the search is one that can find.
  expect(await tablesWith([made.body.passId])).toEqual(
    expect.arrayContaining(['public.received_event', 'public.pass', 'kept answers']),
  );
  expect(await tablesWith(canaries)).toEqual([]);

  const station = await anEnrolledStation(opened.test, 'nord');
  const erased = await opened.test.app.inject({
    method: 'POST',
    url: '/sync/v1/erasures',
    payload: { stream, ask: 'erase' },
    headers: { authorization: `Bearer ${await station.token()}` },
  });
  expect(erased.json()).toMatchObject({ decision: 'erased' });
  expect(await tablesWith(canaries)).toEqual([]);
  expect(holds(opened.test.logged, canaries)).toBe(false);
});
