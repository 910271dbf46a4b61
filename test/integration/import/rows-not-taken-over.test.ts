import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AppointmentId, idOf, type PersonId, type ProductId } from '../../../domain/kernel/ids.ts';
import { addMinutes, instantOf } from '../../../domain/kernel/instant.ts';
import { cancelAppointment } from '../../../main/commands/appointments/cancel-appointment.ts';
import { correctPerson } from '../../../main/commands/people/correct-person.ts';
import { registerPerson } from '../../../main/commands/people/register-person.ts';
import { activateProduct } from '../../../main/commands/products/activate-product.ts';
import { recordDose } from '../../../main/commands/vaccination/record-dose.ts';
import { chooseForAll, chooseForRow } from '../../../main/import/choose-rows.ts';
import { importErrorFile, importRows } from '../../../main/queries/import/import-lists.ts';
import { personRecord } from '../../../main/queries/people/person-record.ts';
import {
  digestOfProjections,
  rebuildProjections,
} from '../../../main/store/projections/rebuild-projections.ts';
import { appointmentsOf } from '../../../main/store/tables/appointments/appointments.ts';
import { personIdByAnyId } from '../../../main/store/tables/people/people.ts';
import { listHeader, listImport } from '../../support/list-import.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;

beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { stage, importAll, counts, peopleHere, sentences } = listImport(() => opened.station);

