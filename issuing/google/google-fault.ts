import type { Bilingual } from '../../domain/kernel/bilingual.ts';

/** Why Google Wallet did not do what it was asked. */
export type GoogleFault =
  | { readonly code: 'offline' }
  | { readonly code: 'server-error'; readonly status: number }
  | { readonly code: 'too-many-requests' }
  | { readonly code: 'answer-unreadable' }
  | { readonly code: 'account-refused' }
  | { readonly code: 'clock-wrong' }
  | { readonly code: 'token-refused' }
  | { readonly code: 'not-allowed' }
  | { readonly code: 'notice-quota-exceeded' }
  | { readonly code: 'not-found' }
  | { readonly code: 'exists-already' }
  | { readonly code: 'body-refused'; readonly fields: readonly string[] };

export type GoogleFaultCode = GoogleFault['code'];

/** Whether the same again may succeed without anybody doing something. */
export function isPassing(fault: GoogleFault): boolean {
  return passing.includes(fault.code);
}

const passing: readonly GoogleFaultCode[] = [
  'offline',
  'server-error',
  'too-many-requests',
  'answer-unreadable',
  'token-refused',
];

/** What happened, and what to do. */
export const googleSentences: Readonly<Record<GoogleFaultCode, Bilingual>> = {
  offline: {
    de: 'Google ist gerade nicht erreichbar. Die Karten warten und gehen von selbst hinaus, sobald das Netz wieder da ist.',
    en: 'Google cannot be reached right now. The cards wait and go out by themselves once the network is back.',
  },
  'server-error': {
    de: 'Google hat gerade eine Störung. Es wird von selbst weiter versucht.',
    en: 'Google has a problem right now. It is tried again automatically.',
  },
  'too-many-requests': {
    de: 'Google nimmt gerade keine weiteren Anfragen an. Es geht von selbst weiter, nur langsamer.',
    en: 'Google takes no more requests right now. It goes on by itself, only slower.',
  },
  'answer-unreadable': {
    de: 'Die Antwort kam nicht von Google Wallet, vielleicht steht ein Anmelde-Portal oder ein Proxy dazwischen. Bitte die Verbindung prüfen.',
    en: 'The answer did not come from Google Wallet, perhaps a sign-in portal or proxy stands in between. Please check the connection.',
  },
  'account-refused': {
    de: 'Google erkennt das Dienstkonto oder seinen Schlüssel nicht an. Bitte in der Google Cloud Console einen neuen Schlüssel anlegen und hier hochladen.',
    en: 'Google does not accept the service account or its key. Please make a new key in the Google Cloud Console and upload it here.',
  },
  'clock-wrong': {
    de: 'Google lehnt die Anmeldung ab, weil die Uhr dieses Rechners falsch geht. Bitte Datum und Uhrzeit stellen.',
    en: 'Google refuses the sign-in because the clock of this computer is wrong. Please set date and time.',
  },
  'token-refused': {
    de: 'Google hat die Anmeldung nicht angenommen. Es wird mit einer neuen weiter versucht.',
    en: 'Google did not take the sign-in. It is tried again with a new one.',
  },
  'not-allowed': {
    de: 'Das Dienstkonto darf bei diesem Aussteller nichts ändern. Bitte in der Google Pay & Wallet Console unter Nutzer die Adresse des Dienstkontos als Entwickler eintragen und die Ausstellernummer prüfen.',
    en: 'The service account may change nothing at this issuer. Please add its address as a developer under users in the Google Pay & Wallet Console and check the issuer id.',
  },
  'notice-quota-exceeded': {
    de: 'Für diese Karte wurde heute schon dreimal ein Hinweis auf das Telefon geschickt. Die Änderung steht auf der Karte, nur ohne Hinweis.',
    en: 'Three notices were sent to the phone for this card today already. The change is on the card, only without a notice.',
  },
  'not-found': {
    de: 'Diese Karte gibt es bei Google nicht. Sie wird neu angelegt.',
    en: 'Google has no such card. It is made anew.',
  },
  'exists-already': {
    de: 'Diese Karte gibt es bei Google schon.',
    en: 'Google has this card already.',
  },
  'body-refused': {
    de: 'Google lehnt den Inhalt der Karte ab. Bitte die Vorlage prüfen und den Vorgang mit dem Protokoll weitergeben.',
    en: 'Google refuses what the card says. Please check the template and pass on the log.',
  },
};
