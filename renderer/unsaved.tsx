import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';

interface Unsaved {
  /** Says that something is entered and not saved, until the answer is called. */
  hold(): () => void;
  /** Does it, at once or after somebody agreed that what is not saved is lost. */
  leaveFor(then: () => void): void;
  /** What waits for the answer. */
  readonly question: { leave(): void; stay(): void } | undefined;
}

const nothingHeld: Unsaved = {
  hold: () => () => undefined,
  leaveFor: (then) => then(),
  question: undefined,
};
const UnsavedContext = createContext<Unsaved>(nothingHeld);

/** What is entered at this window and not saved yet: a scan asks before it takes it away. */
export function UnsavedProvider({ children }: { children: ReactNode }) {
  const holds = useRef(new Set<symbol>());
  const [waiting, setWaiting] = useState<() => void>();
  const hold = useCallback(() => {
    const mark = Symbol('unsaved');
    holds.current.add(mark);
    return () => void holds.current.delete(mark);
  }, []);
  const leaveFor = useCallback((then: () => void) => {
    if (holds.current.size === 0) then();
    else setWaiting(() => then);
  }, []);
  const unsaved = useMemo<Unsaved>(() => {
    const answered = (then?: () => void) => {
      setWaiting(undefined);
      then?.();
    };
    const question = waiting && { leave: () => answered(waiting), stay: () => answered() };
    return { hold, leaveFor, question };
  }, [hold, leaveFor, waiting]);
  return <UnsavedContext value={unsaved}>{children}</UnsavedContext>;
}

export function useUnsaved(): Unsaved {
  return useContext(UnsavedContext);
}

/** Holds what a form has as long as it is there and something was entered. */
export function useHoldUnsaved(isEntered: boolean): void {
  const { hold } = useUnsaved();
  useEffect(() => (isEntered ? hold() : undefined), [isEntered, hold]);
}
