import type { z } from 'zod';
import { bundleSplitter } from '../../../domain/import/split-bundle.ts';
import { type BirthDate, type PlainDate, parseBirthDate } from '../../../domain/kernel/plain-date.ts';
import { readJson } from '../../../domain/kernel/read-json.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { ToldDose, ToldDoseFault, ToldRecommendation } from '../../../domain/vaccination/told-dose.ts';
import { BundleHistory, type EntryMark, markOf } from '../bundle-history.ts';
import { patientFields } from '../read-patient.ts';
import { readPatientResource, withoutNulls } from '../read-resource.ts';
import { plainReference } from '../references.ts';
import { bundleEntry, type PatientResource } from '../resource-schemas.ts';
import { immunizationSchema, recommendationSchema } from './immunization-schemas.ts';
import { type Beside, resourcesBeside } from './resources-beside.ts';
import { toldDose } from './told-dose-of.ts';
import { toldRecommendations } from './told-recommendations-of.ts';

/** Whom the vaccinations of a file are of, as the file has them. */
export interface ToldPatient {
  readonly givenName: string;
  readonly familyName: string;
  readonly birthDate?: BirthDate;
  /** Numbers by which the person may be known here. */
  readonly externalId?: string;
}

/** What a file tells of one person. */
export interface ToldVaccinations {
  /** Absent where no entry says who it is. */
  readonly patient?: ToldPatient;
  readonly doses: readonly ToldDose[];
  readonly notTaken: readonly { readonly entry: string; readonly fault: ToldDoseFault }[];
  readonly recommendations: readonly ToldRecommendation[];
}

/** More than a person has, and more than anybody looks through: whole registers come by the command line. */
export type ToldRefusal = 'no-bundle' | 'bundle-cut-off' | 'no-immunizations';

interface Collected {
  patient?: ToldPatient;
  readonly doses: ToldDose[];
  readonly notTaken: { entry: string; fault: ToldDoseFault }[];
  readonly recommendations: ToldRecommendation[];
}

/** Reads a bundle piece by piece: what is told stands only once its last entry was read. */
export interface ToldReader {
  push(text: string): void;
  end(): Result<ToldVaccinations[], ToldRefusal>;
}

/** The vaccinations of a FHIR R4 bundle that was read as a whole; see `toldReader`. */
export function readToldVaccinations(
  text: string,
  today: PlainDate,
): Result<ToldVaccinations[], ToldRefusal> {
  const reader = toldReader(today);
  reader.push(text);
  return reader.end();
}

/**
 * The vaccinations of a FHIR R4 bundle, by the person they are of, in the order of the file. Whatever profile it is of:
 * ours, the MIO Impfpass and CH VACD say the same in places that are all looked at. `today` bounds the days. Of the
 * text nothing is kept but what vaccinations are read with.
 */
export function toldReader(today: PlainDate): ToldReader {
  const splitter = bundleSplitter();
  const read: (Entry & { readonly mark: EntryMark | undefined; readonly place: number })[] = [];
  /** Of what was deleted on its server, or told anew, no dose counts. */
  const history = new BundleHistory();
  let place = 0;
  let unreadable = 0;
  return {
    push(text) {
      for (const entry of splitter.push(text)) {
        const said = 'fault' in entry ? undefined : withoutNulls(readJson(entry.text));
        const parsed = bundleEntry.safeParse(said).data;
        const mark = parsed && markOf(parsed);
        place += 1;
        if (mark) history.add(place, mark);
        if (mark?.isDeleted) continue;
        if (!parsed?.resource) unreadable += 1;
        else if (parsed.resource.resourceType !== 'Appointment') {
          const { fullUrl, resource } = parsed;
          read.push({ ...smallest({ fullUrl, resource }), mark, place });
        }
      }
    },
    end() {
      const ending = splitter.end();
      if (ending !== 'whole') return refuse(ending === 'no-bundle' ? 'no-bundle' : 'bundle-cut-off');
      const isNewest = ({ mark, place: at }: (typeof read)[number]) => isCounted(history, at, mark);
      // Of what was deleted others may still be read with what it said; of what was told anew the newest counts.
      const inOrder = [...read.filter((entry) => !isNewest(entry)), ...read.filter(isNewest)];
      const beside = resourcesBeside(inOrder);
      const people = new Map<string, Collected>();
      for (const { resource } of read.filter(isNewest)) readEntry(resource, beside, people, today);
      for (let count = 0; count < unreadable; count++)
        of(people, '').notTaken.push({ entry: '', fault: 'resource-invalid' });
      const told = [...people.values()];
      const isAny = told.some(({ doses, notTaken, recommendations }) =>
        [doses, notTaken, recommendations].some((list) => list.length > 0),
      );
      return isAny ? accept(told) : refuse('no-immunizations');
    },
  };
}

