import type { KeyTarget } from '../../domain/scan/wedge/wedge-machine.ts';

/** A field with text that a scan must not change, and how it was before the scan's first key. */
export interface FieldSnapshot {
  readonly element: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  readonly value: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** Where a key pressed there would go. */
export function keyTargetOf(target: EventTarget | null): KeyTarget {
  const element = target instanceof Element ? target : document.activeElement;
  if (element instanceof HTMLSelectElement) return 'parts';
  if (!isField(element)) return 'page';
  return element.type in emptyingValues ? 'parts' : 'text';
}

/** The focused field as it is now; undefined where the focus is not in a field (a button, the page). */
export function snapshotFocusedField(target: EventTarget | null): FieldSnapshot | undefined {
  const element = target instanceof Element ? target : document.activeElement;
  if (element instanceof HTMLSelectElement) return { element, value: element.value, start: null, end: null };
  if (!isField(element)) return undefined;
  const { value, selectionStart, selectionEnd } = element;
  return { element, value, start: selectionStart, end: selectionEnd };
}

/** Puts the field back, so that neither the person nor the form's state ever keeps a scanned character. */
export function restoreField({ element, value, start, end }: FieldSnapshot): void {
  const emptying = value === '' ? emptyingValues[element.type] : undefined;
  if (element.value !== value || emptying !== undefined) {
    // Half a date has no value: only from a whole one the browser goes back to empty.
    if (emptying !== undefined) setValue(element, emptying);
    setValue(element, value);
    const type = element instanceof HTMLSelectElement ? 'change' : 'input';
    element.dispatchEvent(new Event(type, { bubbles: true }));
  }
  if (!(element instanceof HTMLSelectElement) && start !== null) element.setSelectionRange(start, end);
}

/** Types text where the focus is, as if the keys had gone through. Answers false where nothing takes text. */
export function insertText(text: string): boolean {
  const element = document.activeElement;
  if (!isField(element) || element.type in emptyingValues) return false;
  // The only way in that keeps the undo history and fires what a key would fire.
  if (document.execCommand?.('insertText', false, text)) return true;
  const start = element.selectionStart ?? element.value.length;
  const end = element.selectionEnd ?? start;
  setValue(element, element.value.slice(0, start) + text + element.value.slice(end));
  element.dispatchEvent(new InputEvent('input', { bubbles: true, data: text, inputType: 'insertText' }));
  return true;
}

/** Fields that the browser fills part by part, with any whole value of theirs. */
const emptyingValues: Readonly<Record<string, string>> = {
  date: '2000-01-01',
  month: '2000-01',
  week: '2000-W01',
  time: '00:00',
  'datetime-local': '2000-01-01T00:00',
};

const textTypes = new Set(['text', 'search', 'tel', 'url', 'email', 'password', 'number', '']);

function isField(element: Element | null): element is HTMLInputElement | HTMLTextAreaElement {
  if (element instanceof HTMLTextAreaElement) return !element.readOnly && !element.disabled;
  if (!(element instanceof HTMLInputElement) || element.readOnly || element.disabled) return false;
  return textTypes.has(element.type) || element.type in emptyingValues;
}

/** Past React's own setter, which would otherwise take the change for one of its own and stay silent. */
function setValue(element: FieldSnapshot['element'], value: string): void {
  const prototype = Object.getPrototypeOf(element) as object;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(element, value);
}