describe('rows that are not taken over', () => {
  test('are told one by one, and come back in a file that spreadsheets can open without running anything', async () => {
    const importId = await importAll(
      `${listHeader}\n1;Berg;=1+1;1985;;\n2;Kern;Otto;31.02.1990;;\n;;;;;\n3;Wald;Ida;1990;;`,
    );
    expect(counts()).toMatchObject({ rows: 4, added: 1, refused: 2, skipped: 1 });
    expect(sentences(importId, 'refused')[1]).toBe(
      'Zeile 3: Geburtsdatum ist kein Datum, das es gibt (dort steht „31.02.1990“).',
    );
    const { text, next } = must(importErrorFile(opened.station, { importId, language: 'de', after: 0 }));
    expect(text.split('\r\n')[0]).toBe(
      '\ufeffZeile;Grund;Patientennummer;Nachname;Vorname;Geburtsdatum;Termin;Zweiter Termin',
    );
    expect(text).toContain(";'=1+1;");
    expect(next).toBeDefined();
  });

  test('a date whose dose nobody can read is told of somebody new and of somebody known alike', async () => {
    const header = 'Patientennummer;Nachname;Vorname;Geburtsdatum;Dosis;Termin';
    await importAll('Patientennummer;Nachname;Vorname;Geburtsdatum\n1;Berg;Anna;1985-03-12');
    const importId = await importAll(
      `${header}\n1;Berg;Anna;1985-03-12;Booster;03.12.2026 09:15\n2;Kern;Otto;1990-01-02;Auffrischung;03.12.2026 09:15`,
    );
    expect(counts()).toMatchObject({ added: 1, unchanged: 1 });
    expect(opened.station.importDesk.progress()?.noted).toBe(2);
    const { text } = must(importErrorFile(opened.station, { importId, language: 'de', after: 0 }));
    for (const cell of ['Zeile 2: Geplante Dosis', 'Zeile 3: Geplante Dosis']) expect(text).toContain(cell);
    const [known, added] = ['1', '2'].map((id) => personIdByAnyId(opened.station.db, id) as PersonId);
    for (const id of [known, added]) expect(id && appointmentsOf(opened.station.db, id)).toEqual([]);
  });

  test('a date for more doses than there are is booked for nobody: a dose that no schedule has costs the date, one beyond the series of the person the row', async () => {
    const header = 'Patientennummer;Nachname;Vorname;Geburtsdatum;Dosis;Impfstoff;Termin';
    const flu = idOf<ProductId>('flucelvax-tetra');
    must(activateProduct(opened.station, 'operator', { productId: flu }));
    const adult = (id: number, dose: number) =>
      `${id};Berg${id};Anna;1985-03-12;${dose};Flucelvax Tetra;03.12.2026 09:15`;
    const child = '2;Kern;Otto;2020-01-02;2;Flucelvax Tetra;03.12.2026 09:15';
    const importId = await importAll(`${header}\n${adult(1, 2)}\n${child}\n${adult(3, 3)}`);
    expect(counts()).toMatchObject({ added: 2, refused: 1 });
    expect(sentences(importId, 'refused').join(' ')).toContain('nicht vorgesehen');
    expect(peopleHere()).toBe(2);
    expect(opened.station.importDesk.progress()?.noted).toBe(1);
    const taken = personIdByAnyId(opened.station.db, '3') as PersonId;
    expect(appointmentsOf(opened.station.db, taken)).toEqual([]);
  });

  test('a second date alone is one that another system knows more of, and rows name both doses in whatever order', async () => {
    const header = 'Patientennummer;Nachname;Vorname;Geburtsdatum;Dosis;Termin';
    const row = (id: number, dose: number, at: string) => `${id};Kern${id};Otto;1985-03-12;${dose};${at}`;
    const first = '03.12.2026 09:15';
    const second = '28.12.2026 09:15';
    const importId = await importAll(
      [header, row(1, 2, second), row(2, 2, second), row(2, 1, first)].join('\n'),
    );
    expect(sentences(importId, 'refused')).toEqual([]);
    const alone = personIdByAnyId(opened.station.db, '1') as PersonId;
    expect(appointmentsOf(opened.station.db, alone)).toMatchObject([{ planned_dose: 2 }]);
    const both = personIdByAnyId(opened.station.db, '2') as PersonId;
    expect(appointmentsOf(opened.station.db, both)).toHaveLength(2);
  });

  test('may be people who are here without a number: offered, never merged', async () => {
    must(
      registerPerson(opened.station, 'operator', {
        details: aPerson({ givenName: 'Erika', familyName: 'Mustermann' }),
        source: 'desk',
      }),
    );
    const list = `${listHeader}\n7;Musterman;Erika;12.08.1964;;\n8;Erika;Mustermann;12.08.1964;;\n9;Anders;Erika;12.08.1964;;`;
    const importId = await importAll(list);
    expect(counts()).toMatchObject({ added: 1, duplicates: 2 });
    expect(
      must(importRows(opened.station, { importId, verdict: 'duplicate', after: 0 })).rows[0]?.likely,
    ).toEqual([expect.objectContaining({ familyName: 'Mustermann' })]);
    await importAll(list, true);
    expect(counts()).toMatchObject({ added: 2, unchanged: 1 });
    expect(peopleHere()).toBe(4);
  });

  test('with a number that is known but other details are listed as changed and left alone', async () => {
    await importAll(`${listHeader}\n1;Berg;Anna;1985;;`);
    const importId = await importAll(`${listHeader}\n1;Berg;Anna Maria;1985;;`);
    expect(counts()).toMatchObject({ changed: 1, added: 0 });
    expect(sentences(importId, 'changed')).toHaveLength(1);
  });

  describe('are taken where somebody chose so', () => {
    const choose = (importId: string, row: number, choice: 'take' | 'new' | 'same', personId?: PersonId) =>
      chooseForRow(opened.station, { importId, row, choice, ...(personId ? { personId } : {}) });
    const run = async (importId: string) => {
      must(opened.station.importDesk.run(importId, false));
      await opened.station.importDesk.settled();
    };
    const datesOf = (personId: PersonId) =>
      appointmentsOf(opened.station.db, personId).map(({ starts_at, status, centre }) => ({
        starts_at,
        status,
        centre,
      }));

    test('as corrections: the record, its dates and the number of versions say so, what the list leaves open stays', async () => {
      await importAll(
        'Patientennummer;Nachname;Vorname;Geburtsdatum;Mail;Sprache;Termin\n1;Berg;Anna;1985;a@example.org;en;01.12.2026 09:00',
      );
      const personId = personIdByAnyId(opened.station.db, '1') as PersonId;
      const importId = await stage(
        'Patientennummer;Nachname;Vorname;Geburtsdatum;Termin;Impfzentrum\n1;Berg;Anna Maria;1985;02.12.2026 10:00;Nord',
      );
      const [row] = must(importRows(opened.station, { importId, verdict: 'changed', after: 0 })).rows;
      expect(row?.differences.map(({ label, here, list }) => [label.de, here.de, list.de])).toEqual([
        ['Vorname', 'Anna', 'Anna Maria'],
        ['Termin zur 1. Dosis', '01.12.2026, 09:00', '02.12.2026, 10:00 · Nord'],
      ]);
      must(choose(importId, 2, 'take'));
      expect(opened.station.importDesk.progress()).toMatchObject({ chosen: 1 });
      await run(importId);
      expect(counts()).toMatchObject({ changed: 0, corrected: 1 });
      const record = must(personRecord(opened.station, personId, ['reception']));
      expect(record.details).toMatchObject({
        givenName: 'Anna Maria',
        email: 'a@example.org',
        language: 'en',
      });
      expect(record.versions.map(({ why }) => why)).toEqual(['list', undefined]);
      expect(datesOf(personId)).toEqual([
        { starts_at: '2026-12-02T09:00:00.000Z', status: 'elsewhere', centre: 'Nord' },
      ]);
      await importAll(
        'Patientennummer;Nachname;Vorname;Geburtsdatum;Termin;Impfzentrum\n1;Berg;Anna Maria;1985;02.12.2026 10:00;Nord',
      );
      expect(counts()).toMatchObject({ unchanged: 1 });
      const before = digestOfProjections(opened.station.db);
      rebuildProjections(opened.station.db);
      expect(digestOfProjections(opened.station.db)).toBe(before);
    });

    test('several rows about one person at once', async () => {
      const list = (name: string, ...days: string[]) =>
        ['Patientennummer;Nachname;Vorname;Geburtsdatum;Dosis;Termin']
          .concat(days.map((day, at) => `1;Berg;${name};1985;${at + 1};${day} 09:00`))
          .join('\n');
      await importAll(list('Anna', '01.12.2026', '24.12.2026'));
      const importId = await stage(list('Hanna', '03.12.2026', '28.12.2026'));
      must(chooseForAll(opened.station, { importId, verdict: 'changed', choice: 'take' }));
      await run(importId);
      expect(counts()).toMatchObject({ corrected: 2, refused: 0, changed: 0 });
      const personId = personIdByAnyId(opened.station.db, '1') as PersonId;
      expect(datesOf(personId).map(({ starts_at }) => starts_at.slice(0, 10))).toEqual([
        '2026-12-03',
        '2026-12-28',
      ]);
    });

    test('but not over what the desk has changed since, and not by half where a date does not fit', async () => {
      await importAll(`${listHeader}\n1;Berg;Anna;1985;01.12.2026 09:00;24.12.2026 09:00`);
      const personId = personIdByAnyId(opened.station.db, '1') as PersonId;
      const tooClose = await stage(`${listHeader}\n1;Berg;Hanna;1985;01.12.2026 09:00;05.01.2028 09:00`);
      expect(counts()).toMatchObject({ changed: 1 });
      must(choose(tooClose, 2, 'take'));
      const list = `${listHeader}\n1;Berg;Hanna;1985;20.12.2026 09:00;`;
      const importId = await stage(list);
      must(choose(importId, 2, 'take'));
      opened.clock.now = addMinutes(opened.clock.now, 1);
      const details = must(personRecord(opened.station, personId, ['reception'])).details;
      const corrected = { ...details, familyName: 'Berger' };
      must(correctPerson(opened.station, 'operator', { personId, details: corrected, why: 'changed' }));
      await run(importId);
      expect(counts()).toMatchObject({ changed: 1, corrected: 0 });
      expect(sentences(importId, 'changed')[0]).toContain('nachdem die Zeile gewählt war');
      const again = await stage(`${listHeader}\n1;Berg;Hanna;1985;20.01.2027 09:00;`);
      must(choose(again, 2, 'take'));
      must(
        recordDose(opened.station, 'operator', {
          personId,
          lot: 'L-1',
          site: 'left-upper-arm',
          consent: 'oral',
          overrides: ['not-checked-in'],
        }),
      );
      must(
        cancelAppointment(opened.station, 'operator', {
          personId,
          appointmentId: appointmentsOf(opened.station.db, personId)[0]?.appointment_id as AppointmentId,
          reason: 'wrong-entry',
        }),
      );
      const changed = await stage(`${listHeader}\n1;Berg;Hanna;1985;20.01.2027 09:00;`);
      must(choose(changed, 2, 'take'));
      await run(changed);
      expect(counts()).toMatchObject({ refused: 1, corrected: 0 });
      expect(must(personRecord(opened.station, personId, ['reception'])).details.givenName).toBe('Anna');
    });

    test('row by row: somebody new, somebody who is here, and nobody', async () => {
      const erika = aPerson({ givenName: 'Erika', familyName: 'Mustermann' });
      const { personId } = must(
        registerPerson(opened.station, 'operator', { details: erika, source: 'desk' }),
      );
      const list = [
        listHeader,
        '7;Musterman;Erika;12.08.1964;01.12.2026 09:00;',
        '8;Erika;Mustermann;12.08.1964;;',
        '9;Mustermann;Erika;12.08.1964;;',
      ].join('\n');
      const importId = await stage(list);
      expect(counts()).toMatchObject({ duplicates: 3 });
      must(choose(importId, 2, 'same', personId));
      must(choose(importId, 3, 'new'));
      expect(choose(importId, 4, 'take')).toEqual({ ok: false, refusal: 'choice-unfit' });
      expect(choose(importId, 4, 'same', 'nobody' as PersonId)).toEqual({
        ok: false,
        refusal: 'choice-unfit',
      });
      await run(importId);
      expect(counts()).toMatchObject({ extended: 1, added: 1, duplicates: 1 });
      expect(datesOf(personId)).toMatchObject([{ starts_at: '2026-12-01T08:00:00.000Z', status: 'booked' }]);
      expect(personIdByAnyId(opened.station.db, '7')).toBe(personId);
      expect(peopleHere()).toBe(2);
      await stage(list);
      // Number 7 is known now, under another spelling; the others are as before.
      expect(counts()).toMatchObject({ changed: 1, unchanged: 1, duplicates: 1 });
    });
  });

  test('of one person with several dates become one person', async () => {
    await importAll(
      'Patientennummer;Nachname;Vorname;Geburtsdatum;Dosis;Termin\n1;Berg;Anna;1985;1;01.12.2026 09:00\n1;Berg;Anna;1985;2;24.12.2026 09:00\n1;Kern;Otto;1990;1;01.12.2026 09:00',
    );
    expect(counts()).toMatchObject({ added: 1, extended: 1, duplicates: 1 });
    expect(opened.station.db.all('SELECT 1 FROM appointment')).toHaveLength(2);
  });

  describe('with a number that an earlier row gave to somebody else', () => {
    const list = `${listHeader}\n1;Berg;Anna;1985;;\n1;Kern;Otto;1990;;\n1;Berg;Anna;1985;;`;
    const asked =
      'Zeile 3: Nummer im anderen System: eine frühere Zeile hat dieselbe Nummer und nennt eine andere Person (dort steht „1“). Siehe Zeile 2.';

    test('are asked for again when the list is imported again, and never offered as corrections', async () => {
      const first = await importAll(list);
      expect(sentences(first, 'duplicate')).toEqual([asked]);
      const again = await stage(list);
      expect(sentences(again, 'duplicate')).toEqual([asked]);
      must(chooseForAll(opened.station, { importId: again, verdict: 'changed', choice: 'take' }));
      must(opened.station.importDesk.run(again, false));
      await opened.station.importDesk.settled();
      expect(counts()).toMatchObject({ unchanged: 2, duplicates: 1, corrected: 0, changed: 0, added: 0 });
      const personId = personIdByAnyId(opened.station.db, '1') as PersonId;
      expect(must(personRecord(opened.station, personId, ['reception']))).toMatchObject({
        details: { givenName: 'Anna', familyName: 'Berg' },
        versions: [expect.anything()],
      });
    });

    test('whether it is their own number or the one they have here', async () => {
      await importAll(`${listHeader}\n1;Berg;Anna;1985;;`);
      const personId = personIdByAnyId(opened.station.db, '1') as PersonId;
      const importId = await stage(`${listHeader}\n1;Berg;Anna;1985;;\n${personId};Kern;Otto;1990;;`);
      expect(counts()).toMatchObject({ unchanged: 1, duplicates: 1, changed: 0 });
      expect(sentences(importId, 'duplicate')[0]).toContain('nennt eine andere Person');
    });

    test('but two rows that agree on the person go on from an earlier namesake', async () => {
      await importAll(`${listHeader}\n1;Berg;Anna;1985;;\n2;Berg;Anna;1985;;\n2;Berg;Anna;1985;;`);
      expect(counts()).toMatchObject({ added: 1, duplicates: 2, refused: 0 });
    });
  });
});
