import type { RecordedEvent } from '../station-event.ts';
import { correctedFacts, type DoseEntry } from '../vaccination/dose-entry.ts';
import type { DosesElsewhereCounted } from '../vaccination/events.ts';
import type { Row, RowChange } from './row-change.ts';

/** Every dose ever recorded; a voided one stays, marked. */
export function projectDose({ id, event, occurredAt, recordedAt }: RecordedEvent): RowChange[] {
  switch (event.type) {
    case 'DoseAdministered':
      return [
        {
          op: 'put',
          table: 'dose',
          row: {
            dose_id: event.data.doseId,
            person_id: event.data.personId,
            appointment_id: event.data.appointmentId ?? null,
            product_id: event.data.productId,
            ordinal: event.data.ordinal,
            lot: event.data.lot,
            site: event.data.site,
            given_on: event.data.givenOn,
            given_at: occurredAt,
            recorded_at: recordedAt,
            vaccinator: event.data.vaccinator,
            voided_at: null,
            void_reason: null,
            issuer: null,
            product_name: null,
            is_day_known: 1,
            overrides: JSON.stringify(event.data.overrides),
            expires_on: event.data.expiresOn ?? null,
            indication: event.data.personal?.indication ?? null,
          },
        },
      ];
    case 'DosesElsewhereCounted':
      return event.data.doses.map((dose) => ({
        op: 'put',
        table: 'dose',
        row: {
          dose_id: dose.doseId,
          person_id: event.data.personId,
          appointment_id: null,
          product_id: event.data.productId,
          ordinal: dose.ordinal,
          lot: 'lot' in dose ? (dose.lot ?? '') : '',
          site: '',
          given_on: dose.givenOn,
          given_at: `${dose.givenOn}T00:00:00.000Z`,
          recorded_at: recordedAt,
          vaccinator: '',
          voided_at: null,
          void_reason: null,
          issuer: issuerOf(event),
          ...witnessOf(event),
          product_name: dose.productName,
          is_day_known: dose.isDayKnown ? 1 : 0,
          overrides: '[]',
          replaces: dose.replaces ?? null,
        },
      }));
    case 'PaperDoseCorrected': {
      const { doseId, givenOn, isDayKnown, productName, lot, personal } = event.data;
      const set = {
        given_on: givenOn,
        given_at: `${givenOn}T00:00:00.000Z`,
        is_day_known: isDayKnown ? 1 : 0,
        product_name: productName,
        lot: lot ?? '',
        page: personal?.page ?? null,
        corrected_at: recordedAt,
      };
      return [{ op: 'set', table: 'dose', where: { dose_id: doseId }, set }];
    }
    case 'PersonErased': {
      const { personId: person_id } = event.data;
      const told = (source: string): RowChange => ({
        op: 'set',
        table: 'dose',
        where: { person_id, source },
        set: { issuer: '', page: null },
      });
      return [
        { op: 'set', table: 'dose', where: { person_id }, set: { indication: null, has_reacted: 0 } },
        told('fhir'),
        told('booklet'),
      ];
    }
    case 'DoseCorrected': {
      const { doseId, personId, before } = event.data;
      const facts = correctedFacts(event.data);
      const set = { ...rowOfFacts(facts), corrected_at: recordedAt };
      const changed: RowChange = { op: 'set', table: 'dose', where: { dose_id: doseId }, set };
      if (facts.lot === undefined) return [changed];
      const row = {
        event_id: id,
        dose_id: doseId,
        person_id: personId,
        lot: before.lot,
        corrected_at: recordedAt,
      };
      return [changed, { op: 'put', table: 'dose_lot_before', row }];
    }
    case 'DoseVoided':
      return [
        {
          op: 'set',
          table: 'dose',
          where: { dose_id: event.data.doseId },
          set: { voided_at: occurredAt, void_reason: event.data.reason },
        },
      ];
    default:
      return [];
  }
}

/** What of an entry the row of a dose has, as far as it is given. */
function rowOfFacts(facts: Partial<DoseEntry>): Row {
  const { productId, lot, givenOn, site, vaccinator } = facts;
  return {
    ...(productId ? { product_id: productId } : {}),
    ...(lot === undefined ? {} : { lot }),
    ...(site ? { site } : {}),
    ...(vaccinator === undefined ? {} : { vaccinator }),
    // At what time on another day nobody knows.
    ...(givenOn ? { given_on: givenOn, given_at: `${givenOn}T12:00:00.000Z` } : {}),
    ...('expiresOn' in facts ? { expires_on: facts.expiresOn ?? null } : {}),
    ...('indication' in facts ? { indication: facts.indication ?? null } : {}),
  };
}

/** Empty where who said so lies under a key that is not here. */
function issuerOf(event: DosesElsewhereCounted): string {
  return event.version === 1 ? event.data.source.issuer : (event.data.personal?.issuer ?? '');
}

/** What it was taken from, and of a booklet where it stands there and who saw it. */
function witnessOf({ version, data }: DosesElsewhereCounted): Row {
  if (version === 1) return { source: 'certificate' };
  const { source, personal } = data;
  if (source.kind === 'fhir') return { source: source.kind };
  return { source: source.kind, page: personal?.page ?? null, seen_by: source.seenBy };
}
