import { z } from 'zod';
import { query } from './channel.ts';
import { personBrief } from './person-brief.ts';
import { bilingual } from './schemas.ts';

/** Somebody that a search found, and why. */
export const personHit = personBrief.extend({
  isRestricted: z.boolean(),
  reason: bilingual,
});
export type PersonHit = z.output<typeof personHit>;

const receives = ['reception', 'vaccinator', 'screening-doctor', 'site-lead'] as const;
const looksUp = [...receives, 'auditor'] as const;
const searchText = z.string().max(4300);

export const peopleContract = {
  /** Everybody who may be meant by what was typed, the likeliest first. */
  'people.search': query({
    access: looksUp,
    input: z.object({ text: searchText }),
    output: z.object({ hits: z.array(personHit) }),
  }),
  /** Who begins so: quick enough for every key. */
  'people.suggest': query({
    access: looksUp,
    input: z.object({ text: searchText }),
    output: z.object({ hits: z.array(personHit) }),
  }),
};
