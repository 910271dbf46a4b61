import { createContext, useContext, useEffectEvent, useId, useLayoutEffect } from 'react';

/** The dialogs that are open, the topmost last. */
const open: string[] = [];

/** Which was the topmost when a key was pressed. By the time a dialog hears of the key, another may have closed by it. */
const topmostAt = new WeakMap<Event, string>();
window.addEventListener(
  'keydown',
  (event) => {
    const topmost = open.at(-1);
    if (topmost !== undefined) topmostAt.set(event, topmost);
  },
  { capture: true },
);

/** Inside a dialog: which one. */
export const DialogContext = createContext<string | undefined>(undefined);

/** Whether a key belongs to the dialog that this is in; undefined outside of every dialog. */
export function useOwnDialog(): ((event: Event) => boolean) | undefined {
  const dialog = useContext(DialogContext);
  return dialog === undefined ? undefined : (event) => topmostAt.get(event) === dialog;
}

/** Counts a dialog among the open ones, and closes it with Esc as long as no other lies above it. */
export function useOpenDialog(isOpen: boolean, closesOnEscape: boolean, onClose: () => void): string {
  const id = useId();
  useLayoutEffect(() => {
    if (!isOpen) return;
    open.push(id);
    return () => void open.splice(open.indexOf(id), 1);
  }, [isOpen, id]);
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.isComposing || topmostAt.get(event) !== id) return;
    if (closesOnEscape && !isKeptByField(event.target)) onClose();
  });
  useLayoutEffect(() => {
    if (!isOpen) return;
    const onKeyDown = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true });
  }, [isOpen]);
  return id;
}

/** An open list of choices takes Esc for itself: that is how Mantine marks its field. */
function isKeptByField(target: EventTarget | null): boolean {
  return target instanceof Element && target.getAttribute('data-mantine-stop-propagation') === 'true';
}
