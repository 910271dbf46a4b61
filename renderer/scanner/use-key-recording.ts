import { useEffectEvent, useLayoutEffect } from 'react';
import type { KeyRecord } from '../../domain/scan/wedge/key-record.ts';
import { recordOf } from './key-record-of.ts';

/** So long after the last key a recording is complete: longer than the slowest scanner pauses. */
const quietMs = 700;
/** Keys this close behind a character belong to a scanner, even Tab and Enter. */
const togetherMs = 150;

/**
 * Records everything a scanner types, at whatever speed, and hands it over once it is quiet. Keys that work the
 * page (Tab, Enter, Escape by themselves) go through.
 */
export function useKeyRecording({
  enabled,
  onRecording,
}: {
  readonly enabled: boolean;
  onRecording(records: readonly KeyRecord[]): void;
}): void {
  const take = useEffectEvent(onRecording);
  useLayoutEffect(() => (enabled ? recordKeys((records) => take(records)) : undefined), [enabled]);
}

function recordKeys(onRecording: (records: readonly KeyRecord[]) => void): () => void {
  let records: KeyRecord[] = [];
  let lastAt = Number.NEGATIVE_INFINITY;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const finish = () => {
    const complete = records;
    records = [];
    onRecording(complete);
  };
  const onKey = (event: KeyboardEvent) => {
    const isTyped = event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey;
    const isTogether = event.timeStamp - lastAt <= togetherMs;
    if (!isTyped && !isTogether && !isAltDigit(event)) return;
    if (event.type === 'keydown') lastAt = event.timeStamp;
    event.preventDefault();
    event.stopImmediatePropagation();
    records.push(recordOf(event));
    clearTimeout(timer);
    timer = setTimeout(finish, quietMs);
  };
  window.addEventListener('keydown', onKey, { capture: true });
  window.addEventListener('keyup', onKey, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKey, { capture: true });
    window.removeEventListener('keyup', onKey, { capture: true });
  };
}

/** ALT mode begins with Alt and a digit of the keypad, whatever Num Lock makes of it. */
function isAltDigit(event: KeyboardEvent): boolean {
  return event.altKey && (event.key === 'Alt' || event.code.startsWith('Numpad'));
}
