import { useTranslation } from 'react-i18next';
import type { BoardEntry } from '../../../contracts/ipc/board-contract.ts';
import type { Instant } from '../../../domain/kernel/instant.ts';
import { observationEndsAt } from '../../../domain/vaccination/observation.ts';
import { useNow } from './use-now.ts';

/** Says how many may go, as soon as one more may. */
export function MayGo({ entries, now: asked }: { entries: readonly BoardEntry[]; now: Instant }) {
  const { t } = useTranslation();
  const now = useNow(asked);
  const count = entries.filter(
    ({ visit }) => visit?.observation && !visit.isHeld && observationEndsAt(visit.observation) <= now,
  ).length;
  return (
    <p className="board-may-go" role="status" data-testid="may-go">
      {count > 0 && t('board.mayGo', { count })}
    </p>
  );
}
