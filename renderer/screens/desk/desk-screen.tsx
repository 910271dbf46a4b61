import './desk-screen.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { PersonCard } from '../../../contracts/ipc/person-card.ts';
import { goTo } from '../../../ui/go-to.ts';
import { useShortcut } from '../../../ui/use-shortcut.ts';
import { useNavigation } from '../../navigation.tsx';
import { useScans } from '../../scanner/use-scans.ts';
import { LightSignal } from '../../signals/light-signal.tsx';
import { useUnsaved } from '../../unsaved.tsx';
import { CandidateList } from './candidate-list.tsx';
import { CertificatePanel } from './certificate-panel.tsx';
import { DecisionPanel } from './decision-panel.tsx';
import { DonePanel, toSettle } from './done-panel.tsx';
import { IdlePanel } from './idle-panel.tsx';
import { OtherPassDialog } from './other-pass-dialog.tsx';
import { PersonArea } from './person-area.tsx';
import { RefusalLine } from './refusal-line.tsx';
import { RegisterTyped } from './register-typed.tsx';
import { ScanField } from './scan-field.tsx';
import { TodayList } from './today-list.tsx';
import { useArrivalActions } from './use-arrival-actions.ts';
import { useDecidedAnew } from './use-decided-anew.ts';
import { type DeskState, useDesk } from './use-desk.ts';
import { useKeepDraftDose } from './use-draft-dose.ts';
import { usePersonCard } from './use-person-card.ts';
import { useRecentPeople } from './use-recent-people.ts';
import { useTypedLetters } from './use-typed-letters.ts';

/** The desk's one job: scan or search, decide, check in, record the dose. A scan brings it to the front. */
export function DeskScreen({ hearsScanner, isCurrent }: { hearsScanner: boolean; isCurrent: boolean }) {
  const desk = useDesk();
  const { place, go } = useNavigation();
  const { state } = desk;
  const searchField = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [isLooking, setLooking] = useState(false);
  const card = usePersonCard(state.evaluation?.card);
  const recent = useRecentPeople(state.evaluation?.card?.person);
  const actions = useArrivalActions(desk, card);
  const isOutdated = useDecidedAnew(desk, card, actions.isBusy);
  useKeepDraftDose(desk, actions);
  const clear = useCallback(() => {
    desk.clear();
    goTo(searchField.current);
  }, [desk.clear]);

  const { leaveFor } = useUnsaved();
  useScans(
    (scan) =>
      leaveFor(() => {
        if (!isCurrent) go({ screen: 'desk' });
        void desk.scan(scan);
      }),
    hearsScanner,
  );
  useEffect(() => {
    if (place.screen === 'desk' && place.personId) void desk.open(place.personId);
  }, [place, desk.open]);
  // What had the focus goes with the step that was taken: the next name can be typed at once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each step
  useEffect(() => {
    const isLost = document.activeElement === document.body && !document.querySelector('[aria-modal="true"]');
    if (isCurrent && isLost) goTo(searchField.current);
  }, [isCurrent, state.step, state.done, state.evaluation]);
  // Whoever comes back from another area went there by its button, on which letters would fall on nothing.
  const isIdle = state.step === 'idle';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each coming back
  useEffect(() => {
    if (isCurrent && isIdle) goTo(searchField.current);
  }, [isCurrent]);
  const isNextOffered = state.step === 'decided' || state.step === 'done';
  useTypedLetters(searchField, isCurrent && state.step !== 'dose');
  useShortcut('F3', () => goTo(searchField.current), isCurrent);
  useShortcut('F4', () => list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(), isCurrent);
  useShortcut('F8', actions.takeNext, isCurrent && isNextOffered && !isOutdated);
  useShortcut('Escape', () => (state.step === 'dose' ? desk.leaveDose() : clear()), isCurrent);

  const signal = signalOf(state, card, isOutdated);
  return (
    <div className="desk" hidden={!isCurrent}>
      {isCurrent && signal && <LightSignal {...signal} />}
      <main className="desk-main">
        <ScanField desk={desk} inputRef={searchField} isCurrent={isCurrent} onLooking={setLooking} />
        <section className="desk-live" data-step={state.step} aria-live="polite">
          {state.step === 'idle' && !state.failed && (
            <IdlePanel done={state.done} recent={recent} onOpen={desk.open} />
          )}
          {state.evaluation && state.step === 'decided' && !isOutdated && (
            <DecisionPanel
              decision={state.evaluation.decision}
              shownPass={state.evaluation.shownPass}
              scanner={state.scanner}
              actions={actions}
              onSearch={clear}
              onFurtherDose={desk.startDose}
            />
          )}
          {state.done && state.done.kind !== 'sent-on' && state.step === 'done' && card && (
            <DonePanel done={state.done} card={card} actions={actions} isCurrent={isCurrent} />
          )}
        </section>
        {state.failed && <RefusalLine failed={state.failed} card={card} actions={actions} />}
        {state.evaluation?.certificate && state.step === 'decided' && (
          <CertificatePanel certificate={state.evaluation.certificate} />
        )}
        {state.evaluation?.candidates && (
          <CandidateList candidates={state.evaluation.candidates} onOpen={desk.open} isCurrent={isCurrent} />
        )}
        {state.step === 'decided' && <RegisterTyped state={state} />}
        {card && state.step === 'dose' && state.otherPass?.card && (
          <OtherPassDialog
            open={card.person}
            scanned={state.otherPass.card.person}
            onChange={desk.changeOver}
            onStay={desk.forgetScan}
          />
        )}
        {card && <PersonArea card={card} desk={desk} actions={actions} isCurrent={isCurrent} />}
      </main>
      <TodayList listRef={list} current={isLooking ? undefined : card?.person.personId} onOpen={desk.open} />
    </div>
  );
}

/** The light that is on now, and what makes it a new one. */
function signalOf({ step, evaluation, done }: DeskState, card: PersonCard | undefined, isOutdated: boolean) {
  if (step === 'done' && done) {
    const isOpen = card !== undefined && toSettle(done, card).length > 0;
    return { light: isOpen ? 'amber' : 'green', of: done } as const;
  }
  const decision = step === 'decided' && !isOutdated ? evaluation?.decision : undefined;
  return decision && { light: decision.light, of: decision };
}
