import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result } from '../../../domain/kernel/result.ts';
import { foldName } from '../../../domain/people/search-key.ts';
import type { Role } from '../../../domain/staff/roles.ts';
import type { Reads } from '../../context.ts';
import type { PdfMaker } from '../../pdf/pdf-maker.ts';
import { personExport } from './person-export.ts';

export interface ExportFile {
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** The same export to keep and to read: data for programs, or a PDF for people. */
export async function personExportFile(
  station: Reads & { readonly pdf: PdfMaker },
  personId: PersonId,
  { format, language }: { format: 'json' | 'pdf'; language: Language },
  roles: readonly Role[] | undefined,
): Promise<Result<ExportFile, 'person-unknown' | 'person-restricted'>> {
  const exported = personExport(station, personId, roles);
  if (!exported.ok) return exported;
  const { familyName, givenName } = exported.value.details;
  const day = plainDateAt(exported.value.exportedAt, station.settings.timeZone);
  const name = foldName(`${familyName} ${givenName}`)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60);
  const title = language === 'de' ? 'auskunft' : 'disclosure';
  const fileName = `${title}-${name || 'person'}-${day}.${format}`;
  return accept(
    format === 'json'
      ? {
          fileName,
          mediaType: 'application/json',
          bytes: new TextEncoder().encode(`${JSON.stringify(exported.value, undefined, 2)}\n`),
        }
      : {
          fileName,
          mediaType: 'application/pdf',
          bytes: await station.pdf.make({ kind: 'person', exported: exported.value, language }),
        },
  );
}
