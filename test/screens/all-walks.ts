import { connectedWalk } from './walks/connected-walk.ts';
import { datesWalk } from './walks/dates-walk.ts';
import { deskWalk } from './walks/desk-walk.ts';
import { firstStartWalk } from './walks/first-start-walk.ts';
import { peopleWalk } from './walks/people-walk.ts';
import { settingsWalk } from './walks/settings-walk.ts';
import { stepsWalk } from './walks/steps-walk.ts';
import { stockWalk } from './walks/stock-walk.ts';
import { troubleWalk } from './walks/trouble-walk.ts';
import type { Walk } from './walks/walk.ts';

/** Every state of the station's window that somebody may see, in walks that need a window each. */
export const allWalks: readonly Walk[] = [
  firstStartWalk,
  deskWalk,
  stepsWalk,
  peopleWalk,
  datesWalk,
  settingsWalk,
  stockWalk,
  troubleWalk,
  connectedWalk,
];
