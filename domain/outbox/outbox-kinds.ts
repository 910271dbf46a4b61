import type { Bilingual } from '../kernel/bilingual.ts';

/** Lanes never wait for each other: a mail server that hangs holds back mails, not signatures. */
export type Lane = 'signing' | 'redesign' | 'mail' | 'wallet';

/** Every kind of outbox work: its lane, and what people call it. How it is done stands in `main/outbox/kinds`. */
export const outboxKinds = {
  'sign-pass': { lane: 'signing', name: { de: 'Pass signieren', en: 'Sign pass' } },
  'redesign-passes': { lane: 'redesign', name: { de: 'Pässe umstellen', en: 'Bring passes to a template' } },
  'recount-passes': {
    lane: 'redesign',
    name: { de: 'Dosen auf Pässen anpassen', en: 'Bring passes to a schedule' },
  },
  'send-message': { lane: 'mail', name: { de: 'Nachricht', en: 'Message' } },
  'google-class': { lane: 'wallet', name: { de: 'Vorlage bei Google', en: 'Template at Google' } },
  'google-object': { lane: 'wallet', name: { de: 'Karte bei Google', en: 'Card at Google' } },
} as const satisfies Readonly<Record<string, { readonly lane: Lane; readonly name: Bilingual }>>;

export type OutboxKind = keyof typeof outboxKinds;
