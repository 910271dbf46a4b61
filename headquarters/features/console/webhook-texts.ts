/** What the operator's pages say of webhooks. */
export const webhookTexts = {
  webhooks: { de: 'Empfänger (Webhooks)', en: 'Endpoints (webhooks)' },
  webhooksLead: {
    de: 'Diese Adressen erfahren von selbst, was mit Pässen und Terminen geschieht: Kennungen, Zeiten und Zahlen, keine Namen.',
    en: 'These addresses hear by themselves what happens to passes and appointments: ids, times and numbers, no names.',
  },
  noWebhook: { de: 'Noch kein Empfänger.', en: 'No endpoint yet.' },
  webhookUrl: { de: 'Adresse des Empfängers (https)', en: 'Address of the endpoint (https)' },
  addWebhook: { de: 'Empfänger eintragen', en: 'Add an endpoint' },
  webhookSecret: { de: 'Geheimnis des Empfängers', en: 'Secret of the endpoint' },
  webhookSecretLead: {
    de: 'Damit prüft der Empfänger, was ankommt. Das Geheimnis wird nicht noch einmal angezeigt; ein Geheimnis davor gilt noch einen Tag.',
    en: 'With it the endpoint verifies what comes. The secret is not shown again; one before it counts for another day.',
  },
  webhookOn: { de: 'wird benachrichtigt', en: 'is told' },
  webhookGone: {
    de: 'abgeschaltet, weil dort geantwortet wurde, dass es die Adresse nicht mehr gibt',
    en: 'switched off, since it answered that the address exists no more',
  },
  webhookOff: { de: 'abgeschaltet', en: 'switched off' },
  webhookDelivered: { de: 'Zuletzt zugestellt', en: 'Last delivered' },
  webhookFailing: { de: 'Zuletzt nicht zugestellt', en: 'Last not delivered' },
  webhookWaiting: { de: 'Noch zu senden', en: 'Still to be sent' },
  webhookGivenUp: { de: 'Aufgegeben', en: 'Given up' },
  webhookAgain: { de: 'Aufgegebene erneut senden', en: 'Send those given up again' },
  webhookSwitchOff: { de: 'Abschalten', en: 'Switch off' },
  webhookSwitchOn: { de: 'Einschalten', en: 'Switch on' },
  webhookNewSecret: { de: 'Neues Geheimnis', en: 'New secret' },
  webhookRemove: { de: 'Entfernen', en: 'Remove' },
  'fault-timed-out': { de: 'keine Antwort in der Zeit', en: 'no answer in time' },
  'fault-unreachable': { de: 'nicht erreichbar', en: 'not reachable' },
  'fault-redirected': { de: 'verweist auf eine andere Adresse', en: 'points to another address' },
  'fault-address-refused': {
    de: 'führt in ein Netz, das nicht erlaubt ist',
    en: 'leads into a network that is not allowed',
  },
  'fault-gone': { de: 'die Adresse gibt es nicht mehr', en: 'the address exists no more' },
  'fault-switched-off': { de: 'der Empfänger war abgeschaltet', en: 'the endpoint was switched off' },
  'fault-status': { de: 'Antwort mit Fehler', en: 'answered with an error' },
  'url-wrong': {
    de: 'Das ist keine Adresse. Bitte geben Sie sie mit https:// und ohne Kennwort ein.',
    en: 'This is no address. Please enter it with https:// and without a password.',
  },
  'url-not-https': {
    de: 'Die Adresse muss mit https:// beginnen, damit unterwegs niemand mitliest.',
    en: 'The address has to begin with https://, so that nobody reads along on the way.',
  },
  'address-refused': {
    de: 'Die Adresse liegt in einem Netz, das nicht erlaubt ist. Wer die Zentrale betreibt, kann es erlauben (HEADQUARTERS_WEBHOOK_NETWORKS).',
    en: 'The address lies in a network that is not allowed. Whoever runs headquarters can allow it (HEADQUARTERS_WEBHOOK_NETWORKS).',
  },
  'endpoint-known': {
    de: 'Diese Adresse ist schon eingetragen.',
    en: 'This address is there already.',
  },
  'too-many-endpoints': {
    de: 'Ein Zentrum hat höchstens 20 Empfänger. Bitte entfernen Sie zuerst einen.',
    en: 'A centre has at most 20 endpoints. Please remove one first.',
  },
} as const satisfies Readonly<Record<string, { de: string; en: string }>>;
