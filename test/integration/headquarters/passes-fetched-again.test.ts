import { describe, expect, it } from 'vitest';
import { type CentreDb, inCentre } from '../../../headquarters/store/open-databases.ts';
import {
  changePass,
  holdPass,
  type KeptPass,
  passOf,
  touchPasses,
} from '../../../headquarters/store/passes.ts';
import { bookingSuite } from '../../support/booking-suite.ts';

const { opened, anOpenCentre, book } = bookingSuite();

async function aPass() {
  const centre = await anOpenCentre();
  const booked = await book(centre, [], { mayComeUnbooked: true });
  if (!booked.ok) throw new Error(booked.refusal);
  const { passId } = booked.value;
  const within = <Value>(work: (db: CentreDb) => Promise<Value>) =>
    inCentre(opened().headquarters.databases.app, centre.id, work);
  const pass = async () => (await within((db) => passOf(db, passId))) as KeptPass;
  return { centre: centre.id, passId, within, pass };
}

describe('when passes are to be fetched again by another schedule', () => {
  it.each([
    ['message', 'message'],
    ['next-appointment', 'next-appointment'],
    ['dose-count', undefined],
  ] as const)('what phones were not told yet, %s, is %s afterwards', async (announced, left) => {
    const { centre, passId, within, pass } = await aPass();
    const { now } = opened().clock;
    const before = await pass();
    await within((db) => changePass(db, centre, before, { revision: 1, announced }, now));
    const changed = await pass();
    await within((db) => touchPasses(db, centre, now, { recounted: [passId] }));
    const touched = await pass();
    expect([changed.announced, touched.announced]).toEqual([announced, left]);
    expect(touched.change).toBeGreaterThan(changed.change);
  });

  it('then whoever holds a pass and changes it goes on, and neither waits for the other for ever', async () => {
    const { centre, passId, within, pass } = await aPass();
    const { now } = opened().clock;
    let touching: Promise<void> = Promise.resolve();
    // Whoever PostgreSQL ends in a circle of locks begins again: nobody has to.
    let begun = 0;
    await within(async (db) => {
      begun += 1;
      const held = (await holdPass(db, passId)) as KeptPass;
      touching = within((other) => {
        begun += 1;
        return touchPasses(other, centre, now, { recounted: [passId] });
      });
      await new Promise((resolve) => setTimeout(resolve, 400));
      await changePass(db, centre, held, { revision: 1 }, now);
    });
    await touching;
    expect([(await pass()).revision, begun]).toEqual([1, 2]);
  });
});
