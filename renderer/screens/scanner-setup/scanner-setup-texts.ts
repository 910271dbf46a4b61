import { areaTexts } from '../../i18n/area-texts.ts';

export const scannerTexts = areaTexts({
  de: {
    title: 'Angeschlossene Scanner',
    text: 'Scanner im Betrieb „HID POS“ oder „seriell“ sagen, welche Art Code sie lasen, und tippen nichts in Felder. Ein Scanner, der als Tastatur arbeitet, steht hier nicht: Er läuft ohne Einrichtung.',
    none: 'Noch kein Scanner in diesem Betrieb verbunden.',
    addHid: 'HID-Scanner verbinden',
    addSerial: 'Seriellen Scanner verbinden',
    nothingChosen:
      'Kein passender Scanner gefunden oder ausgewählt. Ist er angesteckt und auf „HID POS“ oder „seriell“ gestellt?',
    failed: 'Der Scanner ließ sich nicht verbinden. Bitte neu anstecken und noch einmal versuchen.',
    unsupported: 'Dieser Browser kann solche Scanner nicht ansprechen.',
    unnamed: { hid: 'HID-Scanner', serial: 'Serieller Scanner' },
    kinds: { hid: 'HID POS', serial: 'seriell' },
    states: {
      connected: 'verbunden',
      busy: 'von einem anderen Programm benutzt: dieses schließen und den Scanner neu anstecken',
    },
    forget: 'Trennen',
    forgetNamed: '{name} trennen',
    heard: '{name}: Code gelesen.',
    scannedWith: 'Gelesen mit {name}',
    refused: {
      title: 'Zuletzt nicht verwendbar',
      text: 'Zur Fehlersuche: wann, womit, wie lang und warum. Der Inhalt eines Codes wird nie aufbewahrt.',
      none: 'Bisher ließ sich jeder Code verwenden.',
      failed: 'Die Liste ließ sich nicht laden.',
      when: 'Wann',
      how: 'Womit',
      length: 'Zeichen',
      reason: 'Grund',
      vias: { wedge: 'Tastatur-Scanner', camera: 'Kamera', device: 'Scanner', typed: 'Eingabe' },
    },
    trust: {
      title: 'Vertrauensliste für Zertifikate',
      none: 'Noch keine Liste: Zertifikate von anderswo lassen sich nicht prüfen.',
      present: 'Stand {date}: {signers} Unterzeichner, {issuers} Herausgeber.',
      tooOld: 'Diese Liste ist zu alt. Bitte eine neue einlesen.',
      choose: 'Liste einlesen',
      taken: 'Liste eingelesen.',
    },
  },
  en: {
    title: 'Connected scanners',
    text: "Scanners in 'HID POS' or 'serial' mode tell which kind of code they read and type into no field. A scanner that works as a keyboard is not listed here: it needs no set-up.",
    none: 'No scanner connected in this mode yet.',
    addHid: 'Connect an HID scanner',
    addSerial: 'Connect a serial scanner',
    nothingChosen:
      "No fitting scanner was found or chosen. Is it plugged in and set to 'HID POS' or 'serial'?",
    failed: 'The scanner could not be connected. Please plug it in again and try once more.',
    unsupported: 'This browser cannot talk to such scanners.',
    unnamed: { hid: 'HID scanner', serial: 'Serial scanner' },
    kinds: { hid: 'HID POS', serial: 'serial' },
    states: {
      connected: 'connected',
      busy: 'used by another program: close it and plug the scanner in again',
    },
    forget: 'Disconnect',
    forgetNamed: 'Disconnect {name}',
    heard: '{name}: code read.',
    scannedWith: 'Read with {name}',
    refused: {
      title: 'Could not be used lately',
      text: 'For finding faults: when, with what, how long and why. The content of a code is never kept.',
      none: 'Every code could be used so far.',
      failed: 'The list could not be loaded.',
      when: 'When',
      how: 'With',
      length: 'Characters',
      reason: 'Reason',
      vias: { wedge: 'Keyboard scanner', camera: 'Camera', device: 'Scanner', typed: 'Entry' },
    },
    trust: {
      title: 'Trust list for certificates',
      none: 'No list yet: certificates from elsewhere cannot be verified.',
      present: 'As of {date}: {signers} signers, {issuers} issuers.',
      tooOld: 'This list is too old. Please import a new one.',
      choose: 'Import a list',
      taken: 'List imported.',
    },
  },
});

export const scannerRefusals = areaTexts({
  de: {
    'trust-list-unreadable':
      'Diese Datei ist keine Vertrauensliste oder beschädigt. Bitte eine neue Datei holen.',
    'trust-list-older': 'Diese Liste ist älter als die vorhandene. Es bleibt bei der vorhandenen.',
  },
  en: {
    'trust-list-unreadable': 'This file is no trust list or is damaged. Please fetch a new file.',
    'trust-list-older': 'This list is older than the present one, which stays.',
  },
});
