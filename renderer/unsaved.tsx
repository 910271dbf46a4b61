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
import { type EnteredFields, watchFields } from './entered-fields.ts';

interface Unsaved {
  /** Does it, at once or after somebody agreed that what is not saved is lost: of all fields, or of those below an element. */
  leaveFor(then: () => void, below?: Element): void;
  /** Says that what stands below this element was saved, where it stays on the screen. */
  saved(element: Element): void;
  /** What waits for the answer. */
  readonly question: { leave(): void; stay(): void } | undefined;
}

const nothingEntered: Unsaved = {
  leaveFor: (then) => then(),
  saved: () => undefined,
  question: undefined,
};
const UnsavedContext = createContext<Unsaved>(nothingEntered);

/** What is entered at this window and not saved yet, in whatever field: a scan asks before it takes it away. */
export function UnsavedProvider({ children }: { children: ReactNode }) {
  const fields = useRef<EnteredFields>(undefined);
  const [waiting, setWaiting] = useState<{ readonly then: () => void; readonly below?: Element }>();
  useEffect(() => {
    const watched = watchFields();
    fields.current = watched;
    return watched.stop;
  }, []);
  const leaveFor = useCallback((then: () => void, below?: Element) => {
    if (fields.current?.isAny(below)) setWaiting(below ? { then, below } : { then });
    else then();
  }, []);
  const saved = useCallback((element: Element) => fields.current?.saved(element), []);
  const unsaved = useMemo<Unsaved>(() => {
    const leave = () => {
      setWaiting(undefined);
      if (waiting?.below) fields.current?.saved(waiting.below);
      else fields.current?.forget();
      waiting?.then();
    };
    return { leaveFor, saved, question: waiting && { leave, stay: () => setWaiting(undefined) } };
  }, [leaveFor, saved, waiting]);
  return <UnsavedContext value={unsaved}>{children}</UnsavedContext>;
}

export function useUnsaved(): Unsaved {
  return useContext(UnsavedContext);
}
