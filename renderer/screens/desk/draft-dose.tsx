import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import type { ScanEvaluation } from '../../../contracts/ipc/desk-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import type { Vial } from './read-vial.ts';

export type DoseEntry = Pick<
  ChannelInput<'desk.record-dose'>,
  | 'ordinal'
  | 'productId'
  | 'lot'
  | 'expiresOn'
  | 'productCode'
  | 'site'
  | 'consent'
  | 'indication'
  | 'observationMinutes'
  | 'vial'
>;

/** A dose that was being entered when the window locked or the service started again. */
export interface DraftDose {
  readonly staffId: string;
  readonly keptAt: number;
  readonly evaluation: ScanEvaluation;
  readonly via: 'pass' | 'search';
  readonly entry: DoseEntry;
  /** The vial whose code filled it: what that says is not to be changed. */
  readonly scanned?: Vial;
  /** Of a save that may have been on its way: sent again under the same id, it has one effect. */
  readonly requestId: string;
}

/** Longer than this, the person has most likely left the chair. */
const KEPT_MS = 10 * 60_000;

interface Keeper {
  keep(dose: DraftDose | undefined): void;
  /** What this person was entering shortly before; what somebody else entered is forgotten for good. */
  draftFor(staffId: string | undefined): DraftDose | undefined;
}

const DraftDoseContext = createContext<Keeper | undefined>(undefined);

/** Above the lock, in memory only: nothing of it is on the page until the same person signed in again. */
export function DraftDoseProvider({ children }: { children: ReactNode }) {
  const kept = useRef<DraftDose>(undefined);
  const keeper = useMemo<Keeper>(
    () => ({
      keep: (dose) => {
        kept.current = dose;
      },
      draftFor: (staffId) => {
        const dose = kept.current;
        const isTheirs = dose?.staffId === staffId && Date.now() - (dose?.keptAt ?? 0) < KEPT_MS;
        if (!isTheirs) kept.current = undefined;
        return isTheirs ? dose : undefined;
      },
    }),
    [],
  );
  return <DraftDoseContext value={keeper}>{children}</DraftDoseContext>;
}

export function useDraftDose(): Keeper {
  const keeper = useContext(DraftDoseContext);
  if (!keeper) throw new Error('the desk stands outside of DraftDoseProvider');
  return keeper;
}
