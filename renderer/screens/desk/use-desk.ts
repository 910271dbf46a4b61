import { useCallback, useLayoutEffect, useRef, useState } from 'react';
import type { Answer } from '../../../contracts/ipc/answer.ts';
import type { ScanEvaluation } from '../../../contracts/ipc/desk-contract.ts';
import type { ChannelInput } from '../../../contracts/ipc/station-contract.ts';
import { useSession } from '../../session/session-context.tsx';
import { useStation } from '../../station-context.tsx';
import { type DoseEntry, type DraftDose, useDraftDose } from './draft-dose.tsx';
import { saysMovedOn } from './moved-on.ts';
import { readVial, type Vial } from './read-vial.ts';
import { useFreshCard } from './use-person-card.ts';

export type Failed = Extract<Answer, { ok: false }>;

/** What was finished last, said in green until the next scan. Whoever was sent on has left the desk, and the screen. */
export type Done =
  | { readonly kind: 'checked-in' }
  | { readonly kind: 'visit-ended' }
  | { readonly kind: 'sent-on'; readonly name: string }
  | { readonly kind: 'dose'; readonly ordinal: number }
  | { readonly kind: 'corrected' }
  | { readonly kind: 'voided' };

export interface DeskState {
  readonly evaluation?: ScanEvaluation;
  readonly via: 'pass' | 'search';
  /** What was scanned for this evaluation: a certificate is sent again to be counted. */
  readonly texts?: readonly string[];
  /** Which scanner read it, where it told. */
  readonly scanner?: string;
  readonly step: 'idle' | 'decided' | 'dose' | 'done';
  readonly done?: Done;
  readonly failed?: Failed;
  /** What was scanned into the open dose form: a vial, this person's own pass, or something that is neither. */
  readonly vial?: Vial | 'own-pass' | 'not-a-vial';
  /** A pass of somebody else that was scanned into the open dose form. */
  readonly otherPass?: ScanEvaluation;
  /** A dose that this person was entering before the lock. */
  readonly resumed?: DraftDose;
}

const idle: DeskState = { via: 'search', step: 'idle' };

function resumedState(kept: DraftDose | undefined): DeskState {
  if (!kept) return idle;
  return { evaluation: kept.evaluation, via: kept.via, step: 'dose', resumed: kept };
}

/** A scan into the open dose form that is no vial: somebody else's pass must not go by unseen. */
function withPass(before: DeskState, scanned: ScanEvaluation | undefined): DeskState {
  if (before.step !== 'dose') return before;
  if (!scanned) return { ...before, vial: 'not-a-vial', otherPass: undefined };
  return scanned.card?.person.personId === before.evaluation?.card?.person.personId
    ? { ...before, vial: 'own-pass', otherPass: undefined }
    : { ...before, vial: undefined, otherPass: scanned };
}

/** The new decision, unless somebody else is on the screen by now. What the scan itself told stays. */
function decidedAnew(
  before: DeskState,
  personId: string,
  answer: Answer<ScanEvaluation>,
  said: Failed | undefined,
): DeskState {
  const { evaluation, via, texts, scanner } = before;
  if (evaluation?.card?.person.personId !== personId || (before.step === 'dose' && !said)) return before;
  if (!answer.ok) return { ...idle, failed: answer };
  const { shownPass, certificate } = evaluation;
  return {
    evaluation: { ...answer.value, shownPass, certificate },
    via,
    texts,
    scanner,
    step: 'decided',
    failed: said,
  };
}

