import type { ScheduleBook } from '../schedule-book.ts';
import type { BookFault, BookProblem } from './book-fault.ts';

type Path = readonly (string | number)[];

/** Names that stand twice, and names that the book uses but does not have. */
export function referenceFaults(book: ScheduleBook): BookFault[] {
  const products = book.products.map(({ code }) => code);
  const antigens = book.antigens.map(({ antigen }) => antigen);
  const observations = book.observations.map(({ code }) => code);
  const known: Record<string, ReadonlySet<string>> = {
    'unknown-product': new Set(products),
    'unknown-antigen': new Set(antigens),
    'unknown-observation': new Set(observations),
  };
  return [
    ...twice(products, ['products']),
    ...twice(antigens, ['antigens']),
    ...twice(observations, ['observations']),
    ...twice(
      book.groups.map(({ name }) => name),
      ['groups'],
    ),
    ...twice(
      book.conflicts.map(({ earlier, later }) => `${earlier} > ${later}`),
      ['conflicts'],
    ),
    ...namesUsed(book, []).flatMap(({ path, name, problem }) =>
      known[problem]?.has(name) ? [] : [{ path, problem, named: name }],
    ),
  ];
}

function twice(names: readonly string[], path: Path): BookFault[] {
  return names.flatMap((name, place) =>
    names.indexOf(name) === place
      ? []
      : [{ path: [...path, place], problem: 'named-twice' as const, named: name }],
  );
}

/** Which key names what, wherever it stands in a book. */
const meaning: Record<string, BookProblem> = {
  product: 'unknown-product',
  earlier: 'unknown-product',
  later: 'unknown-product',
  inadvertent: 'unknown-product',
  products: 'unknown-product',
  antigen: 'unknown-antigen',
  antigens: 'unknown-antigen',
  observation: 'unknown-observation',
  observations: 'unknown-observation',
  unlessObserved: 'unknown-observation',
};

interface NameUsed {
  readonly path: Path;
  readonly name: string;
  readonly problem: BookProblem;
}

function namesUsed(value: unknown, path: Path): NameUsed[] {
  if (typeof value === 'string') {
    const key = path.findLast((each) => typeof each === 'string');
    const problem = meaning[String(key)];
    return problem ? [{ path, name: value, problem }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    namesUsed(each, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}
