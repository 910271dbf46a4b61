import type { Language } from '../../../domain/kernel/bilingual.ts';
import type { AdverseEventId, PersonId } from '../../../domain/kernel/ids.ts';
import { plainDateAt } from '../../../domain/kernel/instant.ts';
import { accept, type Result, refuse } from '../../../domain/kernel/result.ts';
import type { Reads } from '../../context.ts';
import type { PdfMaker } from '../../pdf/pdf-maker.ts';
import { personById } from '../../store/tables/people/people.ts';
import type { ExportFile } from '../people/person-export-file.ts';
import { reactionsOf } from './adverse-events.ts';

interface Asked {
  readonly personId: PersonId;
  readonly adverseEventId: AdverseEventId;
  readonly language: Language;
}

/** The report of one reaction for the health office, as a PDF. The name of the file names nobody. */
export async function adverseEventFile(
  station: Reads & { readonly pdf: PdfMaker },
  { personId, adverseEventId, language }: Asked,
): Promise<Result<ExportFile, 'person-unknown' | 'adverse-event-unknown'>> {
  const reactions = reactionsOf(station, personId);
  const person = personById(station.db, personId);
  if (!reactions.ok || !person || !('details' in person)) return refuse('person-unknown');
  const reaction = reactions.value.entries.find((each) => each.adverseEventId === adverseEventId);
  if (!reaction) return refuse('adverse-event-unknown');
  const { settings } = station;
  const now = station.now();
  const { centreName: name, centreAddress: address, centrePhone: phone, timeZone } = settings;
  const paper = {
    centre: { name, address, phone, timeZone },
    details: person.details,
    reaction,
    madeAt: now,
  };
  const title = language === 'de' ? 'verdachtsmeldung' : 'adverse-event-report';
  return accept({
    fileName: `${title}-${plainDateAt(now, settings.timeZone)}.pdf`,
    mediaType: 'application/pdf',
    bytes: await station.pdf.make({ kind: 'adverse-event', paper, language }),
  });
}
