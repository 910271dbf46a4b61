import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seriesFacts } from '../../../domain/passes/series-facts.ts';
import { seriesGroundOf } from '../../../headquarters/features/passes/pass-facts.ts';
import { loadPerson } from '../../../headquarters/features/passes/person-history.ts';
import { recountPasses } from '../../../headquarters/features/passes/recount-passes.ts';
import { startSender } from '../../../headquarters/jobs/sender.ts';
import { type Centre, centreOf } from '../../../headquarters/store/centres.ts';
import { passesInOrder } from '../../../headquarters/store/passes.ts';
import { aHeadquarters, type TestHeadquarters } from '../../support/headquarters.ts';
import { aCentre } from '../../support/headquarters-station.ts';
import {
  changes,
  confirmAndRecount,
  peopleWithPasses,
  untilRecounted,
  within,
} from '../../support/recounted-passes.ts';

let opened: TestHeadquarters;
beforeAll(async () => {
  opened = await aHeadquarters();
});
afterAll(() => opened.close());

let centres = 0;
async function aCentreWithPasses(count: number) {
  centres += 1;
  const { headquarters } = opened;
  const place = { headquarters, centre: await aCentre(opened, `gezaehlt-${centres}`) };
  const meant = await peopleWithPasses(place, count);
  const centre = (await centreOf(headquarters.databases.app, place.centre)) as Centre;
  /** What each pass says that there are of doses, by its id. */
  const said = () =>
    within(place, async (db) => {
      const passes = await passesInOrder(db, { after: '', limit: count });
      const words: [string, string][] = [];
      for (const pass of passes) {
        const known = await loadPerson(headquarters, db, place.centre, pass.personId);
        const ground = seriesGroundOf(known, pass, centre.timeZone);
        const { doses, plannedDoses, product } = ground ? seriesFacts(ground) : { doses: [] };
        words.push([pass.passId, `${product?.name}: ${doses.length} von ${plannedDoses}`]);
      }
      return new Map(words);
    });
  return { place, centre, meant, said };
}

describe('given passes that say two doses, or are of another vaccine', () => {
  it('when three are confirmed, then those with a dose and those with nothing say three, and only they are fetched again, once', async () => {
    const { place, meant, said } = await aCentreWithPasses(8);
    const { last } = await changes(place);
    const before = await said();
    const sender = startSender(place.headquarters);
    try {
      await confirmAndRecount(place, { book: 'de-covid-19' });
      await untilRecounted(place);
    } finally {
      await sender.close();
    }
    const after = await said();
    const changed = [...after].filter(([id, words]) => words !== before.get(id)).map(([id]) => id);
    expect(changed.sort()).toEqual(meant.toSorted());
    expect(new Set(meant.map((id) => after.get(id)))).toEqual(
      new Set(['Comirnaty: 0 von 3', 'Comirnaty: 1 von 3']),
    );
    const { touched, last: now } = await changes(place, last);
    expect(touched.map(({ pass_id }) => pass_id).sort()).toEqual(meant.toSorted());
    expect(now).toBe(last + 1);
  });

  it('when a schedule with the same number is confirmed, then no phone fetches anything', async () => {
    const { place } = await aCentreWithPasses(4);
    const { last } = await changes(place);
    const sender = startSender(place.headquarters);
    try {
      await confirmAndRecount(place, { book: 'de-covid-19-campaign', version: '2021-06' });
      await untilRecounted(place);
    } finally {
      await sender.close();
    }
    expect((await changes(place, last)).touched).toEqual([]);
  });

  it('when a confirmation is not known here, then nothing is fetched again and the work is done', async () => {
    const { place, centre } = await aCentreWithPasses(4);
    const { last } = await changes(place);
    const payload = { confirmation: 'nobody-knows', after: '' };
    const work = { id: 'recount-1', kind: 'recount-passes', personId: undefined, payload, attempts: 0 };
    expect(await recountPasses(place.headquarters, centre, work)).toBe('done');
    expect((await changes(place, last)).touched).toEqual([]);
  });
});