/** Where the desk stands with the person in front of it. Clearing forgets everything and loses nothing. */
export function useDesk() {
  const station = useStation();
  const { signedIn, touch } = useSession();
  const { draftFor } = useDraftDose();
  const [state, setState] = useState<DeskState>(() => resumedState(draftFor(signedIn?.staffId)));
  const entry = useRef<Pick<DraftDose, 'entry' | 'scanned'>>(undefined);
  const noteEntry = useCallback((noted: DoseEntry, scanned: Vial | undefined) => {
    entry.current = { entry: noted, ...(scanned ? { scanned } : {}) };
  }, []);
  const isRecording = useRef(false);
  const openPerson = useRef<string>(undefined);
  const lastDone = useRef<Done>(undefined);
  // Before anybody sees it: a scan that comes the moment the form opens must not push the dose away.
  useLayoutEffect(() => {
    isRecording.current = state.step === 'dose';
    // Whoever is done has gone: the next certificate is somebody else's.
    lastDone.current = state.done;
    openPerson.current = state.step === 'decided' ? state.evaluation?.card?.person.personId : undefined;
  }, [state.step, state.evaluation, state.done]);

  const showFresh = useFreshCard();
  const show = useCallback(
    (answer: Answer<ScanEvaluation>, via: DeskState['via'], scan?: ChannelInput<'desk.scan'>) => {
      if (answer.ok && answer.value.card) showFresh(answer.value.card);
      setState(
        answer.ok
          ? {
              evaluation: answer.value,
              via,
              texts: scan?.texts,
              scanner: scan?.scanner,
              step: 'decided',
            }
          : { ...idle, failed: answer },
      );
    },
    [showFresh],
  );

  const scan = useCallback(
    async (input: ChannelInput<'desk.scan'>) => {
      touch();
      // A dose that is being recorded is never pushed away by a code: a vial fills the form, the rest waits.
      if (isRecording.current && input.via !== 'typed') {
        const vial = readVial(input.texts, new Date().getFullYear());
        if (vial) return setState((before) => ({ ...before, vial, otherPass: undefined }));
        const read = await station.ask('desk.scan', input);
        const scanned = read.ok && read.value.card ? read.value : undefined;
        return setState((before) => withPass(before, scanned));
      }
      const openPersonId = openPerson.current;
      const answer = await station.ask('desk.scan', { ...input, ...(openPersonId ? { openPersonId } : {}) });
      show(answer, input.via === 'typed' ? 'search' : 'pass', input);
    },
    [station, show, touch],
  );

  const open = useCallback(
    async (personId: string) => show(await station.ask('desk.open', { personId }), 'search'),
    [station, show],
  );

  const countHistory = useCallback(
    async (requestId: string, personId: string, texts: readonly string[]) => {
      const answer = await station.ask('desk.count-history', { requestId, personId, texts: [...texts] });
      if (answer.ok && answer.value.card) showFresh(answer.value.card);
      setState((before) =>
        answer.ok
          ? { ...before, evaluation: answer.value, step: 'decided', failed: undefined }
          : { ...before, failed: answer },
      );
    },
    [station, showFresh],
  );

  const beingDecided = useRef<string>(undefined);
  /**
   * The person is no longer as they were decided about: it is decided anew. With something to say an open dose form
   * closes; without, it stays open.
   */
  const outdated = useCallback(
    async (personId: string, said?: Failed) => {
      if (beingDecided.current === personId) return;
      beingDecided.current = personId;
      const doneThen = lastDone.current;
      const answer = await station.ask('desk.open', { personId });
      beingDecided.current = undefined;
      if (answer.ok && answer.value.card) showFresh(answer.value.card);
      // What was finished meanwhile knows more than the question did: the news of it came before its answer.
      setState((before) => (before.done === doneThen ? decidedAnew(before, personId, answer, said) : before));
    },
    [station, showFresh],
  );

  /** Leaves the open dose for the person whose pass was scanned. */
  const changeOver = useCallback(
    () =>
      setState(({ otherPass }) =>
        otherPass ? { evaluation: otherPass, via: 'pass', step: 'decided' } : idle,
      ),
    [],
  );
  /** What was said about a scan goes with the next thing that is done. */
  const forgetScan = useCallback(
    () =>
      setState((before) =>
        before.vial || before.otherPass ? { ...before, vial: undefined, otherPass: undefined } : before,
      ),
    [],
  );

  const clear = useCallback(() => setState({ ...idle }), []);
  const startDose = useCallback(
    () =>
      setState((before) => ({
        ...before,
        step: 'dose',
        failed: undefined,
        vial: undefined,
        resumed: undefined,
      })),
    [],
  );
  /** Back to where the dose was begun from: what was done before it stays done. */
  const leaveDose = useCallback(
    () =>
      setState((before) => ({
        ...before,
        step: before.done ? 'done' : 'decided',
        failed: undefined,
        resumed: undefined,
      })),
    [],
  );
  const fail = useCallback((failed: Failed | undefined) => setState((before) => ({ ...before, failed })), []);
  /** Says why a step was not taken; where the reason is that another step is theirs by now, decides anew, too. */
  const refused = useCallback(
    (personId: string, failed: Failed) =>
      saysMovedOn(failed) ? void outdated(personId, failed) : fail(failed),
    [outdated, fail],
  );
  const finish = useCallback(
    (done: Done) =>
      setState((before) =>
        done.kind === 'sent-on'
          ? { ...idle, done }
          : { ...before, step: 'done', done, failed: undefined, resumed: undefined },
      ),
    [],
  );
  return {
    state,
    scan,
    open,
    countHistory,
    outdated,
    changeOver,
    forgetScan,
    clear,
    startDose,
    leaveDose,
    fail,
    refused,
    finish,
    entry,
    noteEntry,
  };
}

export type Desk = ReturnType<typeof useDesk>;
