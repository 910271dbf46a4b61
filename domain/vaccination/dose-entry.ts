import type { AdministeredDose, CorrectableFacts, DoseAdministered, DoseCorrected } from './events.ts';
import type { Indication } from './indication.ts';

/** Everything that somebody entered about a dose, each part of which can be wrong. */
export interface DoseEntry extends Required<Omit<CorrectableFacts, 'expiresOn'>> {
  readonly expiresOn?: CorrectableFacts['expiresOn'];
  /** Absent where nobody said why, or its key is not here. */
  readonly indication?: Indication;
}

/** In the order in which people read them. */
const doseEntryFields = [
  'productId',
  'lot',
  'expiresOn',
  'givenOn',
  'site',
  'route',
  'amountMl',
  'vaccinator',
  'indication',
] as const satisfies readonly (keyof DoseEntry)[];
type DoseEntryField = (typeof doseEntryFields)[number];

export function entryOf({
  productId,
  lot,
  expiresOn,
  givenOn,
  site,
  route,
  amountMl,
  vaccinator,
  personal,
}: AdministeredDose & Pick<DoseAdministered['data'], 'personal'>): DoseEntry {
  return {
    productId,
    lot,
    ...(expiresOn ? { expiresOn } : {}),
    givenOn,
    site,
    route,
    amountMl,
    vaccinator,
    ...(personal?.indication ? { indication: personal.indication } : {}),
  };
}

/**
 * What a correction changed, as the facts that it names differently before and after. Two desks that corrected one dose
 * apart from each other both count: neither takes back what the other one changed.
 */
export function correctedFacts({
  before,
  after,
  personal,
}: Pick<DoseCorrected['data'], 'before' | 'after' | 'personal'>): Partial<DoseEntry> {
  const { indication } = personal ?? {};
  const one: Partial<DoseEntry> = { ...before, ...indicationOf(indication?.before) };
  const other: Partial<DoseEntry> = { ...after, ...indicationOf(indication?.after) };
  return Object.fromEntries(differing(one, other).map((field) => [field, other[field]]));
}

/** The entry with that: a fact that is there no more is left out. */
export function withFacts(entry: DoseEntry, facts: Partial<DoseEntry>): DoseEntry {
  const { expiresOn, indication, ...rest } = { ...entry, ...facts };
  return { ...rest, ...(expiresOn ? { expiresOn } : {}), ...indicationOf(indication) };
}

export function differing(one: Partial<DoseEntry>, other: Partial<DoseEntry>): DoseEntryField[] {
  return doseEntryFields.filter((field) => one[field] !== other[field]);
}

export function indicationOf(indication: Indication | undefined): Pick<DoseEntry, 'indication'> {
  return indication ? { indication } : {};
}
