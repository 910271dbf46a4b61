import type { Bilingual } from '../kernel/bilingual.ts';
import type { PassId, PersonId } from '../kernel/ids.ts';
import type { PlainDate } from '../kernel/plain-date.ts';
import { accept, type Result, refuse } from '../kernel/result.ts';
import type { RecordedEvent } from '../station-event.ts';
import type { AnnouncedField, PassIssued, PassRedesigned, PassUpdated, PassVoided } from './events.ts';
import type { PassTemplate } from './pass-template.ts';

/** The state of a series that a pass shows and its barcode carries. */
export interface DoseState {
  readonly doseCount: number;
  readonly lastDoseOn?: PlainDate;
}

export function isSameDoseState(one: DoseState, other: DoseState): boolean {
  return one.doseCount === other.doseCount && one.lastDoseOn === other.lastDoseOn;
}

export type PassState =
  | { readonly status: 'none' }
  | {
      readonly status: 'valid' | 'voided';
      readonly passId: PassId;
      readonly personId: PersonId;
      readonly revision: number;
      readonly doses: DoseState;
    };

export const noPass: PassState = { status: 'none' };

export interface IssuePass {
  readonly passId: PassId;
  readonly personId: PersonId;
  readonly keyId: number;
  readonly templateId: string;
  readonly templateVersion: number;
  readonly doses: DoseState;
}

export function decideIssue(
  state: PassState,
  { doses, ...command }: IssuePass,
): Result<PassIssued[], 'pass-already-issued'> {
  if (state.status === 'valid') return refuse('pass-already-issued');
  return accept([{ type: 'PassIssued', version: 1, data: { ...command, ...doses } }]);
}

/** Nothing to do for somebody without a valid pass: the record counts, not the card. */
export function decideUpdate(state: PassState, doses: DoseState, announced?: AnnouncedField): PassUpdated[] {
  if (state.status !== 'valid') return [];
  const { passId, personId, revision } = state;
  return [
    {
      type: 'PassUpdated',
      version: 1,
      data: { passId, personId, revision: revision + 1, ...doses, ...(announced ? { announced } : {}) },
    },
  ];
}

/** Brings a valid pass to this version of the template; with a message only that one field is announced. */
export function decideRedesign(
  state: PassState,
  { templateId, version }: Pick<PassTemplate, 'templateId' | 'version'>,
  message?: Bilingual,
): PassRedesigned[] {
  if (state.status !== 'valid') return [];
  const { passId, personId, revision } = state;
  const design = { templateId, templateVersion: version, ...(message ? { message } : {}) };
  return [
    { type: 'PassRedesigned', version: 1, data: { passId, personId, revision: revision + 1, ...design } },
  ];
}

export function decideVoidPass(
  state: PassState,
  reason: PassVoided['data']['reason'],
): Result<PassVoided[], 'pass-unknown' | 'pass-already-voided'> {
  if (state.status === 'none') return refuse('pass-unknown');
  if (state.status === 'voided') return refuse('pass-already-voided');
  const { passId, personId, revision } = state;
  return accept([
    { type: 'PassVoided', version: 1, data: { passId, personId, revision: revision + 1, reason } },
  ]);
}

export function evolvePass(state: PassState, { event }: RecordedEvent): PassState {
  switch (event.type) {
    case 'PassIssued': {
      const { passId, personId, doseCount, lastDoseOn } = event.data;
      return { status: 'valid', passId, personId, revision: 0, doses: { doseCount, lastDoseOn } };
    }
    case 'PassUpdated': {
      if (!isOf(state, event.data.passId)) return state;
      const { doseCount, lastDoseOn } = event.data;
      return { ...state, revision: state.revision + 1, doses: { doseCount, lastDoseOn } };
    }
    case 'RegistrationWithdrawn':
      return noPass;
    case 'PassRedesigned':
      return isOf(state, event.data.passId) ? { ...state, revision: state.revision + 1 } : state;
    case 'PassVoided':
      return isOf(state, event.data.passId)
        ? { ...state, status: 'voided', revision: state.revision + 1 }
        : state;
    default:
      return state;
  }
}

/** Two stations that did not know of each other may have issued one pass each. */
function isOf(state: PassState, passId: PassId): state is Exclude<PassState, { status: 'none' }> {
  return state.status !== 'none' && state.passId === passId;
}
