import { dangerTexts } from './danger-texts.ts';
import { googleTexts } from './google-texts.ts';
import { messageTexts } from './message-texts.ts';
import { webhookTexts } from './webhook-texts.ts';

/** Everything the operator's pages say. */
export const consoleTexts = {
  ...dangerTexts,
  ...webhookTexts,
  ...googleTexts,
  ...messageTexts,
  title: { de: 'Zentrale', en: 'Headquarters' },
  firstTitle: { de: 'Erstes Konto anlegen', en: 'Create the first account' },
  firstLead: {
    de: 'Wer dieses Konto hat, verwaltet alle Zentren. Der Link gilt, bis ein Konto angelegt ist.',
    en: 'Whoever has this account looks after all centres. The link is valid until an account exists.',
  },
  firstGone: {
    de: 'Dieser Link gilt nicht mehr. Bitte melden Sie sich mit Ihrem Konto an.',
    en: 'This link is no longer valid. Please sign in with your account.',
  },
  name: { de: 'Name', en: 'Name' },
  password: { de: 'Passwort (mindestens 12 Zeichen)', en: 'Password (at least 12 characters)' },
  create: { de: 'Konto anlegen', en: 'Create account' },
  signInTitle: { de: 'Anmelden', en: 'Sign in' },
  signIn: { de: 'Anmelden', en: 'Sign in' },
  signOut: { de: 'Abmelden', en: 'Sign out' },
  signInWrong: {
    de: 'Name oder Passwort stimmen nicht. Bitte versuchen Sie es noch einmal.',
    en: 'Name or password is wrong. Please try again.',
  },
  tooShort: {
    de: 'Bitte geben Sie einen Namen und ein Passwort mit mindestens 12 Zeichen ein.',
    en: 'Please enter a name and a password of at least 12 characters.',
  },
  clockJumped: {
    de: 'Die Uhr dieses Servers passt nicht zu der Zeit, die vergangen ist. Bis sie gestellt oder hier bestätigt ist, wird niemand erinnert, und Nachrichten zu bestimmten Tagen warten; alles andere geht weiter. Sie zeigt:',
    en: 'The clock of this server does not fit the time that has passed. Until it is set, or confirmed here, nobody is reminded, and messages about certain days wait; everything else goes on. It says:',
  },
  clockConfirm: { de: 'Die Uhr stimmt', en: 'The clock is right' },
  centres: { de: 'Zentren', en: 'Centres' },
  noCentre: {
    de: 'Noch kein Zentrum. Legen Sie unten das erste an.',
    en: 'No centre yet. Add the first below.',
  },
  addCentre: { de: 'Zentrum anlegen', en: 'Add a centre' },
  centreId: {
    de: 'Kürzel (Kleinbuchstaben, Ziffern, Bindestrich)',
    en: 'Short name (lower-case letters, digits, hyphen)',
  },
  centreName: { de: 'Name des Zentrums', en: 'Name of the centre' },
  address: { de: 'Adresse', en: 'Address' },
  phone: { de: 'Telefon', en: 'Phone' },
  email: { de: 'E-Mail', en: 'E-mail' },
  centreTaken: {
    de: 'Dieses Kürzel hat schon ein anderes Zentrum. Bitte wählen Sie ein anderes.',
    en: 'Another centre has this short name already. Please choose another one.',
  },
  centreWrong: {
    de: 'Bitte prüfen Sie Kürzel und Namen: das Kürzel hat nur Kleinbuchstaben, Ziffern und Bindestriche.',
    en: 'Please check the names: the short name has only lower-case letters, digits and hyphens.',
  },
  stations: { de: 'Stationen', en: 'Stations' },
  noStation: { de: 'Noch keine Station angemeldet.', en: 'No station enrolled yet.' },
  newCode: { de: 'Code für eine Station', en: 'Code for a station' },
  codeLead: {
    de: 'Geben Sie diesen Code an der Station ein. Er gilt einmal und 15 Minuten lang; er wird nicht noch einmal angezeigt.',
    en: 'Enter this code at the station. It is valid once and for 15 minutes, and it is not shown again.',
  },
  openCodes: { de: 'Offene Codes: ', en: 'Open codes: ' },
  compare: {
    de: 'Vergleichen Sie beide Prüfzeichen mit denen, die die Station anzeigt. Nur wenn beide gleich sind, bestätigen Sie.',
    en: 'Compare both fingerprints with those that the station shows. Confirm only when both are the same.',
  },
  stationFingerprint: { de: 'Prüfzeichen der Station', en: 'Fingerprint of the station' },
  ownFingerprint: { de: 'Prüfzeichen der Zentrale', en: 'Fingerprint of headquarters' },
  confirm: { de: 'Beide sind gleich: bestätigen', en: 'Both are the same: confirm' },
  revoke: { de: 'Sperren', en: 'Revoke' },
  waiting: { de: 'wartet auf Bestätigung', en: 'waits to be confirmed' },
  active: { de: 'verbunden', en: 'connected' },
  frozen: {
    de: 'angehalten: zwei Stationen schreiben unter demselben Namen',
    en: 'halted: two stations write under the same name',
  },
  left: { de: 'hat verlassen, kann mit neuem Code wiederkommen', en: 'left, may come again with a new code' },
  revoked: { de: 'gesperrt', en: 'revoked' },
  quarantined: { de: 'Beiseitegelegte Ereignisse', en: 'Events kept apart' },
  lastSync: { de: 'Zuletzt gesendet', en: 'Last sent' },
  never: { de: 'noch nie', en: 'never' },
  version: { de: 'Version', en: 'Version' },
  clients: { de: 'Angebundene Systeme', en: 'Connected systems' },
  noClient: { de: 'Noch kein System angebunden.', en: 'No system connected yet.' },
  addClient: { de: 'System anbinden', en: 'Connect a system' },
  clientName: { de: 'Name des Systems', en: 'Name of the system' },
  clientLead: {
    de: 'Mit diesen Angaben holt sich das System Zugriff. Das Geheimnis wird nicht noch einmal angezeigt.',
    en: 'With these the system gets its access. The secret is not shown again.',
  },
  clientId: { de: 'Kennung (client_id)', en: 'Id (client_id)' },
  clientSecret: { de: 'Geheimnis (client_secret)', en: 'Secret (client_secret)' },
  clientWrong: {
    de: 'Bitte geben Sie dem System einen Namen (höchstens 100 Zeichen).',
    en: 'Please give the system a name (100 characters at most).',
  },
  onlinePlaces: { de: 'Plätze für die Online-Buchung', en: 'Places for booking online' },
  onlineLead: {
    de: 'Diese Plätze vergibt die Buchungsseite. Die Plätze des Empfangs bleiben davon unberührt.',
    en: 'The booking page gives these places away. The places of the desk are not touched.',
  },
  onlineClosed: {
    de: 'Das Zentrum hat diesen Tag an der Station geschlossen oder als Feiertag eingetragen. Es wurde nichts geöffnet.',
    en: 'The centre closed this day at its station or entered it as a holiday. Nothing was opened.',
  },
  onlineByCentre: {
    de: 'Das Zentrum legt an der Station selbst fest, welcher Anteil seiner Plätze online vergeben wird. Hier werden keine eigens geöffnet.',
    en: 'The centre sets at its station which share of its places is given away online. None are opened here.',
  },
  onlineDay: { de: 'Tag', en: 'Day' },
  dayHint: { de: 'zum Beispiel 24.12.2026 oder morgen', en: 'such as 24.12.2026 or tomorrow' },
  onlineFrom: { de: 'von (Uhrzeit)', en: 'from (time)' },
  onlineTo: { de: 'bis (Uhrzeit)', en: 'to (time)' },
  onlineMinutes: { de: 'Minuten je Termin', en: 'minutes for each appointment' },
  onlineCapacity: { de: 'Plätze je Termin', en: 'places for each appointment' },
  onlineOpen: { de: 'Plätze öffnen', en: 'Open places' },
  onlineFree: { de: 'Freie Zeiten: ', en: 'Free times: ' },
  onlineWrong: {
    de: 'Bitte prüfen Sie Tag und Uhrzeiten: „von“ muss vor „bis“ liegen.',
    en: 'Please check day and times: “from” must be before “to”.',
  },
  bookingPage: { de: 'Buchungsseite', en: 'Booking page' },
  back: { de: 'Zurück zu den Zentren', en: 'Back to the centres' },
  noCentreHere: { de: 'Dieses Zentrum gibt es nicht.', en: 'There is no such centre.' },
} as const satisfies Readonly<Record<string, { de: string; en: string }>>;

export type ConsoleText = keyof typeof consoleTexts;
