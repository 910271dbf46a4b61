import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { z } from 'zod';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import { bookFaultSentence } from '../../../domain/schedules/evaluation/faults/book-fault.ts';
import { faultsOfBook } from '../../../domain/schedules/evaluation/faults/book-faults.ts';
import type {
  AntigenRules,
  ProductRule,
  ScheduleBook,
} from '../../../domain/schedules/evaluation/schedule-book.ts';
import { mostBytesOf, readForeignText } from '../../read-foreign-file.ts';
import { antigenFile, type CdsiSchedule, scheduleFile } from './cdsi-shapes.ts';
import { readAntigen } from './read-antigen.ts';

const scheduleName = 'schedule.json';

/**
 * The schedules of a folder with the CDC's supporting data (one JSON file an antigen, and schedule.json), as a book
 * of ours. Refused with one sentence that names the file and the place.
 */
export async function readSupportingData(dir: string): Promise<Result<ScheduleBook, string>> {
  const names = await readdir(dir).catch(() => undefined);
  if (!names) return refuse(`The folder ${dir} cannot be read.`);
  if (!names.includes(scheduleName)) return refuse(`The folder ${dir} has no ${scheduleName}.`);
  const schedule = await readJson(path.join(dir, scheduleName), scheduleFile);
  if (!schedule.ok) return schedule;
  const antigens: AntigenRules[] = [];
  for (const name of names.filter((each) => each.endsWith('.json') && each !== scheduleName).sort()) {
    const file = await readJson(path.join(dir, name), antigenFile);
    if (!file.ok) return file;
    antigens.push(readAntigen(file.value.antigenSupportingData));
  }
  const book = bookOf(schedule.value.scheduleSupportingData, antigens);
  const fault = faultsOfBook(book)[0];
  if (!fault) return accept(book);
  return refuse(`${dir} contradicts itself at ${fault.path.join('.')}: ${bookFaultSentence(fault).en}`);
}

function bookOf(schedule: CdsiSchedule, antigens: readonly AntigenRules[]): ScheduleBook {
  const known = new Set(antigens.map(({ antigen }) => antigen));
  const flags = new Map(
    schedule.vaccineGroups.vaccineGroup.map((group) => [group.name, group.administerFullVaccineGroup]),
  );
  const conflicts = distinct(
    schedule.liveVirusConflicts.liveVirusConflict.map((conflict) => ({
      earlier: conflict.previous.cvx,
      later: conflict.current.cvx,
      from: conflict.conflictBeginInterval,
      untilAfterValid: conflict.minConflictEndInterval,
      until: conflict.conflictEndInterval,
    })),
  );
  return {
    book: 'cdsi',
    version: 'as published',
    source: 'CDC, Clinical Decision Support for Immunization, supporting data',
    groups: schedule.vaccineGroupToAntigenMap.vaccineGroupMap
      .map(({ name, antigen }) => ({
        name,
        antigens: antigen.filter((each) => known.has(each)),
        isGivenWhole: flags.get(name) === 'Yes',
      }))
      .filter((group) => group.antigens.length > 0),
    products: productsOf(schedule, antigens, conflicts, known),
    conflicts,
    observations: schedule.observations.observation.map((each) => ({
      code: each.observationCode,
      title: each.observationTitle,
    })),
    antigens,
  };
}

/** What the map names, and what only rules name: those hold no antigen. */
function productsOf(
  schedule: CdsiSchedule,
  antigens: readonly AntigenRules[],
  conflicts: ScheduleBook['conflicts'],
  known: ReadonlySet<string>,
): ProductRule[] {
  const mapped = schedule.cvxToAntigenMap.cvxMap.map(({ cvx, shortDescription, association = [] }) => ({
    code: cvx,
    name: shortDescription,
    antigens: association
      .filter(({ antigen }) => known.has(antigen))
      .map(({ antigen, associationBeginAge, associationEndAge }) => ({
        antigen,
        ...(associationBeginAge === undefined ? {} : { fromAge: associationBeginAge }),
        ...(associationEndAge === undefined ? {} : { toAge: associationEndAge }),
      })),
  }));
  const codes = new Set(mapped.map(({ code }) => code));
  const others = new Set([
    ...productsNamed(antigens),
    ...conflicts.flatMap(({ earlier, later }) => [earlier, later]),
  ]);
  return [
    ...mapped,
    ...[...others]
      .filter((code) => !codes.has(code))
      .map((code) => ({ code, name: `CVX ${code}`, antigens: [] })),
  ];
}

/** Every product code that a rule names. */
function productsNamed(antigens: readonly AntigenRules[]): string[] {
  const found: string[] = [];
  JSON.stringify(antigens, (key, value) => {
    if (key === 'product') found.push(value);
    if ((key === 'products' || key === 'inadvertent') && typeof value?.[0] === 'string') found.push(...value);
    return value;
  });
  return found;
}

async function readJson<Shape extends z.ZodType>(
  file: string,
  shape: Shape,
): Promise<Result<z.output<Shape>, string>> {
  let data: unknown;
  try {
    const text = await readForeignText(file, mostBytesOf.schedules);
    if (text === undefined) return refuse(`${file} cannot be read.`);
    data = JSON.parse(text);
  } catch (error) {
    return refuse(`${file} is no JSON file: ${(error as Error).message}`);
  }
  const parsed = shape.safeParse(data);
  if (parsed.success) return accept(parsed.data);
  const [issue] = parsed.error.issues;
  return refuse(`${file} is not as the CDC publishes it: ${issue?.path.join('.')}: ${issue?.message}.`);
}

/** The published list says some things twice, word for word. */
function distinct<Item>(items: readonly Item[]): Item[] {
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}
