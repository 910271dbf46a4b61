import { areaTexts } from '../../i18n/area-texts.ts';

export const handoverTexts = areaTexts({
  de: {
    open: 'Pass übergeben',
    title: 'Pass übergeben: {name}',
    phone: 'Auf das Telefon',
    asking: 'Der Code wird bei der Zentrale geholt …',
    triedAgain:
      'Die Zentrale ist gerade nicht erreichbar, deshalb gibt es hier noch keinen Code. Er wird von selbst weiter angefragt; bis dahin können Sie den Pass drucken.',
    scan: 'Diesen Code mit der Kamera des Telefons scannen und den Link öffnen.',
    qr: 'QR-Code mit dem Link zum Pass',
    until: 'Der Code gilt bis {date}, {clock} Uhr.',
    network: 'Das Telefon muss im Netz des Impfzentrums sein. Sonst bitte E-Mail oder Papier nehmen.',
    loopback:
      'Telefone erreichen diese Seite noch nicht, nur dieser Computer. Bitte E-Mail oder Papier nehmen, oder die Leitung wählt unter „Versand“ eine Netzadresse.',
    state: {
      off: 'Die Seite für Telefone ist ausgeschaltet. Bitte E-Mail oder Papier nehmen.',
      on: '',
      'port-taken':
        'Die Seite für Telefone läuft nicht: Der Anschluss ist belegt. Bitte E-Mail oder Papier nehmen.',
      'address-gone':
        'Die Seite für Telefone läuft nicht: Dieser Computer hat eine andere Netzadresse. Bitte E-Mail oder Papier nehmen.',
      failed: 'Die Seite für Telefone läuft nicht. Bitte E-Mail oder Papier nehmen.',
    },
    snapshot: 'Die Karte im Telefon ist eine Momentaufnahme: Sie ändert sich nicht von selbst.',
    live: 'Die Karte im Telefon ändert sich von selbst, nach jeder Impfung und mit jedem Termin.',
    toCome:
      'Der Pass fürs Telefon kommt, sobald die Zentrale wieder erreichbar ist. Auf Papier oder als PDF geht er jetzt schon.',
    family: 'Familie: mehrere Pässe in einem Schritt',
    familyText: 'Mit derselben Telefonnummer oder E-Mail-Adresse. Bitte auswählen, wessen Pässe mitkommen.',
    familyMember: '{name}, geboren {birthDate}',
    familyFile: 'Gewählte Pässe als Datei',
    familyFileText: 'Eine Datei (.pkpasses) mit {count} Pässen für Apple Wallet',
    revoke: 'Alle Links dieser Person beenden',
    revoked: 'Alle Links sind beendet.',
    email: 'Per E-Mail senden',
    emailTo: 'An {email}',
    emailNone: 'Es ist keine E-Mail-Adresse hinterlegt.',
    emailOff: 'Der E-Mail-Versand ist nicht eingerichtet. Die Nachricht wartet im Ausgang.',
    emailSent: 'Die E-Mail wird jetzt gesendet. Ob sie ankam, steht im Ausgang.',
    emailFailing:
      'Der Mailserver nimmt gerade keine E-Mails an. Die Nachricht wartet im Ausgang und wird weiter versucht.',
    print: 'Drucken',
    printText: 'Pass mit Code auf Papier',
    pdf: 'Als PDF speichern',
    pdfText: 'Zum Falten auf Bankkartengröße',
    calendar: 'Termine als Kalenderdatei',
    saved: 'Gespeichert: {name}',
    last: 'Zuletzt übergeben: {date}, {clock} Uhr ({way})',
    way: {
      'apple-wallet': 'auf das Telefon geladen',
      'google-wallet': 'Google Wallet',
      email: 'E-Mail',
      pdf: 'PDF',
      paper: 'Papier',
      phone: 'Telefon',
    },
    slip: 'Bitte am Empfang zeigen.',
  },
  en: {
    open: 'Hand over pass',
    title: 'Hand over pass: {name}',
    phone: 'Onto the phone',
    asking: 'The code is fetched from headquarters …',
    triedAgain:
      'Headquarters cannot be reached right now, so there is no code here yet. It is asked for again automatically; until then you can print the pass.',
    scan: 'Scan this code with the camera of the phone and open the link.',
    qr: 'QR code with the link to the pass',
    until: 'The code is valid until {date}, {clock}.',
    network: 'The phone must be in the network of the centre. Otherwise please use e-mail or paper.',
    loopback:
      'Phones cannot reach this page yet, only this computer. Please use e-mail or paper, or let the site lead choose a network address under “Delivery”.',
    state: {
      off: 'The page for phones is switched off. Please use e-mail or paper.',
      on: '',
      'port-taken': 'The page for phones is not running: its port is taken. Please use e-mail or paper.',
      'address-gone':
        'The page for phones is not running: this computer has another network address. Please use e-mail or paper.',
      failed: 'The page for phones is not running. Please use e-mail or paper.',
    },
    snapshot: 'The card in the phone is a snapshot: it does not change by itself.',
    live: 'The card in the phone changes by itself, after each dose and with each appointment.',
    toCome:
      'The pass for the phone comes as soon as headquarters can be reached again. On paper or as a PDF it can be had now.',
    family: 'Family: several passes in one step',
    familyText: 'With the same phone number or e-mail address. Please choose whose passes go along.',
    familyMember: '{name}, born {birthDate}',
    familyFile: 'Chosen passes as a file',
    familyFileText: 'One file (.pkpasses) with {count} passes for Apple Wallet',
    revoke: 'End all links of this person',
    revoked: 'All links have ended.',
    email: 'Send by e-mail',
    emailTo: 'To {email}',
    emailNone: 'No e-mail address is known.',
    emailOff: 'Sending mail is not set up. The message waits in the outbox.',
    emailSent: 'The e-mail is being sent now. The outbox says whether it arrived.',
    emailFailing:
      'The mail server takes no e-mails right now. The message waits in the outbox and is tried again.',
    print: 'Print',
    printText: 'The pass with its code on paper',
    pdf: 'Save as PDF',
    pdfText: 'To fold to the size of a bank card',
    calendar: 'Appointments as a calendar file',
    saved: 'Saved: {name}',
    last: 'Last handed over: {date}, {clock} ({way})',
    way: {
      'apple-wallet': 'loaded onto the phone',
      'google-wallet': 'Google Wallet',
      email: 'e-mail',
      pdf: 'PDF',
      paper: 'paper',
      phone: 'phone',
    },
    slip: 'Please show at the desk.',
  },
});

