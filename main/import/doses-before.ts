import type { ImportedPerson } from '../../domain/import/imported-person.ts';
import type { RowData } from './staged-row.ts';

/**
 * What is staged of somebody's first row with the dates that a later row names for doses before its own: rows come in
 * any order, and a series is booked in its own. Undefined where there is nothing to lend; the later row then finds those
 * dates booked.
 */
export function withDosesBefore(
  first: RowData,
  { appointments: later }: Pick<ImportedPerson, 'appointments'>,
): RowData | undefined {
  const { person } = first;
  if (!person) return undefined;
  const { appointments } = person;
  const lent = later.filter(
    (date) =>
      appointments.some(
        (other) => other.productId === date.productId && other.plannedDose > date.plannedDose,
      ) &&
      !appointments.some(
        (other) => other.productId === date.productId && other.plannedDose === date.plannedDose,
      ),
  );
  if (lent.length === 0) return undefined;
  const all = [...appointments, ...lent].toSorted((one, other) => one.plannedDose - other.plannedDose);
  return { ...first, person: { ...person, appointments: all } };
}
