import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { instantOf } from '../../../domain/kernel/instant.ts';
import { bundleOf, fhirImport } from '../../support/list-import.ts';
import { openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
beforeEach(async () => {
  opened = await openTestStation(undefined, instantOf(Date.parse('2026-11-25T08:00:00Z')));
});
afterEach(() => opened.close());

const { importBundle, counts } = fhirImport(() => opened.station);

const server = 'https://praxis.example/fhir';
const entry = (resource: { resourceType: string; id: string }, more: object = {}) => ({
  fullUrl: `${server}/${resource.resourceType}/${resource.id}`,
  resource,
  ...more,
});
const patient = (more: object = {}) => ({
  resourceType: 'Patient',
  id: 'p1',
  name: [{ family: 'Berg', given: ['Anna'] }],
  birthDate: '1985-03-12',
  ...more,
});
const date = (more: object = {}) => ({
  resourceType: 'Appointment',
  id: 'a1',
  status: 'booked',
  start: '2026-12-03T09:30:00+01:00',
  participant: [{ status: 'accepted', actor: { reference: 'Patient/p1' } }],
  ...more,
});
const gone = (url: string, more: object = {}) => ({ request: { method: 'DELETE', url }, ...more });
const version = (versionId: string) => ({ meta: { versionId } });
const updated = (lastUpdated: string) => ({ meta: { lastUpdated } });

const dates = () =>
  opened.station.db
    .all<{ starts_at: string }>('SELECT starts_at FROM appointment ORDER BY starts_at')
    .map(({ starts_at: at }) => at.slice(0, 16));
const names = () =>
  opened.station.db
    .all<{ details: string }>('SELECT details FROM person')
    .map(({ details }) => (JSON.parse(details) as { familyName: string }).familyName);

const person = entry(patient());
const booked = '2026-12-03T08:30';

describe('of a date in a bundle its newest version counts', () => {
  const later = { start: '2026-12-04T09:30:00+01:00' };
  test.each<[string, unknown[], string[]]>([
    ['deleted, then told as it was', [gone('Appointment/a1'), person, entry(date())], []],
    ['deleted by its address', [gone(`${server}/Appointment/a1`), person, entry(date())], []],
    ['deleted with what it said', [entry(date(), gone('Appointment/a1')), person, entry(date())], []],
    ['cancelled, then booked', [entry(date({ status: 'cancelled' })), person, entry(date())], []],
    [
      'cancelled in version 2, booked in version 1',
      [entry(date({ status: 'cancelled', ...version('2') })), person, entry(date(version('1')))],
      [],
    ],
    [
      'booked in version 1, cancelled in version 10, the oldest first',
      [person, entry(date(version('1'))), entry(date({ status: 'cancelled', ...version('10') }))],
      [],
    ],
    [
      'booked in version 9, cancelled in version 8, the oldest first',
      [person, entry(date({ status: 'cancelled', ...version('8') })), entry(date(version('9')))],
      [booked],
    ],
    [
      'cancelled on a later day, the oldest first',
      [
        person,
        entry(date(updated('2026-11-01T10:00:00Z'))),
        entry(date({ status: 'cancelled', ...updated('2026-11-01T12:00:00+01:00') })),
      ],
      [],
    ],
    [
      'versions in the answers of the server alone',
      [
        person,
        entry(date(), { response: { status: '201', etag: 'W/"1"' } }),
        gone('Appointment/a1', { response: { status: '204', etag: 'W/"2"' } }),
      ],
      [],
    ],
    [
      'deleted and booked anew',
      [
        person,
        gone('Appointment/a1', { response: { status: '204', etag: 'W/"2"' } }),
        entry(date(version('3'))),
      ],
      [booked],
    ],
    ['moved, the newest first', [person, entry(date(later)), entry(date())], ['2026-12-04T08:30']],
    [
      'moved, the oldest first',
      [person, entry(date(version('1'))), entry(date({ ...later, ...version('2') }))],
      ['2026-12-04T08:30'],
    ],
    ['the newest cannot be read', [person, entry(date({ status: 'unheard-of' })), entry(date())], []],
    [
      'versions in the addresses',
      [
        person,
        { fullUrl: `${server}/Appointment/a1/_history/1`, resource: date() },
        { fullUrl: `${server}/Appointment/a1/_history/2`, resource: date({ status: 'noshow' }) },
      ],
      [],
    ],
    ['without addresses', [{ resource: date({ status: 'cancelled' }) }, person, { resource: date() }], []],
    [
      'of two servers, each has its own',
      [
        person,
        { fullUrl: 'https://other.example/fhir/Appointment/a1', resource: date({ status: 'cancelled' }) },
        entry(date()),
      ],
      [booked],
    ],
  ])('%s', async (_, entries, expected) => {
    await importBundle(bundleOf(entries));
    expect(dates()).toEqual(expected);
    expect(names()).toEqual(['Berg']);
  });
});

describe('of a person in a bundle the newest version counts', () => {
  const married = { name: [{ family: 'Klein', given: ['Anna'] }] };
  test.each<[string, unknown[], string[], string[]]>([
    ['the newest first', [entry(patient(married)), person, entry(date())], ['Klein'], [booked]],
    [
      'the oldest first',
      [entry(date()), entry(patient(version('1'))), entry(patient({ ...married, ...version('2') }))],
      ['Klein'],
      [booked],
    ],
    [
      'deleted in the end',
      [
        entry(patient(version('1'))),
        gone('Patient/p1', { response: { status: '204', etag: 'W/"2"' } }),
        entry(date()),
      ],
      [],
      [],
    ],
    [
      'died in the end',
      [
        entry(patient(version('1'))),
        entry(patient({ deceasedBoolean: true, ...version('2') })),
        entry(date()),
      ],
      [],
      [],
    ],
  ])('%s', async (_, entries, expected, booking) => {
    await importBundle(bundleOf(entries));
    expect(names()).toEqual(expected);
    expect(dates()).toEqual(booking);
  });

  test('and what is older is told', async () => {
    await importBundle(bundleOf([entry(patient(married)), person]));
    expect(counts()).toMatchObject({ added: 1, refused: 1 });
  });
});

describe('whom a date brings along', () => {
  const within = {
    contained: [patient()],
    participant: [{ status: 'accepted', actor: { reference: '#p1' } }],
  };
  test('is not taken with a version that is over', async () => {
    await importBundle(
      bundleOf([
        entry(date({ ...within, ...version('1') })),
        entry(date({ ...within, status: 'cancelled', ...version('2') })),
      ]),
    );
    expect(names()).toEqual([]);
  });

  test('is taken with another date that brings them', async () => {
    await importBundle(
      bundleOf([
        entry(date({ ...within, ...version('1') })),
        entry(date({ ...within, id: 'a2' })),
        entry(date({ ...within, status: 'cancelled', ...version('2') })),
      ]),
    );
    expect(names()).toEqual(['Berg']);
    expect(dates()).toEqual([booked]);
  });
});
