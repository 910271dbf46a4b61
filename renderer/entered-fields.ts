type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface EnteredFields {
  /** Whether any field that is still there, below this element alone, holds what somebody entered and nobody saved. */
  isAny(below?: Element): boolean;
  /** What stands below this element was saved. */
  saved(element: Element): void;
  /** What was entered may go. */
  forget(): void;
  /** Listens no more. */
  stop(): void;
}

/** Of a field that the window saw change before anybody was in it. */
const unknown = Symbol('unknown');

/**
 * Knows of every field of the window whether it still holds what it held before somebody was in it. New fields are
 * known by themselves; only what stands below `data-entry="none"` is nothing that could be lost: searches, filters,
 * and the dose form, which scans fill.
 */
export function watchFields(): EnteredFields {
  const before = new Map<Field, string | typeof unknown>();
  const note = ({ target }: Event, known: (field: Field) => string | typeof unknown) => {
    if (isEntry(target) && !before.has(target)) before.set(target, known(target));
  };
  const focused = (event: Event) => note(event, contentOf);
  const changed = (event: Event) => note(event, () => unknown);
  window.addEventListener('focusin', focused, { capture: true });
  window.addEventListener('input', changed, { capture: true });
  window.addEventListener('change', changed, { capture: true });
  const forget = (isMeant: (field: Field) => boolean) => {
    for (const field of before.keys()) if (isMeant(field)) before.delete(field);
    // Whoever stays in a field goes on from what it holds now.
    const { activeElement } = document;
    if (isEntry(activeElement) && isMeant(activeElement)) before.set(activeElement, contentOf(activeElement));
  };
  return {
    isAny: (below = document.documentElement) => {
      for (const field of before.keys()) if (!field.isConnected) before.delete(field);
      return [...before].some(([field, content]) => below.contains(field) && content !== contentOf(field));
    },
    saved: (element) => forget((field) => element.contains(field)),
    forget: () => forget(() => true),
    stop: () => {
      window.removeEventListener('focusin', focused, { capture: true });
      window.removeEventListener('input', changed, { capture: true });
      window.removeEventListener('change', changed, { capture: true });
    },
  };
}

function contentOf(field: Field): string {
  if (!(field instanceof HTMLInputElement)) return field.value;
  return field.type === 'checkbox' || field.type === 'radio' ? String(field.checked) : field.value;
}

function isEntry(target: EventTarget | null): target is Field {
  const isField =
    target instanceof HTMLInputElement ||
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement;
  return isField && target.closest('[data-entry="none"]') === null;
}
