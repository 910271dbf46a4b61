/** What the operator's pages say of Google Wallet. */
export const googleTexts = {
  google: { de: 'Google Wallet', en: 'Google Wallet' },
  googleLead: {
    de: 'Mit einem Dienstkonto von Google bietet die Seite jedes Passes „Zu Google Wallet hinzufügen“ an. Die Karte nennt weder Namen noch Impfungen.',
    en: 'With a service account of Google the page of each pass offers “Add to Google Wallet”. The card names neither people nor vaccinations.',
  },
  googleOff: { de: 'Google Wallet ist nicht eingerichtet.', en: 'Google Wallet is not set up.' },
  googleIssuer: { de: 'Ausstellernummer (Issuer ID)', en: 'Issuer id' },
  googleAccount: { de: 'Dienstkonto', en: 'Service account' },
  googleFile: {
    de: 'Inhalt der JSON-Datei des Dienstkontos',
    en: 'Content of the JSON file of the service account',
  },
  googleFileKept: {
    de: 'Inhalt der JSON-Datei (leer lassen, um das Dienstkonto zu behalten)',
    en: 'Content of the JSON file (leave empty to keep the service account)',
  },
  googleCardsFor: { de: 'Karten bei Google', en: 'Cards at Google' },
  googleEveryPass: { de: 'für jeden Pass', en: 'for every pass' },
  googleOnRequest: {
    de: 'nur, wenn jemand sie auf der Seite des Passes anfordert',
    en: 'only where somebody asks for one on the page of the pass',
  },
  googleSet: { de: 'Google Wallet einrichten', en: 'Set up Google Wallet' },
  googleChange: { de: 'Google Wallet ändern', en: 'Change Google Wallet' },
  googleRemove: { de: 'Dienstkonto entfernen', en: 'Remove the service account' },
  googleReady: {
    de: 'Google hat das Dienstkonto angenommen.',
    en: 'Google has accepted the service account.',
  },
  googleWrong: {
    de: 'Bitte prüfen Sie Ausstellernummer und Dienstkonto.',
    en: 'Please check the issuer id and the service account.',
  },
  googleThere: { de: 'bei Google', en: 'at Google' },
  googleFailing: { de: 'werden wieder versucht', en: 'are tried again' },
  googleGivenUp: { de: 'aufgegeben', en: 'given up' },
  googleAgain: { de: 'Aufgegebene noch einmal senden', en: 'Send those given up again' },
} as const satisfies Readonly<Record<string, { de: string; en: string }>>;
