/** What the operator's pages ask before something is ended. `{n}` is a number, `{m}` another. */
export const dangerTexts = {
  dangerBack: { de: 'Zurück, ohne etwas zu ändern', en: 'Back without any change' },
  dangerStation: { de: 'Station sperren?', en: 'Revoke the station?' },
  dangerStationEvents: {
    de: 'Ereignisse, die von dieser Station hier sind: {n}. Sie bleiben. Was sie noch nicht gesendet hat, kommt nicht mehr an; am Platz arbeitet sie allein weiter.',
    en: 'Events of this station that are here: {n}. They stay. What it has not sent yet arrives no more; at its desk it goes on alone.',
  },
  dangerStationOthers: {
    de: 'Andere verbundene Stationen dieses Zentrums: {n}.',
    en: 'Other connected stations of this centre: {n}.',
  },
  dangerStationAgain: {
    de: 'Um sie wieder zu verbinden, braucht es einen neuen Code und den Vergleich der Prüfzeichen.',
    en: 'To connect it again takes a new code and the comparison of the fingerprints.',
  },
  dangerClient: { de: 'System sperren?', en: 'Revoke the system?' },
  dangerClientRequests: {
    de: 'Änderungen, die dieses System in den letzten 24 Stunden veranlasst hat: {n}. Ab sofort wird keine Anfrage mehr beantwortet.',
    en: 'Changes that this system made in the last 24 hours: {n}. From now on none of its requests is answered.',
  },
  dangerClientAgain: {
    de: 'Das lässt sich nicht zurücknehmen. Ein neuer Zugang hat eine andere Kennung und ein anderes Geheimnis.',
    en: 'This cannot be taken back. A new access has another id and another secret.',
  },
  dangerWebhookOff: { de: 'Empfänger abschalten?', en: 'Switch the endpoint off?' },
  dangerWebhookWaiting: {
    de: 'Meldungen, die noch nicht zugestellt sind: {n}. Sie werden aufgegeben und lassen sich nach dem Einschalten erneut senden. Was in der Zwischenzeit geschieht, erfährt der Empfänger nicht.',
    en: 'Messages that are not delivered yet: {n}. They are given up and can be sent again once it is switched on. What happens in the meantime the endpoint does not hear.',
  },
  dangerWebhookRemove: { de: 'Empfänger entfernen?', en: 'Remove the endpoint?' },
  dangerWebhookLost: {
    de: 'Meldungen, die damit verloren gehen: {n} noch nicht zugestellte, {m} aufgegebene. Das lässt sich nicht zurücknehmen.',
    en: 'Messages that are lost with it: {n} not delivered yet, {m} given up. This cannot be taken back.',
  },
  dangerSecret: { de: 'Neues Geheimnis ausgeben?', en: 'Give out a new secret?' },
  dangerSecretLead: {
    de: 'Das bisherige gilt noch 24 Stunden. Danach weist der Empfänger alles zurück, wenn er bis dahin das neue nicht kennt. Meldungen, die noch nicht zugestellt sind: {n}.',
    en: 'The one so far counts for 24 more hours. After that the endpoint rejects everything if it does not know the new one by then. Messages that are not delivered yet: {n}.',
  },
  dangerGoogle: { de: 'Dienstkonto entfernen?', en: 'Remove the service account?' },
  dangerGoogleCards: {
    de: 'Karten, die bei Google liegen: {n}. Sie bleiben in den Telefonen, wie sie sind, und ändern sich nicht mehr; neue gibt es nicht.',
    en: 'Cards that are at Google: {n}. They stay in the phones as they are and change no more; there are no new ones.',
  },
} as const satisfies Readonly<Record<string, { de: string; en: string }>>;
