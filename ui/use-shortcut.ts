import { useEffectEvent, useLayoutEffect } from 'react';
import { useOwnDialog } from './open-dialogs.ts';

/** Keys that were pressed while a dialog was open. By the time a shortcut hears of one, the dialog may be closed by it. */
const overDialog = new WeakSet<Event>();
window.addEventListener(
  'keydown',
  (event) => {
    if (document.querySelector('[role="dialog"][aria-modal="true"]')) overDialog.add(event);
  },
  { capture: true },
);

/**
 * Runs on that key anywhere in the window; never while it repeats, and not with Ctrl, Alt or Meta held. While a dialog
 * is open the keys are the topmost dialog's, and what lies below must not act unseen, unless it `reachesOverDialogs`.
 */
export function useShortcut(
  key: string,
  run: () => void,
  isEnabled = true,
  reachesOverDialogs = false,
): void {
  const isOfOwnDialog = useOwnDialog();
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== key || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
    const isReached = isOfOwnDialog ? isOfOwnDialog(event) : !overDialog.has(event);
    if (event.defaultPrevented || !(reachesOverDialogs || isReached)) return;
    event.preventDefault();
    run();
  });
  // Before the screen is painted: whoever sees what a key does next may press it at once.
  useLayoutEffect(() => {
    if (!isEnabled) return;
    const onKeyDown = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isEnabled]);
}
