import type { CompiledBook, CompiledGroup } from '../../../domain/schedules/evaluation/compiled-book.ts';

/** What test cases, registries and people call the vaccine groups of the supporting data, without signs and spaces. */
const otherNames: Record<string, string> = {
  COVID: 'COVID-19',
  DTAP: 'DTaP/Tdap/Td',
  FLU: 'Influenza',
  HEPATITISA: 'HepA',
  HEPATITISB: 'HepB',
  IPV: 'Polio',
  JE: 'Japanese Encephalitis',
  MCV: 'Meningococcal',
  MCV4: 'Meningococcal',
  MENACWY: 'Meningococcal',
  MENB: 'Meningococcal B',
  MPOX: 'Orthopoxvirus',
  PCV: 'Pneumococcal',
  PNEUMO: 'Pneumococcal',
  POL: 'Polio',
  ROTA: 'Rotavirus',
  TD: 'DTaP/Tdap/Td',
  TDAP: 'DTaP/Tdap/Td',
  VAR: 'Varicella',
  YF: 'Yellow Fever',
  ZOS: 'Zoster',
};

/** The group by its own name or by another one, whatever its capitals, spaces, hyphens and slashes. */
export function groupNamed(book: CompiledBook, name: string): CompiledGroup | undefined {
  const written = keyOf(name);
  const wanted = Object.hasOwn(otherNames, written) ? keyOf(otherNames[written] ?? '') : written;
  for (const group of book.groups.values()) if (keyOf(group.name) === wanted) return group;
  return undefined;
}

function keyOf(name: string): string {
  return name.toUpperCase().replace(/[\s/_-]+/g, '');
}
