import type { ScannerSetup } from '../../domain/scan/wedge/read-wedge.ts';

const STORED = 'station-scanner';
const layouts: readonly ScannerSetup['layout'][] = ['host', 'us', 'de', 'ch-de', 'ch-fr', 'fr'];

/** How the scanner of this workstation is set, if the assistant ever found it out. */
export function storedScannerSetup(): ScannerSetup | undefined {
  const stored = parsed(localStorage.getItem(STORED) ?? '');
  if (typeof stored !== 'object' || stored === null) return undefined;
  const { layout, prefix, trailing } = stored as Partial<Record<keyof ScannerSetup, unknown>>;
  const known = layouts.find((name) => name === layout);
  if (known === undefined || typeof prefix !== 'string' || typeof trailing !== 'string') return undefined;
  return { layout: known, prefix, trailing };
}

export function storeScannerSetup({ layout, prefix, trailing }: ScannerSetup): void {
  localStorage.setItem(STORED, JSON.stringify({ layout, prefix, trailing }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
