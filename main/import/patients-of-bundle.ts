import { patientIdIn, serverOf } from '../../interchange/fhir/references.ts';

interface PatientOfBundle {
  readonly row: number;
  readonly hasServer: boolean;
}

/** The patients of a bundle by everything that an appointment may call them. */
export class PatientsOfBundle {
  readonly #byReference = new Map<string, number>();
  readonly #byId = new Map<string, PatientOfBundle[]>();

  /** `references`: where the entry says that it is, its name on its server, and its numbers with their systems. */
  add(row: number, references: readonly string[]): void {
    const hasServer = references.some((reference) => serverOf(reference) !== undefined);
    for (const reference of references) {
      const id = patientIdIn(reference);
      // Two servers may each have a patient of that id: their name on the server alone says too little.
      if (!(hasServer && reference.startsWith('Patient/'))) this.#firstOf(reference, row);
      if (id !== undefined) this.#addId(id.toLowerCase(), { row, hasServer });
    }
  }

  /** The row of whoever a reference means; by its id alone only where that leaves no choice. */
  rowOf(reference: string): number | undefined {
    const direct = this.#byReference.get(reference);
    if (direct !== undefined) return direct;
    const id = patientIdIn(reference)?.toLowerCase();
    const ofId = id === undefined ? [] : (this.#byId.get(id) ?? []);
    const possible = serverOf(reference) === undefined ? ofId : ofId.filter(({ hasServer }) => !hasServer);
    return possible.length === 1 ? possible[0]?.row : undefined;
  }

  /** Whoever an appointment brings along may be an entry as well: the first of both is who is written first. */
  #firstOf(reference: string, row: number): void {
    if (!this.#byReference.has(reference)) this.#byReference.set(reference, row);
  }

  #addId(id: string, patient: PatientOfBundle): void {
    const known = this.#byId.get(id) ?? [];
    if (known.some(({ row }) => row === patient.row)) return;
    this.#byId.set(id, [...known, patient]);
  }
}
