import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  type RefObject,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { SessionView } from '../../contracts/ipc/staff-contract.ts';
import { stationQueryKey, useServiceState, useStation, useStationQuery } from '../station-context.tsx';

export type SignedIn = NonNullable<SessionView['signedIn']>;

interface Session {
  /** What the service last said of this window; undefined until it first answered. */
  readonly view: SessionView | undefined;
  /** Whose window this is; nobody's while it is locked. */
  readonly signedIn: SignedIn | undefined;
  /**
   * Who was here before the lock, the latest first: most often they come back, or one of the colleagues they share the
   * window with. In memory alone: a window that was opened anew knows nobody.
   */
  readonly lastStaffIds: readonly string[];
  /** Why the window closed by itself: the service had to start again, or nobody touched it for the centre's time. */
  readonly closedBy: 'service' | 'idle' | undefined;
  /** When somebody last did something at this window. */
  readonly lastInputAt: RefObject<number>;
  touch(): void;
  /** After somebody proved who they are; a recovery code that comes with it is shown until it was written down. */
  enter(view: SessionView, recoveryCode?: string): void;
  readonly recoveryCode: string | undefined;
  codeWritten(): void;
  /** Closes the window to everybody at once, whether the service answers or not. */
  lock(): void;
  /** The same without anybody having asked for it. */
  lockIdle(): void;
}

/** As many as change places at one window, and as there are keys for on the sign-in screen. */
const MOST_LAST = 4;

const SessionContext = createContext<Session | undefined>(undefined);
const topics = ['staff'] as const;
const sessionKey = stationQueryKey('staff.session', {}, topics);

/** Whose window this is. The service decides it anew with every question; this only shows what it said. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const station = useStation();
  const queries = useQueryClient();
  const { data } = useStationQuery('staff.session', {}, topics);
  const [view, setView] = useState<SessionView>();
  const [isLocked, setLocked] = useState(false);
  const [lastStaffIds, setLastStaffIds] = useState<readonly string[]>([]);
  const [closedBy, setClosedBy] = useState<Session['closedBy']>();
  // A service that is just starting answers nothing yet: until it does, the window stays as it was.
  useEffect(() => {
    if (!data?.ok) return;
    setView(data.value);
    if (data.value.signedIn) setClosedBy(undefined);
  }, [data]);
  // Whoever has a code to write down is nowhere else yet, whatever the service says meanwhile.
  const [recoveryCode, setRecoveryCode] = useState<string>();
  // The service knows nobody after it started again: whoever was here is told why they are asked for the PIN.
  const { kind: service } = useServiceState();
  const isSomebodyHere = !isLocked && view?.signedIn !== undefined;
  useEffect(() => {
    if (service === 'down' && isSomebodyHere) setClosedBy('service');
  }, [service, isSomebodyHere]);
  const signedIn = isLocked || recoveryCode !== undefined ? undefined : view?.signedIn;
  useEffect(() => {
    if (!signedIn) return;
    const { staffId } = signedIn;
    setLastStaffIds((before) => [staffId, ...before.filter((id) => id !== staffId)].slice(0, MOST_LAST));
  }, [signedIn]);

  const enter = useCallback(
    (entered: SessionView, code?: string) => {
      queries.setQueryData(sessionKey, { ok: true, value: entered });
      setView(entered);
      setRecoveryCode(code);
      setLocked(false);
      setClosedBy(undefined);
    },
    [queries],
  );
  const close = useCallback(
    (by: Session['closedBy']) => {
      setLocked(true);
      setClosedBy(by);
      void station.ask('staff.sign-out', {}).then((answer) => {
        if (answer.ok) queries.setQueryData(sessionKey, answer);
      });
    },
    [station, queries],
  );
  const lock = useCallback(() => close(undefined), [close]);
  const lockIdle = useCallback(() => close('idle'), [close]);
  const lastInputAt = useRef(0);
  const touch = useCallback(() => {
    lastInputAt.current = Date.now();
  }, []);
  const codeWritten = useCallback(() => setRecoveryCode(undefined), []);
  const session = useMemo(
    () => ({
      view,
      signedIn,
      lastStaffIds,
      closedBy,
      lastInputAt,
      recoveryCode,
      touch,
      enter,
      codeWritten,
      lock,
      lockIdle,
    }),
    [view, signedIn, lastStaffIds, closedBy, recoveryCode, touch, enter, codeWritten, lock, lockIdle],
  );
  return <SessionContext value={session}>{children}</SessionContext>;
}

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('a screen stands outside of SessionProvider');
  return session;
}
