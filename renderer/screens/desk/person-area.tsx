import { useState } from 'react';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { HandOverButton } from '../handover/hand-over-button.tsx';
import { DoseForm } from './dose-form.tsx';
import { PassBar } from './pass-bar.tsx';
import { PassPanel } from './pass-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import type { ArrivalActions } from './use-arrival-actions.ts';
import type { Desk } from './use-desk.ts';

/** Who stands at the desk, or their dose; the pass beside it once it was opened: F6 opens and then turns it. */
export function PersonArea({
  card,
  desk,
  actions,
  isCurrent,
}: {
  card: PersonCard;
  desk: Desk;
  actions: ArrivalActions;
  isCurrent: boolean;
}) {
  const { personId } = card.person;
  const { step } = desk.state;
  const [opened, setOpened] = useState<{ readonly personId: string; readonly side: 'front' | 'back' }>();
  const side = opened?.personId === personId && card.pass ? opened.side : undefined;
  const turn = () => setOpened({ personId, side: side === 'front' ? 'back' : 'front' });
  useShortcut('F6', turn, isCurrent);
  const bar = (
    <PassBar
      card={card}
      isShown={side !== undefined}
      onToggle={() => setOpened(side ? undefined : { personId, side: 'front' })}
    >
      {/* Once something was done, it stands beside what is said of that. */}
      {step !== 'done' && (
        <HandOverButton
          card={card}
          hasKey={isCurrent}
          isAnew={desk.state.evaluation?.shownPass?.isFromBeforeJoining === true}
        />
      )}
    </PassBar>
  );
  return (
    <div className="desk-person" data-pass={side}>
      {step === 'dose' ? (
        // Whatever is asked before the dose, the pass stays at hand.
        <div className="desk-dose">
          {bar}
          <DoseForm card={card} desk={desk} actions={actions} />
        </div>
      ) : (
        <PersonPanel card={card} desk={desk} isCurrent={isCurrent} bar={bar} />
      )}
      {side && <PassPanel card={card} side={side} onTurn={turn} />}
    </div>
  );
}
