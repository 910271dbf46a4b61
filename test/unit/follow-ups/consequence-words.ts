import type { OutboxDraft } from '../../../domain/outbox/outbox-draft.ts';
import type { StationEvent } from '../../../domain/station-event.ts';

/** What a clinician reads of a fact that followed. */
export function wordsOfEvent({ type, version, data }: StationEvent): string {
  switch (type) {
    case 'PassIssued':
      return `a pass is issued to ${data.personId} (${doses(data.doseCount)})`;
    case 'PassUpdated':
      return `the pass of ${data.personId} is brought up to date (${doses(data.doseCount)}); the phone ${
        {
          'dose-count': 'announces the doses',
          'next-appointment': 'announces the next date',
          none: 'stays silent',
        }[data.announced ?? 'none']
      }`;
    case 'PassVoided':
      return `the pass of ${data.personId} is void`;
    case 'AppointmentCancelled':
      return `the ${data.appointmentId} of ${data.personId} is cancelled`;
    case 'AppointmentReplanned':
      return `the ${data.appointmentId} of ${data.personId} is for dose ${data.plannedDose} now`;
    case 'PersonsUnlinked':
      return `${data.personId} and ${data.otherId} are two records again`;
    case 'StandbyLeft':
      return `${data.personId} waits no more`;
    case 'StandbyOffered':
      return `a free place at ${data.place.startsAt.slice(11, 16)} is offered to ${data.personId}`;
    case 'StandbyOfferEnded':
      return `the offer to ${data.personId} is ${data.how}`;
    default:
      throw new Error(`no words for ${type} ${version}, which follows from something now`);
  }
}

export function wordsOfWork({ kind, subject, payload, priority }: OutboxDraft): string {
  const after = priority === 'bulk' ? ', after everything that somebody waits for' : '';
  switch (kind) {
    case 'sign-pass':
      return `pass ${subject} is signed${after}`;
    case 'google-object':
      return `the card of pass ${subject} goes to Google${after}`;
    case 'google-class':
      return `what all cards share goes to Google${after}`;
    case 'send-message':
      return `message to ${payload?.personId}: ${payload?.message}${after}`;
    case 'recount-passes':
      return `passes that count another number of doses by schedule ${payload?.book} ${payload?.version} are brought up to date${after}`;
    default:
      throw new Error(`no words for ${kind}, which follows from something now`);
  }
}

function doses(count: number): string {
  return count === 1 ? '1 dose' : `${count} doses`;
}
