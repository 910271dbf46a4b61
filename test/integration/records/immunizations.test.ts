import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type DoseId, idOf, type StaffId } from '../../../domain/kernel/ids.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../domain/kernel/plain-date.ts';
import { productActiveUnasked } from '../../../domain/products/catalogue.ts';
import { immunizationProfiles } from '../../../domain/reports/immunization-profiles.ts';
import { activateSchedule } from '../../../main/commands/schedules/activate-schedule.ts';
import { recordPaperDose } from '../../../main/commands/vaccination/paper-dose.ts';
import { voidDose } from '../../../main/commands/vaccination/void-dose.ts';
import { commit } from '../../../main/commit/commit.ts';
import { dosesOf } from '../../../main/store/tables/vaccination/doses.ts';
import { asking, type Read } from '../../support/asking.ts';
import { faultsOfFhir } from '../../support/fhir-validator.ts';
import { giveDose } from '../../support/give-dose.ts';
import { expectStaff } from '../../support/staff.ts';
import { aPerson, must, openTestStation, type TestStation } from '../../support/test-station.ts';

let opened: TestStation;
const lead = asking(() => opened.station, { actor: 'staff:lead', roles: ['site-lead'] });

beforeEach(async () => {
  opened = await openTestStation(undefined, '2026-11-23T09:00:00.000Z' as Instant);
});
afterEach(() => opened.close());

async function bundleOf(personId: string, profile: string): Promise<Read> {
  const { value } = await lead.ask('records.immunizations', { personId, profile });
  return { ...JSON.parse(Buffer.from(value.base64, 'base64').toString('utf8')), leftOut: value.leftOut };
}

const resources = (bundle: Read, type: string) =>
  bundle.entry.map(({ resource }: Read) => resource).filter((each: Read) => each.resourceType === type);

/** Vaccinated here by a named person, and elsewhere before, once on a day that is known and once merely counted. */
async function vaccinatedHereAndElsewhere() {
  const { station } = opened;
  const { staffId } = await expectStaff(station, 'Vera Impfung', ['vaccinator']);
  const personId = giveDose(
    station,
    'L-1',
    aPerson({ sex: 'diverse', email: 'e@x.example' }),
    `staff:${staffId}`,
  );
  const elsewhere = { givenOn: '2021-06-01' as PlainDate, ordinal: 1, productName: 'Spikevax' };
  commit(station, [
    {
      stream: personId,
      actor: 'operator',
      occurredAt: station.now(),
      event: {
        type: 'DosesElsewhereCounted',
        version: 1,
        data: {
          personId,
          productId: productActiveUnasked,
          source: { kind: 'eu-dcc', issuer: 'Robert Koch-Institut', trustListFrom: station.now() },
          doses: [
            { ...elsewhere, doseId: crypto.randomUUID() as DoseId, isDayKnown: true },
            { ...elsewhere, doseId: crypto.randomUUID() as DoseId, isDayKnown: false, productName: '' },
          ],
        },
      },
    },
  ]);
  return personId;
}

describe('given somebody vaccinated here and elsewhere', () => {
  test.each(immunizationProfiles)(
    'the bundle (%s) is sound FHIR R4 to an independent validator',
    async (profile) => {
      const { leftOut: _, ...bundle } = await bundleOf(await vaccinatedHereAndElsewhere(), profile);
      expect(faultsOfFhir(bundle)).toEqual([]);
      expect(resources(bundle, 'Patient')).toHaveLength(1);
    },
  );

  test('FHIR R4 has every dose: what was given here with lot, site and who gave it, the others with their source', async () => {
    const bundle = await bundleOf(await vaccinatedHereAndElsewhere(), 'r4');
    expect(bundle.leftOut).toBe(0);
    const doses = resources(bundle, 'Immunization');
    expect(doses).toHaveLength(3);
    expect(doses.find(({ lotNumber }: Read) => lotNumber === 'L-1')).toMatchObject({
      status: 'completed',
      primarySource: true,
      occurrenceDateTime: '2026-11-23',
      vaccineCode: { coding: [{ code: '208' }, { code: 'J07BN01' }], text: 'Comirnaty' },
      site: { coding: [{ code: 'LA' }] },
      route: { coding: [{ code: 'IM' }] },
      doseQuantity: { value: 0.3, code: 'mL' },
      reasonCode: [{ coding: [{ system: 'http://snomed.info/sct', code: '429060002' }] }],
      performer: [{ actor: { display: 'Vera Impfung' } }],
      protocolApplied: [{ targetDisease: [{ coding: [{ code: '840539006' }] }] }],
    });
    expect(doses).toContainEqual(
      expect.objectContaining({
        primarySource: false,
        reportOrigin: { text: 'Robert Koch-Institut' },
        vaccineCode: { text: 'Spikevax' },
        occurrenceDateTime: '2021-06-01',
      }),
    );
    expect(doses).toContainEqual(expect.objectContaining({ occurrenceString: 'on or before 2021-06-01' }));
  });

  test('the MIO Impfpass has what was given here, and says how many doses it has no place for', async () => {
    const bundle = await bundleOf(await vaccinatedHereAndElsewhere(), 'mio-impfpass');
    expect(bundle.leftOut).toBe(2);
    const [dose, ...more] = resources(bundle, 'Immunization');
    expect(more).toEqual([]);
    expect(dose).toMatchObject({
      meta: {
        profile: ['https://fhir.kbv.de/StructureDefinition/KBV_PR_MIO_Vaccination_Record_Prime|1.1.0'],
      },
      vaccineCode: { coding: [{ code: '1119349007' }], text: 'Comirnaty' },
      lotNumber: 'L-1',
      protocolApplied: [{ targetDisease: [{ coding: [{ code: '840539006' }] }] }],
    });
    // The profile is closed: nothing else may stand there.
    expect(Object.keys(dose).sort()).toEqual(
      'extension id lotNumber manufacturer meta note occurrenceDateTime patient primarySource protocolApplied resourceType status vaccineCode'.split(
        ' ',
      ),
    );
    const [role] = resources(bundle, 'PractitionerRole');
    expect(dose.extension[1].extension[1].valueReference.reference).toBe(`PractitionerRole/${role.id}`);
  });

  test('CH VACD says of each dose whether a professional answers for it', async () => {
    const bundle = await bundleOf(await vaccinatedHereAndElsewhere(), 'ch-vacd');
    const statuses = resources(bundle, 'Immunization').map(({ lotNumber, extension }: Read) => [
      lotNumber,
      extension[0].valueCoding.code,
    ]);
    expect(statuses).toContainEqual(['L-1', '59156000']);
    expect(statuses.filter(([, code]: Read) => code === '76104008')).toHaveLength(2);
  });
});