/**
 * Without an address and a version two entries of one id are rather a careless file than a history: no dose is lost for
 * that, and whoever looks through them sees both.
 */
function isCounted(history: BundleHistory, place: number, mark: EntryMark | undefined): boolean {
  if (mark === undefined || history.counts(place, mark)) return true;
  const isNamedAlone = mark.at === undefined && mark.version === undefined && mark.updatedMs === undefined;
  return isNamedAlone && history.newerThan(place, mark)?.mark.isDeleted !== true;
}

interface Entry {
  readonly fullUrl?: string | undefined;
  readonly resource: NonNullable<z.infer<typeof bundleEntry>['resource']>;
}

/** Of a register the most is people: without pictures and texts that nobody reads here. */
function smallest(entry: Entry): Entry {
  if (entry.resource.resourceType !== 'Patient') return entry;
  const read = readPatientResource(entry.resource);
  return read.ok ? { ...entry, resource: read.value.patient } : entry;
}

function readEntry(
  resource: { readonly resourceType: string; readonly id?: string | undefined },
  beside: Beside,
  people: Map<string, Collected>,
  today: PlainDate,
): void {
  const entry = `${resource.resourceType} ${resource.id ?? ''}`.trim();
  if (resource.resourceType === 'Immunization') {
    const parsed = immunizationSchema.safeParse(resource);
    if (!parsed.success) {
      of(people, '').notTaken.push({ entry, fault: 'resource-invalid' });
      return;
    }
    const within = beside.within(parsed.data.contained);
    const person = personOf(parsed.data.patient.reference, within, people, today);
    const told = toldDose(parsed.data, within, { today, birthDate: person.patient?.birthDate });
    if (typeof told === 'string') person.notTaken.push({ entry, fault: told });
    else person.doses.push(told);
  }
  if (resource.resourceType === 'ImmunizationRecommendation') {
    const parsed = recommendationSchema.safeParse(resource);
    if (!parsed.success) {
      of(people, '').notTaken.push({ entry, fault: 'resource-invalid' });
      return;
    }
    const within = beside.within(parsed.data.contained);
    const person = personOf(parsed.data.patient.reference, within, people, today);
    person.recommendations.push(...toldRecommendations(parsed.data, within));
  }
}

/** Who an entry is about. Two names of one patient (a number of a server, a UUID) lead to the same resource. */
function personOf(
  reference: string | undefined,
  beside: Beside,
  people: Map<string, Collected>,
  today: PlainDate,
): Collected {
  const resource = reference === undefined ? undefined : beside.find(plainReference(reference));
  const read = readPatientResource(resource);
  const key = read.ok ? JSON.stringify(read.value.patient) : (reference ?? '');
  const person = of(people, key);
  if (read.ok) person.patient ??= patientOf(read.value.patient, today);
  return person;
}

function of(people: Map<string, Collected>, key: string): Collected {
  const known = people.get(key) ?? { doses: [], notTaken: [], recommendations: [] };
  people.set(key, known);
  return known;
}

function patientOf(resource: PatientResource, today: PlainDate): ToldPatient {
  const fields = patientFields(resource, today);
  const birthDate = parseBirthDate(fields.get('birthDate') ?? '');
  const externalId = fields.get('externalId');
  return {
    givenName: fields.get('givenName') ?? '',
    familyName: fields.get('familyName') ?? fields.get('fullName') ?? fields.get('fullNameGivenFirst') ?? '',
    ...(birthDate ? { birthDate } : {}),
    ...(externalId ? { externalId } : {}),
  };
}
