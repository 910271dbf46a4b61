import { afterEach, beforeEach, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { importRows } from '../../../main/queries/import/import-lists.ts';
import { bundleOf, fhirImport } from '../../support/list-import.ts';
import { must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { importBundle, counts } = fhirImport(() => opened.station);

const anna = {
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Öztürk', given: ['Anna'] }],
  birthDate: '1985-03-04',
};
const numbered = { ...anna, identifier: [{ system: 'https://praxis-a.example/pid', value: '17' }] };
const bert = { ...anna, name: [{ family: 'Bauer', given: ['Bert'] }], birthDate: '1941-02-02' };

const date = (start: string, contained: object[], more: object[] = [], status = 'booked') => ({
  resource: {
    resourceType: 'Appointment',
    status,
    start,
    contained,
    participant: [{ actor: { reference: '#p1' } }, ...more],
  },
});

const booked = () =>
  opened.station.db.all(
    `SELECT family_name, planned_dose, centre FROM appointment JOIN person USING (person_id)
      ORDER BY family_name, planned_dose`,
  );

test('an appointment that brings its patient along is booked for them, whatever others call by the same id', async () => {
  await importBundle(bundleOf([date('2026-12-01T08:00:00Z', [anna]), date('2026-12-02T08:00:00Z', [bert])]));
  expect(counts()).toMatchObject({ added: 2, joined: 2, refused: 0, duplicates: 0 });
  expect(booked()).toEqual([
    { family_name: 'Bauer', planned_dose: 1, centre: null },
    { family_name: 'Öztürk', planned_dose: 1, centre: null },
  ]);
});

test.each([
  ['without a number', anna],
  ['with a number', numbered],
])('two appointments that bring the same patient, %s, are two doses of one person', async (_, patient) => {
  await importBundle(
    bundleOf([
      date('2026-12-01T08:00:00Z', [patient]),
      date('2026-12-29T08:00:00Z', [{ ...patient, id: 'p1' }]),
    ]),
  );
  expect(counts()).toMatchObject({ added: 1, joined: 2, refused: 0, duplicates: 0 });
  expect(booked()).toHaveLength(2);
});

test('the same person as an entry and within an appointment is one, by their number', async () => {
  await importBundle(
    bundleOf([
      { resource: { ...numbered, id: 'x' } },
      date('2026-12-01T08:00:00Z', [{ ...numbered, gender: 'female' }]),
    ]),
  );
  expect(counts()).toMatchObject({ added: 1, refused: 0, duplicates: 0 });
  expect(booked()).toHaveLength(1);
});

test('a place within the appointment is read by its name', async () => {
  const place = { resourceType: 'Location', id: 'l1', name: 'Impfzentrum Nord' };
  const more = [{ actor: { reference: '#l1' } }];
  await importBundle(bundleOf([date('2026-12-01T08:00:00Z', [anna, place], more)]));
  expect(booked()).toEqual([{ family_name: 'Öztürk', planned_dose: 1, centre: 'Impfzentrum Nord' }]);
});

test('whom a cancelled appointment brings along is not taken, nor who is dead', async () => {
  const dead = { ...bert, deceasedBoolean: true };
  await importBundle(
    bundleOf([
      date('2026-12-01T08:00:00Z', [anna], [], 'cancelled'),
      date('2026-12-01T08:00:00Z', [dead]),
      date('2026-12-01T08:00:00Z', []),
    ]),
  );
  expect(counts()).toMatchObject({ added: 0, refused: 3 });
  expect(booked()).toEqual([]);
});

test('whoever declined is not booked, within the appointment or beside it', async () => {
  const declined = (reference: string, contained: object[]) => ({
    resource: {
      resourceType: 'Appointment',
      status: 'booked',
      start: '2026-12-01T08:00:00Z',
      contained,
      participant: [{ status: 'declined', actor: { reference } }],
    },
  });
  await importBundle(
    bundleOf([declined('#p1', [anna]), { resource: { ...bert, id: 'b' } }, declined('Patient/b', [])]),
  );
  expect(counts()).toMatchObject({ added: 1, skipped: 2, refused: 0 });
  expect(booked()).toEqual([]);
});

test('what an entry contains that is no resource refuses that entry, and no other', async () => {
  const broken = date('2026-12-01T08:00:00Z', ['p1', 7] as never);
  const importId = await importBundle(bundleOf([broken, date('2026-12-01T08:00:00Z', [anna])]));
  expect(counts()).toMatchObject({ added: 1, refused: 1 });
  const { rows } = must(importRows(opened.station, { importId, verdict: 'refused', after: 0 }));
  expect(rows[0]?.sentences[0]?.de).toContain('contained.0');
});