export const handoverRefusals = areaTexts({
  de: {
    'not-one-family':
      'Nicht alle haben dieselbe Telefonnummer oder E-Mail-Adresse. Bitte die Pässe einzeln übergeben.',
    'hand-over-off': 'Die Seite für Telefone ist ausgeschaltet. Bitte E-Mail oder Papier nehmen.',
    'headquarters-not-there': 'Die Zentrale ist gerade nicht erreichbar. Bitte später noch einmal versuchen.',
    'mail-unencrypted':
      'Ohne Verschlüsselung darf nur an einen Mailserver auf diesem Computer gesendet werden.',
    'mail-password-anew':
      'Server, Port, Verschlüsselung oder Benutzer sind anders: Bitte das Passwort dafür neu eingeben.',
    'address-unknown': 'Diese Adresse hat der Computer nicht. Bitte eine aus der Liste wählen.',
    'item-gone': 'Dieser Vorgang ist schon erledigt.',
    'item-needed': 'Dieser Vorgang kann nicht verworfen werden: Der Pass wäre sonst falsch.',
    'mail-not-set-up': 'Der E-Mail-Versand ist nicht eingerichtet.',
    'mail-address-invalid': 'Die E-Mail-Adresse ist nicht gültig. Bitte bei der Person berichtigen.',
    'mail-address-unknown': 'Die E-Mail-Adresse gibt es nicht. Bitte bei der Person berichtigen.',
    'mailbox-full': 'Das Postfach ist voll. Bitte anders übergeben oder später erneut versuchen.',
    'mail-rejected':
      'Der Mailserver lehnt die Nachricht ab (Richtlinie oder Spam-Schutz). Bitte die IT fragen.',
    'mail-refused': 'Der Mailserver nimmt die Nachricht nicht an. Bitte die IT fragen.',
    'mail-later': 'Der Mailserver bittet um einen späteren Versuch.',
    'mail-sign-in': 'Der Mailserver nimmt Benutzer oder Passwort nicht an. Bitte unter „Versand“ prüfen.',
    'mail-sender-refused': 'Der Mailserver nimmt die Absenderadresse nicht an. Bitte unter „Versand“ prüfen.',
    'mail-unreachable': 'Der Mailserver ist nicht erreichbar.',
    'mail-timeout': 'Der Mailserver antwortet nicht.',
    'mail-dropped': 'Der Mailserver hat die Verbindung abgebrochen.',
    'mail-insecure':
      'Keine sichere Verbindung zum Mailserver: Verschlüsselung oder Zertifikat fehlt. Es wurde nichts gesendet.',
  },
  en: {
    'not-one-family':
      'Not all of them have the same phone number or e-mail address. Please hand the passes over one by one.',
    'hand-over-off': 'The page for phones is switched off. Please use e-mail or paper.',
    'headquarters-not-there': 'Headquarters cannot be reached right now. Please try again later.',
    'mail-unencrypted': 'Without encryption mail may only be sent to a server on this computer.',
    'mail-password-anew':
      'Server, port, encryption or user have changed: please enter the password for them again.',
    'address-unknown': 'This computer does not have that address. Please choose one from the list.',
    'item-gone': 'This item is done already.',
    'item-needed': 'This item cannot be discarded: the pass would be wrong.',
    'mail-not-set-up': 'Sending mail is not set up.',
    'mail-address-invalid': 'The e-mail address is not valid. Please correct it in the record.',
    'mail-address-unknown': 'The e-mail address does not exist. Please correct it in the record.',
    'mailbox-full': 'The mailbox is full. Please hand over another way or try later.',
    'mail-rejected': 'The mail server rejects the message (policy or spam filter). Please ask IT.',
    'mail-refused': 'The mail server does not take the message. Please ask IT.',
    'mail-later': 'The mail server asks to try later.',
    'mail-sign-in': 'The mail server does not take user or password. Please check under “Delivery”.',
    'mail-sender-refused': 'The mail server does not take the sender address. Please check under “Delivery”.',
    'mail-unreachable': 'The mail server cannot be reached.',
    'mail-timeout': 'The mail server does not answer.',
    'mail-dropped': 'The mail server broke off the connection.',
    'mail-insecure':
      'No secure connection to the mail server: encryption or certificate is missing. Nothing was sent.',
  },
});
