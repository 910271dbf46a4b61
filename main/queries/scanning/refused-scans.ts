import type { ChannelOutput } from '../../../contracts/ipc/station-contract.ts';
import { addMinutes } from '../../../domain/kernel/instant.ts';
import { scanRefusalTexts } from '../../../domain/scan/scan-refusal-texts.ts';
import { adviceSentence, scannerAdvice } from '../../../domain/scan/scanner-advice.ts';
import type { Reads } from '../../context.ts';
import { refusedScans as refusedRows } from '../../store/tables/scanning/scans.ts';

const MOST_SHOWN = 20;
const LATELY_MINUTES = 120;

/** The last codes that led to nobody, and what those of the last two hours say about the scanners. */
export function refusedScans({ db, now }: Pick<Reads, 'db' | 'now'>): ChannelOutput<'scanning.refused'> {
  const rows = refusedRows(db, MOST_SHOWN);
  const since = addMinutes(now(), -LATELY_MINUTES);
  const lately = rows.filter((row) => row.scanned_at >= since);
  return {
    scans: rows.map((row) => ({
      scannedAt: row.scanned_at,
      via: row.via as ChannelOutput<'scanning.refused'>['scans'][number]['via'],
      refusal: row.refusal,
      words: scanRefusalTexts(row.refusal),
      length: row.length,
      symbology: row.symbology ?? undefined,
      scanner: row.scanner ?? undefined,
    })),
    advice: scannerAdvice(lately).map(adviceSentence),
  };
}
