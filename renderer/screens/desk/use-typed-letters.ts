import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';
import { goTo } from '../../../ui/go-to.ts';
import { insertText } from '../../scanner/focused-field.ts';

/** Where letters are somebody else's: fields, and whatever opened over the window. */
const takesLetters = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

/**
 * A letter that is pressed where letters do nothing, on a button or on the page, begins the next name in the search
 * field; what was there goes. A scanner's keys never come here: they are taken out before.
 */
export function useTypedLetters(field: RefObject<HTMLInputElement | null>, isEnabled: boolean): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const { key, target, defaultPrevented, repeat, ctrlKey, altKey, metaKey } = event;
    if (defaultPrevented || repeat || ctrlKey || altKey || metaKey || !/^\p{L}$/u.test(key)) return;
    if (target instanceof Element && target.closest(takesLetters)) return;
    if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
    event.preventDefault();
    goTo(field.current);
    insertText(key);
  });
  useLayoutEffect(() => {
    if (!isEnabled) return;
    const onKeyDown = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isEnabled]);
}
