import type { KeyRecord, WedgeBurst } from '../../domain/scan/wedge/key-record.ts';
import { takeLead } from '../../domain/scan/wedge/take-lead.ts';
import { idleWedge, stepWedge, type WedgeStep, wakeWedge } from '../../domain/scan/wedge/wedge-machine.ts';
import {
  type FieldSnapshot,
  insertText,
  keyTargetOf,
  restoreField,
  snapshotFocusedField,
} from './focused-field.ts';
import { recordOf } from './key-record-of.ts';
import { storedScannerSetup } from './stored-setup.ts';

/** Keys that a person pressed and this listener hands on: they must not be captured again. */
const handedOn = new WeakSet<Event>();

/** A timer this much too late means that the page was busy: keys may be waiting that were pressed in time. */
const lateMs = 8;
const graceMs = 15;

/**
 * Hears every key of the window before anything else does, takes the scans out and lets people's keys through.
 * Answers a function that stops it.
 */
export function listenForScans(onScan: (burst: WedgeBurst) => void): () => void {
  let state = idleWedge;
  let field: FieldSnapshot | undefined;
  /** How the field was before each key that a scan may have begun with. */
  let fields: readonly { readonly at: number; readonly field: FieldSnapshot | undefined }[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const carryOut = (step: WedgeStep) => {
    state = step.state;
    for (const effect of step.effects) {
      if (effect.kind === 'scan') scanned(effect.burst);
      else if (effect.kind === 'give-back') effect.records.forEach(giveBack);
      else if (effect.kind === 'begin') begin();
      else if (field) restoreField(field);
    }
    clearTimeout(timer);
    if (step.wakeAt !== undefined) wakeAt(step.wakeAt, false);
  };

  const begin = () => {
    field = snapshotFocusedField(document.activeElement);
    const at = state.firstStroke?.timeStamp ?? 0;
    fields = [...(state.lead.length === 0 ? [] : fields), { at, field }];
  };

  /** Slow first keys of this scan went into the field: it is put back as it was before them. */
  const takeBack = (taken: readonly KeyRecord[], lead: readonly KeyRecord[]) => {
    const since = taken[0]?.timeStamp ?? Number.POSITIVE_INFINITY;
    const before = fields.findLast(({ at }) => at <= since);
    if (!before?.field || before.field.element !== field?.element) return;
    restoreField(before.field);
    // What a person typed in the same breath stays.
    lead.filter(({ timeStamp }) => timeStamp >= before.at && timeStamp < since).forEach(giveBack);
  };

  const scanned = (whole: WedgeBurst) => {
    const context = { referenceYear: new Date().getFullYear() };
    const { burst, taken } = takeLead(whole, context, storedScannerSetup());
    if (taken.length > 0) takeBack(taken, whole.lead ?? []);
    onScan(burst);
  };

  const wakeAt = (dueAt: number, isGrace: boolean) => {
    const delayMs = isGrace ? graceMs : Math.max(0, dueAt - performance.now()) + 1;
    timer = setTimeout(() => {
      const now = performance.now();
      if (now - dueAt > lateMs && !isGrace) wakeAt(dueAt, true);
      else carryOut(wakeWedge(state, Math.max(now, dueAt + 1)));
    }, delayMs);
  };

  const onKey = (event: KeyboardEvent) => {
    if (handedOn.has(event)) return;
    const step = stepWedge(state, recordOf(event), keyTargetOf(event.target));
    if (step.isSwallowed) swallow(event);
    carryOut(step);
  };

  // ALT mode makes the system insert characters without a key-down of their own.
  const onBeforeInput = (event: InputEvent) => {
    if (state.phase === 'gathering' && state.strokes > 1 && event.isTrusted && !isGivingBack) swallow(event);
  };

  let isGivingBack = false;
  const giveBack = (record: KeyRecord) => {
    isGivingBack = true;
    if (!insertText(record.key)) dispatchKey(record);
    isGivingBack = false;
  };

  window.addEventListener('keydown', onKey, { capture: true });
  window.addEventListener('keyup', onKey, { capture: true });
  window.addEventListener('beforeinput', onBeforeInput, { capture: true });
  return () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', onKey, { capture: true });
    window.removeEventListener('keyup', onKey, { capture: true });
    window.removeEventListener('beforeinput', onBeforeInput, { capture: true });
  };
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** Outside a field a held key may be a hotkey: the page gets it as if it had just been pressed. */
function dispatchKey({ key, code, shiftKey, ctrlKey, altKey, metaKey }: KeyRecord): void {
  const init = { key, code, shiftKey, ctrlKey, altKey, metaKey, bubbles: true, cancelable: true };
  const event = new KeyboardEvent('keydown', init);
  handedOn.add(event);
  (document.activeElement ?? document.body).dispatchEvent(event);
}
