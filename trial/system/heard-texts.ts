import type { WebhookBody } from '../../contracts/api/webhook-contract.ts';
import type { Language } from '../../domain/kernel/bilingual.ts';
import { fillText } from '../../domain/kernel/fill-text.ts';
import type { Instant, TimeZone } from '../../domain/kernel/instant.ts';
import { shortNumberOf } from '../../domain/passes/short-number.ts';

/** Everything that the page of the trial's connected system says. */
export const systemTexts = {
  title: { de: 'Bestandssystem der Probe', en: 'Existing system of the trial' },
  lead: {
    de: 'Ein nachgestelltes System, das Termine und Pässe schon anders führt. Die Zentrale meldet ihm über Webhooks, was geschieht; es prüft jede Unterschrift.',
    en: 'A stand-in for a system that keeps appointments and passes its own way. Headquarters tells it by webhooks what happens; it verifies each signature.',
  },
  empty: {
    de: 'Noch nichts gehört. Buchen Sie einen Termin oder scannen Sie einen Pass.',
    en: 'Nothing heard yet. Book an appointment or scan a pass.',
  },
  genuine: { de: 'Unterschrift geprüft', en: 'signature verified' },
  forged: {
    de: 'Etwas kam an, dessen Unterschrift nicht stimmt. Es wurde abgewiesen.',
    en: 'Something came whose signature is wrong. It was turned away.',
  },
  asItCame: { de: 'So kam es an', en: 'As it came' },
} as const;

const heardTexts = {
  'pass.created': { de: 'Pass {pass} ist ausgestellt.', en: 'Pass {pass} was issued.' },
  'pass.updated': {
    de: 'Pass {pass} sagt etwas Neues. Impfungen: {doses}.',
    en: 'Pass {pass} says something new. Doses: {doses}.',
  },
  'pass.void': { de: 'Pass {pass} gilt nicht mehr.', en: 'Pass {pass} is void.' },
  'pass.scanned.desk': {
    de: 'Pass {pass} wurde am Empfang gescannt.',
    en: 'Pass {pass} was scanned at the desk.',
  },
  'pass.scanned.system': {
    de: 'Pass {pass} wurde von einem angebundenen System gescannt.',
    en: 'Pass {pass} was scanned by a connected system.',
  },
  'appointment.booked': {
    de: 'Termin für Impfung {dose} gebucht: {time}.',
    en: 'Appointment for dose {dose} booked: {time}.',
  },
  'appointment.moved': {
    de: 'Termin für Impfung {dose} verlegt: von {before} auf {time}.',
    en: 'Appointment for dose {dose} moved: from {before} to {time}.',
  },
  'appointment.cancelled': {
    de: 'Termin für Impfung {dose} abgesagt: {time}.',
    en: 'Appointment for dose {dose} cancelled: {time}.',
  },
  'appointment.attended': {
    de: 'Termin für Impfung {dose} wahrgenommen.',
    en: 'Appointment for dose {dose} attended.',
  },
  'appointment.ended': {
    de: 'Termin für Impfung {dose} endete ohne Impfung.',
    en: 'The appointment for dose {dose} ended without a dose.',
  },
  'appointment.missed': {
    de: 'Zum Termin für Impfung {dose} kam niemand.',
    en: 'Nobody came to the appointment for dose {dose}.',
  },
} as const;

/** What an existing system makes of a webhook, in one sentence. */
export function heardSentence(body: WebhookBody, language: Language, zone: TimeZone): string {
  const moment = (at: Instant) =>
    new Date(at).toLocaleString(language === 'de' ? 'de-DE' : 'en-GB', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    });
  const say = (key: keyof typeof heardTexts, values: Record<string, string>) =>
    fillText(heardTexts[key][language], values);
  switch (body.type) {
    case 'pass.created':
    case 'pass.updated':
    case 'pass.scanned': {
      const { passId, doseCount, status } = body.data;
      const values = { pass: shortNumberOf(passId), doses: String(doseCount) };
      if (body.type === 'pass.scanned') return say(`${body.type}.${body.data.by}`, values);
      return say(status === 'void' ? 'pass.void' : body.type, values);
    }
    case 'appointment.moved': {
      const { dose, startsAt, movedFrom } = body.data;
      return say(body.type, { dose: String(dose), time: moment(startsAt), before: moment(movedFrom) });
    }
    default: {
      const { dose, startsAt } = body.data;
      return say(body.type, { dose: String(dose), time: moment(startsAt) });
    }
  }
}
