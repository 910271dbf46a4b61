import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { CompiledBook } from '../../../domain/schedules/evaluation/compiled-book.ts';
import { groupNamed } from '../../../main/schedules/cdsi/group-names.ts';
import { describeSharedData } from '../../support/describe-shared-data.ts';
import {
  answered,
  type JudgedAnswer,
  readPublishedBook,
  readPublishedCases,
} from '../../support/second-reading/answer-lines.ts';
import { historiesOf, neighboursOf } from '../../support/second-reading/neighbours.ts';
import type { OwnCase } from '../../support/second-reading/own-case.ts';
import { casesOfChildren } from '../../support/second-reading/own-cases-of-children.ts';
import { casesOfAdolescents, casesOfAdults } from '../../support/second-reading/own-cases-of-older.ts';
import type { Case } from '../../support/second-reading/patient.ts';
import { type Published, readPublished } from '../../support/second-reading/published.ts';
import { readCase } from '../../support/second-reading/read-case.ts';
import type { Status } from '../../support/second-reading/read-series.ts';
import { sharedData } from '../../support/shared-data.ts';

let published: Published;
let book: CompiledBook;

function readAgain(one: Case): JudgedAnswer {
  const answer = readCase(published, groupNamed(book, one.group)?.name ?? '', one);
  return { earliest: undefined, recommended: undefined, ...answer };
}

function caseOf({ given, group, born, at, doses = [], history = [] }: OwnCase): Case {
  const told = doses.map((text) => ({ on: text.slice(0, 10), cvx: text.slice(11) }));
  return { id: given, group, born, at, sex: 'F', doses: told, history };
}

describeSharedData('the logic specification, read a second time off the published files', () => {
  beforeAll(async () => {
    book = await readPublishedBook();
    published = readPublished(sharedData('cdsi', 'supporting-data'));
  });

  test('says of every published case what the CDC expects', () => {
    const wrong = readPublishedCases().filter(({ expected, ...one }) => {
      const { earliest, recommended, series } = expected;
      const doses = (one.doses ?? []).map((dose) => (dose as { status?: string }).status);
      const said = readAgain(one);
      const told = [said.doses, said.series, said.earliest, said.recommended];
      return JSON.stringify(told) !== JSON.stringify([doses, series, earliest, recommended]);
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test.each([...casesOfChildren, ...casesOfAdolescents, ...casesOfAdults])('given $given', (one) => {
    const { counts = '', series, earliest, recommended = earliest } = one;
    const words: Record<string, Status> = { V: 'Valid', N: 'Not Valid', E: 'Extraneous' };
    const doses = [...counts].map((letter) => words[letter]);
    const asked = caseOf(one);
    expect(answered(book, asked)).toEqual({ doses, series, earliest, recommended });
    expect(readAgain(asked)).toEqual({ doses, series, earliest, recommended });
  });

  test('says of cases one step away from a published one what the engine answers', () => {
    fc.assert(
      fc.property(neighboursOf(readPublishedCases()), (one) => {
        expect(answered(book, one)).toEqual(readAgain(one));
      }),
      { numRuns: 2500 },
    );
  });

  test('says of histories that nobody published, of people with findings, what the engine answers', () => {
    fc.assert(
      fc.property(historiesOf(published), (one) => {
        expect(answered(book, one)).toEqual(readAgain(one));
      }),
      { numRuns: 2500 },
    );
  });
});
