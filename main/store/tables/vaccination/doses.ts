import type { AppointmentId, DoseId, PersonId, ProductId, StaffId } from '../../../../domain/kernel/ids.ts';
import type { Instant } from '../../../../domain/kernel/instant.ts';
import type { PlainDate } from '../../../../domain/kernel/plain-date.ts';
import type { Indication } from '../../../../domain/vaccination/indication.ts';
import type { InjectionSite } from '../../../../domain/vaccination/injection.ts';
import { ordinalsOf, type SeriesDose } from '../../../../domain/vaccination/places-of-doses.ts';
import { replacedAmong } from '../../../../domain/vaccination/replaced-doses.ts';
import type { GivenDose } from '../../../../domain/vaccination/vaccination.ts';
import type { VoidReason } from '../../../../domain/vaccination/void-reason.ts';
import type { ReadableDb } from '../../database.ts';
import { linkedSetOf } from '../people/person-links.ts';

export interface DoseRow {
  readonly dose_id: DoseId;
  readonly person_id: PersonId;
  readonly appointment_id: AppointmentId | null;
  readonly product_id: ProductId;
  /** Its place among all doses of the people who are one, as far as they are known here now. */
  readonly ordinal: number;
  readonly lot: string;
  readonly given_on: PlainDate;
  readonly given_at: Instant;
  readonly recorded_at: Instant;
  readonly vaccinator: string;
  readonly voided_at: Instant | null;
  readonly void_reason: VoidReason | null;
  /** Who certified it, where it was given elsewhere. */
  readonly issuer: string | null;
  /** As the certificate has it, for one given elsewhere. */
  readonly product_name: string | null;
  readonly is_day_known: 0 | 1;
  /** What the desk knew and went on with, as JSON. */
  readonly overrides: string;
  /** To this dose, in a way that calls for longer observation after the next. */
  readonly has_reacted: 0 | 1;
  /** Empty for one given elsewhere. */
  readonly site: InjectionSite | '';
  readonly expires_on: PlainDate | null;
  readonly corrected_at: Instant | null;
  /** Absent where nobody said so. */
  readonly indication: Indication | null;
  /** What a dose elsewhere was taken from; absent for one that was taken before that was kept. */
  readonly source: 'certificate' | 'fhir' | 'booklet' | null;
  /** Where it stands in a booklet, and who saw it. */
  readonly page: string | null;
  readonly seen_by: StaffId | null;
  /** The one that a certificate had counted and that this one turned out to be. */
  readonly replaces: DoseId | null;
}

/**
 * Every dose of people who are one (`linkedSetOf`), voided ones included, oldest first; of one that turned out to be
 * another only that other.
 */
export function dosesOfSet(db: ReadableDb, people: readonly PersonId[]): DoseRow[] {
  const rows = standing(
    people.flatMap((personId) => db.all<DoseRow>('SELECT * FROM dose WHERE person_id = ?', personId)),
  );
  if (rows.length === 0) return rows;
  rows.sort(compareAsGiven);
  const ordinals = ordinalsOf(rows.map(seriesDoseOf));
  return rows.map((row) => ({ ...row, ordinal: ordinals.get(row.dose_id) ?? row.ordinal }));
}

function standing(rows: DoseRow[]): DoseRow[] {
  if (rows.every(({ replaces }) => replaces === null)) return rows;
  const gone = replacedAmong(
    rows.map(({ dose_id, replaces, voided_at }) => ({
      doseId: dose_id,
      replaces: replaces ?? undefined,
      isVoided: voided_at !== null,
    })),
  );
  return rows.filter(({ dose_id }) => !gone.has(dose_id));
}

/**
 * Which dose of its course each one is, as far as it is known now: what the station that gave it called it is not asked.
 * Every person is read once.
 */
export function ordinalFinder(db: ReadableDb): (dose: Pick<DoseRow, 'dose_id' | 'person_id'>) => number {
  const found = new Map<PersonId, ReadonlyMap<DoseId, number>>();
  return ({ dose_id, person_id }) => {
    const known =
      found.get(person_id) ??
      new Map(dosesOfSet(db, linkedSetOf(db, person_id)).map((row) => [row.dose_id, row.ordinal]));
    found.set(person_id, known);
    return known.get(dose_id) ?? 1;
  };
}

/** Every dose of one record alone, oldest first. */
export function dosesOf(db: ReadableDb, personId: string): DoseRow[] {
  return dosesOfSet(db, [personId as PersonId]);
}

/** A dose as the rules of a series see it. */
export function seriesDoseOf(row: DoseRow): SeriesDose {
  return {
    doseId: row.dose_id,
    productId: row.product_id,
    givenOn: row.given_on,
    isVoided: row.voided_at !== null,
    isElsewhere: row.issuer !== null,
    overrides: JSON.parse(row.overrides),
  };
}

/** A dose as it is counted and held against its schedule. */
export function givenDoseOf(row: DoseRow): GivenDose {
  return {
    doseId: row.dose_id,
    productId: row.product_id,
    ordinal: row.ordinal,
    givenOn: row.given_on,
    isVoided: row.voided_at !== null,
    ...(row.void_reason ? { voidedFor: row.void_reason } : {}),
    isElsewhere: row.issuer !== null,
    isDayKnown: row.is_day_known === 1,
  };
}

function compareAsGiven(one: DoseRow, other: DoseRow): number {
  return one.given_at.localeCompare(other.given_at) || (one.dose_id < other.dose_id ? -1 : 1);
}

/** Whoever was given a dose on that day that still stands, in the order of it; doses elsewhere are not given here. */
export function peopleVaccinatedOn(db: ReadableDb, day: PlainDate): PersonId[] {
  return db
    .all<{ person_id: PersonId }>(
      `SELECT person_id FROM dose WHERE given_on = ? AND voided_at IS NULL AND issuer IS NULL
        GROUP BY person_id ORDER BY min(given_at), person_id`,
      day,
    )
    .map(({ person_id }) => person_id);
}
