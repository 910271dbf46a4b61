import './decision-panel.css';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconHandStop } from '@tabler/icons-react';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DecisionView, ShownPass } from '../../../contracts/ipc/desk-contract.ts';
import { KeyHint } from '../../../ui/key-hint.tsx';
import { VaccineSelect } from '../../components/vaccine-select.tsx';
import { useFormats } from '../../i18n/use-formats.ts';
import type { ArrivalActions } from './use-arrival-actions.ts';

const icons = { green: IconCircleCheck, amber: IconAlertTriangle, red: IconHandStop };

interface DecisionProps {
  readonly decision: DecisionView;
  readonly shownPass?: ShownPass;
  readonly scanner?: string;
  readonly actions: ArrivalActions;
  onSearch(): void;
  onFurtherDose(): void;
}

/** The light, one sentence and the next step under one key. The light is colour, icon and word at once. */
export function DecisionPanel({
  decision,
  shownPass,
  scanner,
  actions,
  onSearch,
  onFurtherDose,
}: DecisionProps) {
  const { t, i18n } = useTranslation();
  const Icon = icons[decision.light];
  return (
    <div
      className="desk-decision"
      data-light={decision.light}
      data-reason={decision.reason}
      data-testid="decision"
    >
      <Icon size={44} stroke={2} aria-hidden />
      <div>
        <h2>{t(`light.${decision.light}`)}</h2>
        <p>{i18n.language === 'en' ? decision.sentence.en : decision.sentence.de}</p>
        {shownPass && <ShownPassNote {...shownPass} />}
        {scanner !== undefined && (
          <p className="desk-decision-note">{t('scanners.scannedWith', { name: scanner })}</p>
        )}
      </div>
      {decision.action === 'check-in' && decision.light !== 'green' && <VaccineChoice actions={actions} />}
      <NextButton decision={decision} actions={actions} onSearch={onSearch} onFurtherDose={onFurtherDose} />
    </div>
  );
}

/** A picture of somebody else's pass shows by when it was here before, and by how old it is. */
function ShownPassNote({ lastScannedAt, outdatedDoseCount, isFromBeforeJoining }: ShownPass) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <>
      {outdatedDoseCount !== undefined && (
        <p data-testid="pass-outdated">{t('scan.outdated', { count: outdatedDoseCount })}</p>
      )}
      {isFromBeforeJoining && <p data-testid="pass-from-before">{t('scan.fromBeforeJoining')}</p>}
      {lastScannedAt !== undefined && (
        <p className="desk-decision-note" data-testid="last-scan">
          {t('scan.lastScan', { moment: formats.moment(lastScannedAt) })}
        </p>
      )}
    </>
  );
}

/** Somebody without a date for today says which vaccine they came for. */
function VaccineChoice({ actions: { vaccine, canReceive } }: { actions: ArrivalActions }) {
  if (!canReceive) return null;
  return <VaccineSelect vaccines={vaccine.choice} value={vaccine.chosen} onChange={vaccine.choose} />;
}

/** What the step under F8 is called; undefined where there is none. */
function labelOf({ action, light, reason }: DecisionView, { canGiveDoses, canReceive }: ArrivalActions) {
  if (!canReceive) return undefined;
  const isSure = light === 'green';
  switch (action) {
    case 'check-in':
      if (isSure) return 'action.checkIn';
      if (reason === 'minor') return 'action.checkInMinor';
      if (reason === 'wrong-centre') return 'action.takeOver';
      return isWalkIn(reason) ? 'action.walkIn' : 'action.checkInAnyway';
    case 'record-dose':
      if (!canGiveDoses) return 'action.sendOn';
      // Nothing is recorded yet: what there is against it stands where it is confirmed.
      return 'action.recordDose';
    case 'count-history':
      return reason === 'certificate-fits' ? 'certificate.count' : 'certificate.countAnyway';
    default:
      return undefined;
  }
}

/**
 * One button for each kind of step, kept from decision to decision: to take the focused one away and focus another
 * makes the window lay itself out twice before it shows the decision.
 */
function NextButton({ decision, actions, onSearch, onFurtherDose }: DecisionProps) {
  const { t } = useTranslation();
  const label = labelOf(decision, actions);
  const button = useFocusOfEach(decision);
  const pressed = usePressFor(decision);
  const isSure = decision.light === 'green';
  if (label) {
    return (
      <Button
        key="next"
        ref={button}
        size="xl"
        variant={isSure ? 'filled' : 'outline'}
        loading={actions.isBusy}
        {...pressed(actions.takeNext)}
        data-testid="next-action"
      >
        {t(label)}
        <KeyHint name="F8" />
      </Button>
    );
  }
  // No key of its own and no focus: nobody comes to a second dose on one day by going on.
  if (decision.reason === 'dose-already-today' && actions.canGiveDoses)
    return (
      <Button key="further" size="sm" variant="subtle" onClick={onFurtherDose} data-testid="further-dose">
        {t('action.furtherDose')}
      </Button>
    );
  if (decision.action !== 'search') return null;
  return (
    <Button
      key="search"
      ref={button}
      size="lg"
      variant="outline"
      {...pressed(onSearch)}
      data-testid="next-action"
    >
      {t('action.search')}
      <KeyHint name="Esc" />
    </Button>
  );
}

/** With each decision the next step gets the focus, so that Enter takes it; a scanner's own Enter never reaches it. */
function useFocusOfEach(decision: DecisionView) {
  const button = useRef<HTMLButtonElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each decision
  useLayoutEffect(() => button.current?.focus(), [decision]);
  return button;
}

/** A press that began while somebody else was decided about takes no step for this person. */
function usePressFor(decision: DecisionView) {
  const began = useRef<DecisionView>(undefined);
  const begin = () => {
    began.current = decision;
  };
  return (act: () => void) => ({
    onPointerDown: begin,
    onKeyDown: begin,
    onClick: () => {
      const isForThis = began.current === undefined || began.current === decision;
      began.current = undefined;
      if (isForThis) act();
    },
  });
}

/** Another day, or no date at all: checking in takes them in now. */
function isWalkIn(reason: string): boolean {
  return reason === 'wrong-day' || reason === 'no-appointment';
}
