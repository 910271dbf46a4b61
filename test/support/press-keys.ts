import { act } from '@testing-library/react';
import { vi } from 'vitest';
import type { KeyRecord } from '../../domain/scan/wedge/key-record.ts';

/**
 * Presses keys in the page as Chromium does, with the test's clock: a key-down that nobody prevents types into
 * the focused field, Enter presses the focused button.
 */
export function pressKeys(records: readonly KeyRecord[], quietMs = 500): void {
  act(() => {
    for (const record of records) press(record);
    vi.advanceTimersByTime(quietMs);
  });
}

function press(record: KeyRecord): void {
  const waitMs = record.timeStamp - performance.now();
  if (waitMs > 0) vi.advanceTimersByTime(waitMs);
  const event = new KeyboardEvent(record.type ?? 'keydown', { ...record, bubbles: true, cancelable: true });
  Object.defineProperty(event, 'timeStamp', { value: record.timeStamp });
  const target = document.activeElement ?? document.body;
  if (!target.dispatchEvent(event) || event.type !== 'keydown') return;
  if (target instanceof HTMLInputElement && record.key.length === 1) typeInto(target, record.key);
  if (target instanceof HTMLButtonElement && record.key === 'Enter') target.click();
}

function typeInto(input: HTMLInputElement, text: string): void {
  // A date takes no text: its parts fill one by one, which no value shows.
  if (input.selectionStart === null) return;
  const at = input.selectionStart ?? input.value.length;
  const value = input.value.slice(0, at) + text + input.value.slice(input.selectionEnd ?? at);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
  input.setSelectionRange(at + text.length, at + text.length);
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
