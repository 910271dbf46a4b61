import { afterEach, expect, test } from 'vitest';
import { passFace } from '../../../main/queries/passes/pass-face.ts';
import { passPaper } from '../../../main/queries/passes/pass-paper.ts';
import { personExportFile } from '../../../main/queries/people/person-export-file.ts';
import {
  aPerson,
  expectPerson,
  must,
  openTestStation,
  type TestStation,
} from '../../support/test-station.ts';

let opened: TestStation | undefined;
afterEach(() => {
  opened?.close();
  opened = undefined;
});

const startOf = (bytes: Uint8Array) => Buffer.from(bytes.subarray(0, 5)).toString('latin1');

test('while a PDF is drawn the service goes on answering', async () => {
  opened = await openTestStation();
  const personId = expectPerson(opened.station, aPerson({ givenName: 'Łukasz', familyName: 'Nguyễn' }));
  let isDone = false;
  const paper = passPaper(opened.station, personId, 'de').finally(() => {
    isDone = true;
  });
  let turns = 0;
  while (!isDone) {
    await new Promise((resolve) => setImmediate(resolve));
    turns++;
  }
  expect(startOf(must(await paper).bytes)).toBe('%PDF-');
  // Drawn on this thread, the loop turns a handful of times.
  expect(turns).toBeGreaterThan(100);
});

test('several at once are each their own', async () => {
  opened = await openTestStation();
  const { station } = opened;
  const people = ['Erika', 'Zoë'].map((givenName) => expectPerson(station, aPerson({ givenName })));
  const papers = await Promise.all(people.map((personId) => passPaper(station, personId, 'en')));
  const numbers = papers.map((paper) => must(paper).shortNumber);
  expect(new Set(numbers).size).toBe(2);
  const [personId = people[0]] = people;
  if (!personId) throw new Error('nobody');
  const file = await personExportFile(station, personId, { format: 'pdf', language: 'de' }, ['site-lead']);
  expect(startOf(must(file).bytes)).toBe('%PDF-');
});

test('one that cannot be drawn is refused without a word of what it says, and the next is drawn', async () => {
  opened = await openTestStation();
  const personId = expectPerson(opened.station);
  const face = must(passFace(opened.station, personId, 'de'));
  const paper = { face, language: 'de', centreName: 'C', madeAt: new Date(0) } as const;
  const broken = { ...paper, face: { ...face, back: 'Erika' as never } };
  await expect(opened.station.pdf.make({ kind: 'pass', paper: broken })).rejects.toThrow('TypeError');
  await expect(opened.station.pdf.make({ kind: 'pass', paper: broken })).rejects.not.toThrow('Erika');
  expect(startOf(await opened.station.pdf.make({ kind: 'pass', paper }))).toBe('%PDF-');
});
