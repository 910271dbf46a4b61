import { scannerKeys } from './scanner-keys.ts';

/** The keys of a scan, as a scanner types them into the window. */
export function scanByWedge(code: string): void {
  for (const record of scannerKeys(code, { startAt: performance.now() })) {
    const event = new KeyboardEvent(record.type ?? 'keydown', { ...record, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: record.timeStamp });
    (document.activeElement ?? document.body).dispatchEvent(event);
  }
}
