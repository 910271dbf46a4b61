import { areaTexts } from '../../i18n/area-texts.ts';

export const headquartersTexts = areaTexts({
  de: {
    title: 'Zentrale',
    alone: 'eigenständig',
    allSentNow: 'alles gesendet',
    allSent: 'alles gesendet {ago}',
    offlineSent: 'offline, alles gesendet',
    offline_one: 'offline, {count, number} Eintrag sicher hier',
    offline_other: 'offline, {count, number} Einträge sicher hier',
    sending_one: '{count, number} Eintrag wird gesendet',
    sending_other: '{count, number} Einträge werden gesendet',
    notAdmitted: 'Zentrale hat noch nicht bestätigt',
    aloneLead:
      'Dieses Zentrum arbeitet eigenständig: Alles liegt nur hier. Mit einer Zentrale teilen alle Stationen eines Zentrums dieselben Personen, Termine und Dosen.',
    address: 'Adresse der Zentrale',
    code: 'Einmalcode',
    codeHint: 'Von der Zentrale, gilt einmal und eine Viertelstunde: NAME-XXXX-XXXX.',
    name: 'Name dieser Station',
    authority: 'Eigene Zertifizierungsstelle (PEM-Datei)',
    authorityHint:
      'Nur wenn das Zertifikat der Zentrale aus Ihrem Haus kommt und dieser Rechner es nicht kennt.',
    join: 'Beitreten',
    joined: 'Verbunden mit {centre} unter {address}',
    compare:
      'Bitte beide Zahlen mit der Zentrale am Telefon vergleichen. Erst wenn sie dort bestätigt sind, wird gesendet.',
    own: 'Diese Station',
    theirs: 'Zentrale',
    confirmed: 'Von der Zentrale bestätigt',
    unsent: 'Noch nicht bestätigt',
    keptApart: 'Dort beiseitegelegt',
    notTaken: 'Hier beiseitegelegt',
    lastSent: 'Zuletzt bestätigt',
    lastHeard: 'Zuletzt nachgesehen',
    never: 'noch nie',
    troubles: {
      unreachable:
        'Die Zentrale ist nicht erreichbar. Hier geht alles weiter; gesendet wird, sobald es wieder geht.',
      'not-trusted':
        'Dem TLS-Zertifikat der Zentrale ist nicht zu trauen, vielleicht ist es abgelaufen. Hier geht alles weiter. Bitte dort anrufen.',
      'not-admitted':
        'Die Zentrale hat diese Station noch nicht bestätigt oder gesperrt. Bitte dort anrufen.',
      frozen:
        'Die Zentrale hat diese Station angehalten: Zwei Rechner schreiben unter ihrem Namen. Hier geht alles weiter. Bitte dort anrufen.',
      refused:
        'Die Zentrale nimmt nicht an, was diese Station sendet. Bitte dort anrufen; nichts ging verloren.',
      'not-genuine': 'Die Antwort trägt nicht die Unterschrift der Zentrale. Es wurde nichts übernommen.',
    },
    trialPages: 'Zur Probe:',
    trial: { booking: 'Termin buchen', phone: 'Telefon', system: 'Bestandssystem' },
    leave: 'Verlassen',
    leaveUnsent: 'Trotzdem verlassen',
    leaveLead: 'Nach dem Verlassen arbeitet diese Station wieder eigenständig. Was hier liegt, bleibt hier.',
    leaveTitle: 'Zentrale verlassen?',
    leaveMeans:
      'Diese Station hört dann nichts mehr von den anderen Stationen und aus der Online-Buchung, und dort ist nichts zu sehen, was hier danach geschieht. Karten in Telefonen ändern sich nicht mehr von selbst. Zurück geht es mit einem neuen Einmalcode der Zentrale.',
    leaveUnsentMeans_one:
      '{count, number} Eintrag ist noch nicht bei der Zentrale. Bitte warten, bis alles gesendet ist. Verlassen Sie sie trotzdem, liegt er nur auf dieser Station.',
    leaveUnsentMeans_other:
      '{count, number} Einträge sind noch nicht bei der Zentrale. Bitte warten, bis alles gesendet ist. Verlassen Sie sie trotzdem, liegen sie nur auf dieser Station.',
  },
  en: {
    title: 'Headquarters',
    alone: 'stand-alone',
    allSentNow: 'all sent',
    allSent: 'all sent {ago}',
    offlineSent: 'offline, all sent',
    offline_one: 'offline, {count, number} record safe here',
    offline_other: 'offline, {count, number} records safe here',
    sending_one: 'sending {count, number} record',
    sending_other: 'sending {count, number} records',
    notAdmitted: 'headquarters has not confirmed yet',
    aloneLead:
      'This centre stands alone: everything is here only. With a headquarters all stations of a centre share the same people, appointments and doses.',
    address: 'Address of headquarters',
    code: 'One-time code',
    codeHint: 'From headquarters, good once and for a quarter of an hour: NAME-XXXX-XXXX.',
    name: 'Name of this station',
    authority: 'Certificate authority of your own (PEM file)',
    authorityHint:
      'Only where the certificate of headquarters comes from your own organisation and this computer does not know it.',
    join: 'Join',
    joined: 'Connected with {centre} at {address}',
    compare:
      'Please compare both numbers with headquarters by telephone. Nothing is sent before they are confirmed there.',
    own: 'This station',
    theirs: 'Headquarters',
    confirmed: 'Confirmed by headquarters',
    unsent: 'Not confirmed yet',
    keptApart: 'Set aside there',
    notTaken: 'Set aside here',
    lastSent: 'Last confirmed',
    lastHeard: 'Last looked',
    never: 'never',
    troubles: {
      unreachable:
        'Headquarters cannot be reached. Everything goes on here, and is sent as soon as it can be.',
      'not-trusted':
        'The TLS certificate of headquarters cannot be trusted; it may have expired. Everything goes on here. Please call there.',
      'not-admitted':
        'Headquarters has not confirmed this station yet, or has locked it out. Please call there.',
      frozen:
        'Headquarters has stopped this station: two computers write in its name. Everything goes on here. Please call there.',
      refused: 'Headquarters does not take what this station sends. Please call there; nothing was lost.',
      'not-genuine': 'The answer is not signed by headquarters. Nothing of it was taken over.',
    },
    trialPages: 'For the trial:',
    trial: { booking: 'Book a date', phone: 'Phone', system: 'Existing system' },
    leave: 'Leave',
    leaveUnsent: 'Leave all the same',
    leaveLead: 'This station stands alone again afterwards. What is here stays here.',
    leaveTitle: 'Leave headquarters?',
    leaveMeans:
      'This station then hears nothing more of the other stations or of online booking, and nothing that happens here afterwards is seen there. Cards in phones change by themselves no more. The way back takes a new one-time code from headquarters.',
    leaveUnsentMeans_one:
      '{count, number} record is not at headquarters yet. Please wait until all is sent. If you leave all the same, it is on this station only.',
    leaveUnsentMeans_other:
      '{count, number} records are not at headquarters yet. Please wait until all is sent. If you leave all the same, they are on this station only.',
  },
});

