import { createContext, type ReactNode, useContext, useMemo, useRef } from 'react';
import type { Judgement } from '../../../contracts/ipc/desk-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';

export type DoseEntry = Pick<
  ChannelInput<'desk.record-dose'>,
  'ordinal' | 'lot' | 'expiresOn' | 'productCode' | 'site'
>;

/** A dose that was being entered when the window locked or the service started again. */
export interface KeptDose {
  readonly staffId: string;
  readonly keptAt: number;
  readonly judgement: Judgement;
  readonly via: 'pass' | 'search';
  readonly entry: DoseEntry;
  /** Of a save that may have been on its way: sent again under the same id, it has one effect. */
  readonly requestId: string;
  readonly accepted: readonly string[];
}

/** Longer than this, the person has most likely left the chair. */
const KEPT_MS = 10 * 60_000;

interface Keeper {
  keep(dose: KeptDose | undefined): void;
  /** What this person was entering shortly before; what somebody else entered is forgotten for good. */
  keptFor(staffId: string | undefined): KeptDose | undefined;
}

const KeptDoseContext = createContext<Keeper | undefined>(undefined);

/** Above the lock, in memory only: nothing of it is on the page until the same person signed in again. */
export function KeptDoseProvider({ children }: { children: ReactNode }) {
  const kept = useRef<KeptDose>(undefined);
  const keeper = useMemo<Keeper>(
    () => ({
      keep: (dose) => {
        kept.current = dose;
      },
      keptFor: (staffId) => {
        const dose = kept.current;
        const isTheirs = dose?.staffId === staffId && Date.now() - (dose?.keptAt ?? 0) < KEPT_MS;
        if (!isTheirs) kept.current = undefined;
        return isTheirs ? dose : undefined;
      },
    }),
    [],
  );
  return <KeptDoseContext value={keeper}>{children}</KeptDoseContext>;
}

export function useKeptDose(): Keeper {
  const keeper = useContext(KeptDoseContext);
  if (!keeper) throw new Error('the desk stands outside of KeptDoseProvider');
  return keeper;
}
