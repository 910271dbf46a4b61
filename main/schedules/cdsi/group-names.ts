import type { CompiledBook, CompiledGroup } from '../../../domain/schedules/evaluation/compiled-book.ts';

/** The short names of the CDC's test cases and of registries for the vaccine groups of the supporting data. */
const shortNames: Record<string, string> = {
  DTAP: 'DTaP/Tdap/Td',
  FLU: 'Influenza',
  JE: 'Japanese Encephalitis',
  MCV: 'Meningococcal',
  MENACWY: 'Meningococcal',
  MENB: 'Meningococcal B',
  PCV: 'Pneumococcal',
  POL: 'Polio',
  ROTA: 'Rotavirus',
  VAR: 'Varicella',
  YF: 'Yellow Fever',
};

/** The group by its own name or by a short one, whatever the capitals. */
export function groupNamed(book: CompiledBook, name: string): CompiledGroup | undefined {
  const wanted = (shortNames[name.trim().toUpperCase()] ?? name.trim()).toUpperCase();
  for (const group of book.groups.values()) if (group.name.toUpperCase() === wanted) return group;
  return undefined;
}
