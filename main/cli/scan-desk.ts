import { maximumScanLength } from '../../domain/scan/recognise-scan.ts';
import { previewScan } from '../commands/scanning/evaluate-scan.ts';
import { closeStation } from '../compose.ts';
import { openStation } from './open-station.ts';
import type { ScanTools } from './scan-request.ts';

/** With the decisions of a centre's desk; unlike there, no trace of the scan is kept. */
export async function withDesk(
  dir: string,
  tools: ScanTools,
  work: (tools: ScanTools) => Promise<number>,
): Promise<number> {
  const station = await openStation(dir);
  const decide: ScanTools['decide'] = (texts, via) => {
    const fitting = texts.filter((text) => text.length <= maximumScanLength);
    return previewScan(station, { texts: fitting.length > 0 ? fitting : [''], via }).decision;
  };
  try {
    return await work({ ...tools, decide });
  } finally {
    closeStation(station);
  }
}
