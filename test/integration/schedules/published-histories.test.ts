import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { CompiledBook } from '../../../domain/schedules/evaluation/compiled-book.ts';
import { groupNamed } from '../../../main/schedules/cdsi/group-names.ts';
import { describeSharedData } from '../../support/describe-shared-data.ts';
import {
  answered,
  readPublishedBook,
  readPublishedCases,
} from '../../support/second-reading/answer-lines.ts';
import { historiesOf, neighboursOf } from '../../support/second-reading/neighbours.ts';
import type { Case, Given } from '../../support/second-reading/patient.ts';
import { type Published, readPublished } from '../../support/second-reading/published.ts';
import { sharedData } from '../../support/shared-data.ts';

let published: Published;
let book: CompiledBook;

/** The groups whose antigens a dose may hold, whatever the age. */
function groupsOf({ cvx }: Given): string[] {
  const held = (published.products.get(cvx)?.antigens ?? []).map(({ antigen }) => antigen);
  return [...published.groups]
    .filter(([, antigens]) => antigens.some((antigen) => held.includes(antigen)))
    .map(([name]) => name);
}

function holdsOwn(one: Case, dose: Given): boolean {
  return groupsOf(dose).includes(groupNamed(book, one.group)?.name ?? '');
}

describeSharedData('whatever somebody has had, by the schedules of the CDC', () => {
  beforeAll(async () => {
    book = await readPublishedBook();
    published = readPublished(sharedData('cdsi', 'supporting-data'));
  });
  const anybody = () => fc.oneof(neighboursOf(readPublishedCases()), historiesOf(published));
  const holdsFor = (claim: (one: Case & { readonly doses: readonly Given[] }) => void) =>
    fc.assert(
      fc.property(anybody(), (one) => claim({ ...one, doses: one.doses ?? [] })),
      { numRuns: 1000 },
    );

  test('the order in which the doses are told changes nothing', () => {
    holdsFor((one) => {
      const { doses, ...rest } = answered(book, one);
      const other = answered(book, { ...one, doses: one.doses.toReversed() });
      expect(other).toEqual({ ...rest, doses: expect.anything() });
      const told = (given: readonly Given[], statuses: readonly string[]) =>
        given.map((dose, place) => `${JSON.stringify(dose)} ${statuses[place]}`).sort();
      expect(told(one.doses.toReversed(), other.doses)).toEqual(told(one.doses, doses));
    });
  });

  test('nothing is recommended before it is possible, and nothing possible before a dose that was evaluated', () => {
    holdsFor((one) => {
      const { doses, earliest, recommended, series } = answered(book, one);
      expect(earliest === undefined).toBe(series !== 'Not complete');
      if (earliest === undefined || recommended === undefined) return;
      expect(recommended >= earliest).toBe(true);
      expect(earliest >= one.born).toBe(true);
      const last = one.doses.filter((dose, place) => doses[place] === 'Valid' && holdsOwn(one, dose));
      for (const { on } of last) expect(earliest >= on).toBe(true);
    });
  });

  test('no series is complete without a dose that counts', () => {
    holdsFor((one) => {
      const { doses, series } = answered(book, one);
      if (series === 'Complete') expect(doses).toContain('Valid');
    });
  });

  test('an inactivated vaccine against something else changes nothing', () => {
    const rabies = { on: '', cvx: '176' };
    holdsFor((one) => {
      if (groupNamed(book, one.group)?.name === 'Rabies') return;
      const without = answered(book, one);
      const given = answered(book, { ...one, doses: [...one.doses, { ...rabies, on: one.at }] });
      expect({ ...given, doses: given.doses.slice(0, -1) }).toEqual(without);
    });
  });

  test('a vaccine of several groups counts where another group asks if it counts for one of its own', () => {
    holdsFor((one) => {
      const elsewhere = answered(book, { ...one, group: 'Cholera' });
      one.doses.forEach((dose, place) => {
        const own = groupsOf(dose).map((group) => answered(book, { ...one, group }).doses[place]);
        if (own.length === 0 || groupsOf(dose).includes('Cholera')) return;
        expect(elsewhere.doses[place] === 'Valid').toBe(own.includes('Valid'));
      });
    });
  });
});