export const headquartersRefusals = areaTexts({
  de: {
    'joined-already': 'Diese Station ist schon bei einer Zentrale. Bitte diese zuerst verlassen.',
    'address-invalid':
      'Diese Adresse geht nicht. Sie beginnt mit https://, zum Beispiel https://zentrale.example.',
    'code-not-valid':
      'Der Code ist falsch, verbraucht oder älter als eine Viertelstunde. Bitte einen neuen geben lassen.',
    'station-known':
      'Bei der Zentrale gilt diese Station noch als verbunden. Bitte dort anrufen und sie sperren lassen, dann mit einem neuen Code beitreten.',
    'headquarters-unreachable':
      'Unter dieser Adresse antwortet keine Zentrale. Bitte Adresse und Netz prüfen.',
    'authority-unreadable':
      'In dieser Datei steht kein Zertifikat. Bitte die PEM-Datei der Zertifizierungsstelle wählen.',
    'headquarters-not-trusted':
      'Dem TLS-Zertifikat unter dieser Adresse ist nicht zu trauen. Bitte die Adresse prüfen oder die eigene Zertifizierungsstelle angeben.',
    'headquarters-not-genuine':
      'Was dort antwortet, ist keine Zentrale, der man trauen kann. Es wurde nichts geändert.',
    'not-joined': 'Diese Station ist bei keiner Zentrale.',
    'events-unsent':
      'Es ist noch nicht alles bei der Zentrale. Bitte warten, bis alles gesendet ist, oder trotzdem verlassen: Dann bleibt es nur hier.',
  },
  en: {
    'joined-already': 'This station has joined a headquarters already. Please leave that one first.',
    'address-invalid':
      'This address does not work. It begins with https://, for instance https://headquarters.example.',
    'code-not-valid':
      'The code is wrong, was used or is older than a quarter of an hour. Please ask for a new one.',
    'station-known':
      'At headquarters this station still counts as connected. Please call there and have it revoked, then join with a new code.',
    'headquarters-unreachable': 'No headquarters answers at this address. Please check address and network.',
    'authority-unreadable':
      'There is no certificate in this file. Please choose the PEM file of the authority.',
    'headquarters-not-trusted':
      'The TLS certificate at this address cannot be trusted. Please check the address, or name the authority of your own.',
    'headquarters-not-genuine':
      'What answers there is no headquarters that can be trusted. Nothing was changed.',
    'not-joined': 'This station has not joined a headquarters.',
    'events-unsent':
      'Not everything is at headquarters yet. Please wait until all is sent, or leave all the same: then it stays here only.',
  },
});
