import { afterAll, beforeAll, expect, test } from 'vitest';
import { inCentre } from '../../../headquarters/store/open-databases.ts';
import { addMessage } from '../../../headquarters/store/webhook-deliveries.ts';
import { endpointsOf } from '../../../headquarters/store/webhook-endpoints.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre, anEnrolledStation } from '../../support/headquarters-station.ts';
import { anOperator, type Operator } from '../../support/operator.ts';

let headquarters: TestHeadquarters;
let operator: Operator;
const place = '/console/centres/nord';
const page = async () => (await operator.get(place)).body;

beforeAll(async () => {
  headquarters = await aHeadquarters({ parts: { webhooks: { allowedNetworks: ['127.0.0.0/8'] } } });
  await aCentre(headquarters, 'nord');
  await anEnrolledStation(headquarters, 'nord', 'station-1');
  operator = await anOperator(headquarters);
});
afterAll(() => headquarters.close());

test('no button of a centre’s page ends anything at once', async () => {
  await operator.post(`${place}/clients`, { name: 'Buchung' });
  await operator.post(`${place}/webhooks`, { url: 'http://127.0.0.1:9/hear' });
  const body = await page();
  const actions = [...body.matchAll(/<form method="post" action="([^"]+)"/g)].map(([, action]) => action);
  expect(actions.filter((action) => /revoke|remove|off|secret/.test(action ?? ''))).toEqual([]);
  const asked = [...body.matchAll(/<a class="button danger" href="([^"]+)"/g)].map(([, href = '']) => href);
  expect(asked).toHaveLength(5);
  for (const href of asked) {
    const question = await operator.get(href);
    expect(question.statusCode).toBe(200);
    expect(question.body).toContain(`<form method="post" action="${href}"`);
    expect(question.body).toContain(`href="${place}"`);
    expect(question.body).toMatch(/: \d+/);
    expect(question.body).not.toContain('{n}');
  }
  expect(await page()).toBe(body);
});

test('what is asked says whom it concerns, in numbers, and only the answer does it', async () => {
  const within = <Value>(work: Parameters<typeof inCentre<Value>>[2]) =>
    inCentre(headquarters.headquarters.databases.app, 'nord', work);
  const [endpoint] = await within((db) => endpointsOf(db));
  const id = endpoint?.id ?? '';
  for (const name of ['one', 'two'])
    await within((db) =>
      addMessage(
        db,
        'nord',
        { id: `msg_${name}`, type: 'pass.created', body: '{}' },
        { endpoints: [id], at: headquarters.clock.now },
      ),
    );
  const off = await operator.get(`${place}/webhooks/${id}/off`);
  expect(off.body).toContain('http://127.0.0.1:9/hear');
  expect(off.body).toContain('noch nicht zugestellt sind: 2.');
  await operator.post(`${place}/webhooks/${id}/off`);
  const remove = await operator.get(`${place}/webhooks/${id}/remove`);
  expect(remove.body).toContain('0 noch nicht zugestellte, 2 aufgegebene');
  expect((await operator.get(`${place}/webhooks/${id}/remove`, 'en')).body).toContain('2 given up');
  await operator.post(`${place}/webhooks/${id}/remove`);
  expect((await operator.get(`${place}/webhooks/${id}/remove`)).statusCode).toBe(303);
  const station = await operator.get(`${place}/stations/station-1/revoke`);
  expect(station.body).toContain('Andere verbundene Stationen dieses Zentrums: 0.');
  await operator.post(`${place}/stations/station-1/revoke`);
  expect(await page()).toContain('gesperrt');
  expect((await operator.get(`${place}/stations/station-1/revoke`)).statusCode).toBe(303);
});

test('nobody who is not signed in is asked, or learns what there is', async () => {
  const answer = await headquarters.app.inject(`${place}/stations/station-1/revoke`);
  expect(answer.statusCode).toBe(303);
  expect(answer.headers.location).toBe('/console/sign-in');
});
