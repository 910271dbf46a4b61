import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { PersonId } from '../../../domain/kernel/ids.ts';
import { epochMsOf } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { PassReads } from '../../context.ts';
import type { PdfMaker } from '../../pdf/pdf-maker.ts';
import { passFace } from './pass-face.ts';

/** The valid pass of somebody as a PDF. */
export async function passPaper(
  station: PassReads & { readonly pdf: PdfMaker },
  personId: PersonId,
  language: Language,
): Promise<Result<{ shortNumber: string; bytes: Uint8Array }, 'person-unknown' | 'pass-missing'>> {
  const face = passFace(station, personId, language);
  if (!face.ok) return face;
  if (face.value.isVoided) return refuse('pass-missing');
  const { centreName } = station.settings;
  const paper = { face: face.value, language, centreName, madeAt: new Date(epochMsOf(station.now())) };
  const bytes = await station.pdf.make({ kind: 'pass', paper });
  return accept({ shortNumber: face.value.shortNumber, bytes });
}

export function paperFileName(shortNumber: string): string {
  return `Impfpass-${shortNumber}.pdf`;
}
