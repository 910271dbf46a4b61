import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { compileBook } from '../../../domain/schedules/evaluation/compile-book.ts';
import type { CompiledBook } from '../../../domain/schedules/evaluation/compiled-book.ts';
import { answerScheduleLine } from '../../../main/cli/schedule-answer.ts';
import { groupNamed } from '../../../main/schedules/cdsi/group-names.ts';
import { readSupportingData } from '../../../main/schedules/cdsi/read-supporting-data.ts';
import { describeSharedData } from '../../support/describe-shared-data.ts';
import { historiesOf, neighboursOf } from '../../support/second-reading/neighbours.ts';
import type { OwnCase } from '../../support/second-reading/own-case.ts';
import { casesOfChildren } from '../../support/second-reading/own-cases-of-children.ts';
import { casesOfAdolescents, casesOfAdults } from '../../support/second-reading/own-cases-of-older.ts';
import type { Case } from '../../support/second-reading/patient.ts';
import { type Published, readPublished } from '../../support/second-reading/published.ts';
import { type Answer, readCase } from '../../support/second-reading/read-case.ts';
import { sharedData } from '../../support/shared-data.ts';

let published: Published;
let book: CompiledBook;
function caseOf({ given, group, born, at, doses = [], history = [] }: OwnCase): Case {
  const told = doses.map((text) => ({ on: text.slice(0, 10), cvx: text.slice(11) }));
  return { id: given, group, born, at, sex: 'F', doses: told, history };
}

interface Line {
  readonly doses?: readonly { readonly status: string }[];
  readonly series?: string;
  readonly next?: { readonly earliest: string; readonly recommended: string };
}

/** What the batch answers, as far as it is judged. */
function answered(one: Case) {
  const { doses = [], series, next }: Line = answerScheduleLine(book, JSON.stringify(one));
  return { doses: doses.map(({ status }) => status), series, ...datesOf(next) };
}

function readAgain(one: Case) {
  const { doses, series, ...dates } = readCase(published, groupNamed(book, one.group)?.name ?? '', one);
  return { doses, series, ...datesOf(dates) };
}

function datesOf({ earliest, recommended }: Partial<Answer> = {}) {
  return { earliest, recommended };
}

describeSharedData('the logic specification, read a second time off the published files', () => {
  beforeAll(async () => {
    const read = await readSupportingData(sharedData('cdsi', 'supporting-data'));
    if (!read.ok) throw new Error(read.refusal);
    book = compileBook(read.value);
    published = readPublished(sharedData('cdsi', 'supporting-data'));
  });

  const cases = () =>
    readFileSync(sharedData('cdsi', 'cases.ndjson'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Case & { readonly expected: Answer });

  test('says of every published case what the CDC expects', () => {
    const wrong = cases().filter(({ expected, ...one }) => {
      const { doses: _, ...wanted } = { ...expected, ...datesOf(expected) };
      const { doses, ...said } = readAgain(one);
      const statuses = (one.doses ?? []).map((dose) => (dose as { status?: string }).status);
      return (
        said.series !== wanted.series ||
        said.earliest !== wanted.earliest ||
        said.recommended !== wanted.recommended ||
        JSON.stringify(doses) !== JSON.stringify(statuses)
      );
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  test.each([...casesOfChildren, ...casesOfAdolescents, ...casesOfAdults])('given $given', (one) => {
    const { counts = '', series, earliest, recommended = earliest } = one;
    const words = { V: 'Valid', N: 'Not Valid', E: 'Extraneous' };
    const doses = [...counts].map((letter) => words[letter as keyof typeof words]);
    const expected = { doses, series, earliest, recommended };
    const asked = caseOf(one);
    expect(answered(asked)).toEqual(expected);
    expect(readAgain(asked)).toEqual(expected);
  });

  test('says of cases one step away from a published one what the engine answers', () => {
    fc.assert(
      fc.property(neighboursOf(cases()), (one) => {
        expect(answered(one)).toEqual(readAgain(one));
      }),
      { numRuns: 4000 },
    );
  });

  test('says of histories that nobody published, of people with findings, what the engine answers', () => {
    fc.assert(
      fc.property(historiesOf(published), (one) => {
        expect(answered(one)).toEqual(readAgain(one));
      }),
      { numRuns: 4000 },
    );
  });
});
