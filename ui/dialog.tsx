import { Modal, type ModalProps } from '@mantine/core';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { DialogContext, useOpenDialog } from './open-dialogs.ts';

/**
 * Every dialog of the station. The first field has the focus and not the cross, it stays in the dialog whatever
 * goes from it, and at the end it is where it was before. Esc closes the topmost alone.
 */
export function Dialog({ children, closeOnEscape = true, ...props }: ModalProps) {
  useFocusBack(props.opened);
  const id = useOpenDialog(props.opened, closeOnEscape, props.onClose);
  return (
    <Modal {...props} closeOnEscape={false}>
      <DialogContext value={id}>
        <FirstFocus>{children}</FirstFocus>
      </DialogContext>
    </Modal>
  );
}

const canTakeFocus =
  ':is(input, select, textarea, button, a[href], [tabindex="0"]):not(:disabled, [tabindex="-1"])';

/** A dialog that ends above this one gives its focus back first. */
const LAST_MS = 20;

function FirstFocus({ children }: { children: ReactNode }) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = content.current;
    if (!element) return;
    let hasFirst = markFirst(element) !== undefined;
    const place = () => {
      const now = focused();
      const isOnCross = now.closest('.mantine-Modal-close') !== null;
      if (now !== document.body && (hasFirst || !isOnCross)) return;
      const first = markFirst(element);
      first?.focus({ preventScroll: true });
      hasFirst = first !== undefined;
    };
    // What is asked for first comes later, and a step of a dialog may take away what had the focus.
    let timer: ReturnType<typeof setTimeout>;
    const changes = new MutationObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(place, LAST_MS);
    });
    changes.observe(element, { childList: true, subtree: true });
    return () => {
      clearTimeout(timer);
      changes.disconnect();
    };
  }, []);
  // In the tree of components a dialog may stand in the form of what opened it: what is sent here is not sent there.
  return (
    <div ref={content} onSubmit={(event) => event.stopPropagation()}>
      {children}
    </div>
  );
}

/** Mantine focuses what is marked, and the cross where nothing is. */
function markFirst(content: Element): HTMLElement | undefined {
  const first =
    content.querySelector<HTMLElement>('[data-autofocus]:not(:disabled)') ??
    content.querySelector<HTMLElement>(canTakeFocus);
  first?.setAttribute('data-autofocus', 'true');
  return first ?? undefined;
}

/** Gives the focus back to what opened the dialog, or to the nearest that is left of what was around it. */
function useFocusBack(isOpen: boolean): void {
  // Read while nothing in the dialog has taken the focus yet.
  const [openedBy, setOpenedBy] = useState(isOpen ? focused : undefined);
  if (isOpen !== (openedBy !== undefined)) setOpenedBy(isOpen ? focused() : undefined);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(timer.current);
    if (!openedBy) return;
    const around = ancestorsOf(openedBy);
    return () => {
      timer.current = setTimeout(() => {
        if (focused() === document.body) focusNearest(openedBy, around);
      });
    };
  }, [openedBy]);
}

function focused(): Element {
  return document.activeElement ?? document.body;
}

function ancestorsOf(element: Element): readonly Element[] {
  const found: Element[] = [];
  for (let at = element.parentElement; at && !at.matches('main, body, html'); at = at.parentElement)
    found.push(at);
  return found;
}

function focusNearest(openedBy: Element, around: readonly Element[]): void {
  if (openedBy instanceof HTMLElement) openedBy.focus({ preventScroll: true });
  if (focused() !== document.body) return;
  const screen = [...document.querySelectorAll('main')].filter((main) => !main.closest('[hidden]'));
  for (const place of [...around.filter((each) => each.isConnected), ...screen]) {
    const next = place.querySelector<HTMLElement>(canTakeFocus);
    if (!next) continue;
    next.focus({ preventScroll: true });
    return;
  }
}