describe('given a first dose', () => {
  test.each(['r4', 'ch-vacd'])(
    'the next one is recommended (%s): earliest and when it is due',
    async (profile) => {
      const bundle = await bundleOf(giveDose(opened.station, 'L-1'), profile);
      const { leftOut: _, ...sent } = bundle;
      expect(faultsOfFhir(sent)).toEqual([]);
      const [{ recommendation }] = resources(bundle, 'ImmunizationRecommendation');
      expect(recommendation[0]).toMatchObject({
        forecastStatus: { coding: [{ code: 'due' }] },
        doseNumberPositiveInt: 2,
        seriesDosesPositiveInt: 2,
      });
      const codes = recommendation[0].dateCriterion.map(({ code, value }: Read) => [
        code.coding[0].code,
        value,
      ]);
      expect(codes).toContainEqual(['30981-5', '2026-12-14']);
      expect(codes).toContainEqual(['30980-7', '2026-12-14']);
    },
  );

  test('by a confirmed schedule the recommendation says which, and a booster is no dose of the series', async () => {
    const { station } = opened;
    must(activateSchedule(station, 'operator', { book: 'de-covid-19', version: '2026-01' }));
    const personId = giveDose(station, 'L-1');
    const next = async () => {
      const bundle = await bundleOf(personId, 'ch-vacd');
      const { leftOut: _, ...sent } = bundle;
      expect(faultsOfFhir(sent)).toEqual([]);
      return resources(bundle, 'ImmunizationRecommendation')[0].recommendation[0];
    };
    const [reason] = (await next()).forecastReason;
    expect(reason.text).toContain('STIKO am RKI: Empfehlungen 2026');
    expect(await next()).toMatchObject({ doseNumberPositiveInt: 2, seriesDosesPositiveInt: 3 });
    for (const givenOn of ['2024-01-08', '2024-02-12'])
      must(
        recordPaperDose(station, 'operator', {
          personId,
          productId: productActiveUnasked,
          seenBy: idOf<StaffId>('nurse'),
          givenOn: givenOn as PlainDate,
          precision: 'day',
          entry: { page: givenOn, productName: 'Comirnaty' },
        }),
      );
    const booster = await next();
    expect(booster.doseNumberPositiveInt).toBe(4);
    expect(booster).not.toHaveProperty('seriesDosesPositiveInt');
  });

  test('once it is voided there is nothing to give out', async () => {
    const { station } = opened;
    const personId = giveDose(station, 'L-1');
    const [dose] = dosesOf(station.db, personId);
    if (!dose) throw new Error('no dose');
    const { staffId } = await expectStaff(station, 'Dora Arzt', ['screening-doctor']);
    must(
      voidDose(station, 'operator', {
        personId,
        doseId: dose.dose_id,
        reason: 'not-given',
        note: '',
        approvedBy: staffId,
      }),
    );
    const answer = await lead.ask('records.immunizations', { personId, profile: 'r4' });
    expect(answer.refusal.reason).toBe('no-doses');
  });
});

test('the validator finds what is wrong', async () => {
  const { leftOut: _, ...bundle } = await bundleOf(giveDose(opened.station, 'L-1'), 'r4');
  const [dose] = resources(bundle, 'Immunization');
  Object.assign(dose, { status: 'done', occurrenceDateTime: '23.11.2026', given: true });
  expect(faultsOfFhir(bundle)).toHaveLength(3);
});
