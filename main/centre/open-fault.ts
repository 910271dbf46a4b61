import type { OpenFault, OpenFaultCode } from '../../contracts/ipc/protocol.ts';

/** What the desk reads when the store does not open: what happened, and what to do. */
export function openFaultOf(code: OpenFaultCode): OpenFault {
  return { code, sentence: sentences[code] };
}

const sentences: Readonly<Record<OpenFaultCode, OpenFault['sentence']>> = {
  'key-wrong': {
    de: 'Der Schlüssel passt nicht zu den Daten dieser Station. Es wurde nichts verändert. Bitte die Leitung rufen.',
    en: 'The key does not fit the data of this station. Nothing was changed. Please call the site lead.',
  },
  'key-missing': {
    de: 'Der Schlüssel zu den Daten dieser Station fehlt. Es wurde nichts verändert. Bitte den Schlüssel aus der Sicherung zurückspielen.',
    en: 'The key to the data of this station is missing. Nothing was changed. Please restore the key from the backup.',
  },
  'store-missing': {
    de: 'Die Datendatei dieser Station fehlt, ihr Schlüssel oder anderes von ihr ist noch da. Es wurde nichts verändert und nichts angelegt. Bitte die Leitung rufen und die Datei zurückspielen lassen.',
    en: 'The data file of this station is missing, while its key or other files of it are still there. Nothing was changed and nothing was made. Please call the site lead and have the file restored.',
  },
  'store-damaged': {
    de: 'Die Datendatei dieser Station ist beschädigt. Es wurde nichts verändert. Bitte an einer anderen Station weiterarbeiten und die Sicherung einspielen lassen.',
    en: 'The data file of this station is damaged. Nothing was changed. Please go on at another station and have the backup restored.',
  },
  'store-newer': {
    de: 'Diese Daten stammen von einer neueren Version des Programms. Bitte das Programm aktualisieren.',
    en: 'This data comes from a newer version of the program. Please update the program.',
  },
  'store-locked': {
    de: 'Ein anderes Programm hält die Datendatei fest. Bitte andere Programme schließen, die auf die Daten zugreifen. Die Station versucht es weiter und öffnet sich von selbst.',
    en: 'Another program holds the data file. Please close other programs that use the data. The station keeps trying and opens by itself.',
  },
  'station-running': {
    de: 'Diese Station läuft auf diesem Rechner schon. Bitte das offene Fenster benutzen. Ist es geschlossen, öffnet sich diese Station von selbst.',
    en: 'This station is running on this computer already. Please use the window that is open. Once it is closed, this station opens by itself.',
  },
  'no-station': {
    de: 'In diesem Verzeichnis ist keine Station. Es wurde nichts angelegt. Bitte das Verzeichnis prüfen.',
    en: 'There is no station in this directory. Nothing was made. Please check the directory.',
  },
  'disk-full': {
    de: 'Der Datenträger ist voll. Bitte Platz schaffen; danach geht es von selbst und ohne Verlust weiter.',
    en: 'The disk is full. Please make room; then work goes on by itself and nothing is lost.',
  },
  'disk-silent': {
    de: 'Der Datenträger hat nicht geantwortet. Es wurde nichts verändert. Die Station versucht es weiter und öffnet sich von selbst. Bleibt der Hinweis, bitte Kabel und Datenträger von der IT prüfen lassen.',
    en: 'The disk did not answer. Nothing was changed. The station keeps trying and opens by itself. If this stays, please have IT check cable and disk.',
  },
  'directory-unusable': {
    de: 'Das Datenverzeichnis lässt sich nicht lesen oder schreiben. Bitte die Rechte des Verzeichnisses prüfen lassen; danach öffnet sich die Station von selbst.',
    en: 'The data directory cannot be read or written. Please have its permissions checked; then the station opens by itself.',
  },
  'directory-unsafe': {
    de: 'Das Datenverzeichnis ist nicht sicher: Es gehört einem anderen Benutzer, andere dürfen darin schreiben, oder eine Datei darin ist ein Verweis. Es wurde nichts geöffnet und nichts verändert. Bitte die IT prüfen lassen, ob jemand etwas hineingelegt hat, und das Verzeichnis allein diesem Benutzer geben (Rechte 0700).',
    en: 'The data directory is not safe: it belongs to another user, others may write to it, or a file in it is a link. Nothing was opened and nothing was changed. Please have IT check whether somebody put something there, and give the directory to this user alone (mode 0700).',
  },
  'program-changed': {
    de: 'Dateien dieses Programms sind nicht so, wie sie ausgeliefert wurden. Es wurde nichts geöffnet. Bitte nicht weiterarbeiten und das Programm von der IT neu installieren lassen.',
    en: 'Files of this program are not as they were delivered. Nothing was opened. Please stop working here and have IT install the program again.',
  },
  'runtime-too-old': {
    de: 'Die Laufzeitumgebung ist zu alt für die verschlüsselte Datenbank. Bitte das Programm aktualisieren.',
    en: 'The runtime is too old for the encrypted database. Please update the program.',
  },
  'mode-differs': {
    de: 'Dieses Verzeichnis gehört zu einer anderen Betriebsart (Test oder Echtbetrieb). Bitte das richtige Verzeichnis wählen.',
    en: 'This directory belongs to another mode (trial or live). Please choose the right directory.',
  },
  unexpected: {
    de: 'Die Station konnte nicht starten. Es wurde nichts verändert. Bitte neu starten und, wenn es bleibt, das Protokoll weitergeben.',
    en: 'The station could not start. Nothing was changed. Please start again and, if it stays, pass on the log.',
  },
};
