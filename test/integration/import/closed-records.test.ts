import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { erasePerson } from '../../../main/commands/people/erase-person.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { restrictPerson } from '../../../main/commands/people/restrict-person.ts';
import { chooseForAll, chooseForRow } from '../../../main/import/choose-rows.ts';
import { importErrorFile } from '../../../main/queries/import/import-lists.ts';
import { personById, personIdByAnyId } from '../../../main/store/tables/people/people.ts';
import { listHeader, listImport } from '../../support/list-import.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;

beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { stage, importAll, counts, peopleHere, sentences } = listImport(() => opened.station);

const isRestricted =
  'Zeile 2: Die Akte dieser Person ist hier eingeschränkt; über sie entscheidet die Leitung, die Zeile ändert nichts.';
const isErased = 'Zeile 2: Diese Person wurde hier gelöscht und wird nicht wieder angelegt.';
const anna = `${listHeader}\n1;Berg;Anna;1985;;`;
const hanna = `${listHeader}\n1;Berg;Hanna;1985;;`;
const annaWithDate = `${listHeader}\n1;Berg;Anna;1985;01.12.2026 09:00;`;

async function annaHere(): Promise<PersonId> {
  await importAll(anna);
  return personIdByAnyId(opened.station.db, '1') as PersonId;
}
function restrict(personId: PersonId): void {
  must(restrictPerson(opened.station, 'operator', { personId, why: 'objection' }));
}
async function run(importId: string): Promise<void> {
  must(opened.station.importDesk.run(importId, false));
  await opened.station.importDesk.settled();
}

describe('a row about somebody whose record is restricted', () => {
  test('says so, not that they were erased, and not why', async () => {
    restrict(await annaHere());
    const importId = await importAll(annaWithDate);
    expect(counts()).toMatchObject({ added: 0, refused: 1 });
    expect(sentences(importId, 'refused')).toEqual([isRestricted]);
    const { text } = must(importErrorFile(opened.station, { importId, language: 'en', after: 0 }));
    expect(text).toContain('The record of this person is restricted here');
    expect(text).not.toContain('erased');
    expect(opened.station.db.all('SELECT 1 FROM appointment')).toEqual([]);
  });

  test.each([
    ['new dates', annaWithDate, undefined],
    ['a correction that was chosen', hanna, 'take'],
  ] as const)('says so too where that came after the check of %s', async (_, list, choice) => {
    const personId = await annaHere();
    const importId = await stage(list);
    if (choice) must(chooseForAll(opened.station, { importId, verdict: 'changed', choice }));
    restrict(personId);
    await run(importId);
    expect(counts()).toMatchObject({ refused: 1, corrected: 0, extended: 0 });
    expect(sentences(importId, 'refused')).toEqual([isRestricted]);
    expect(personById(opened.station.db, personId)).toMatchObject({
      status: 'restricted',
      details: { givenName: 'Anna' },
    });
  });

  test('says so too where somebody had said that it is them', async () => {
    const { personId } = must(
      registerPerson(opened.station, 'operator', { details: aPerson(), source: 'desk' }),
    );
    const importId = await stage(`${listHeader}\n7;Mustermann;Erika;12.08.1964;;`);
    must(chooseForRow(opened.station, { importId, row: 2, choice: 'same', personId }));
    restrict(personId);
    await run(importId);
    expect(sentences(importId, 'refused')).toEqual([isRestricted]);
  });
});

test('a row with the number here of somebody who was erased says that, and registers nobody', async () => {
  const personId = await annaHere();
  must(erasePerson(opened.station, 'operator', { personId }));
  const importId = await importAll(`${listHeader}\n${personId};Berg;Anna;1985;;`);
  expect(sentences(importId, 'refused')).toEqual([isErased]);
  expect(counts()).toMatchObject({ added: 0, refused: 1 });
  expect(peopleHere()).toBe(1);
});
