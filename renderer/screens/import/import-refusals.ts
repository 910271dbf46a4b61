import { areaTexts } from '../../i18n/area-texts.ts';

export const importRefusals = areaTexts({
  de: {
    'file-empty': 'Die Datei ist leer.',
    'file-not-text':
      'Diese Datei ist keine Textdatei: vielleicht eine Arbeitsmappe (Excel), ein PDF, ein Bild oder ein Programm. Bitte die Liste zuerst als CSV speichern.',
    'list-too-wide':
      'Die Zeilen dieser Datei haben mehr als 500 Spalten oder mehr als 64 000 Zeichen. So eine Liste wird nicht gelesen. Bitte nur die Spalten speichern, die gebraucht werden, jede Person in einer eigenen Zeile.',
    'import-running': 'Es wird gerade schon eine Liste eingelesen. Bitte warten, bis sie fertig ist.',
    'import-unknown':
      'Dieses Einlesen wurde beendet oder von einer anderen Station ersetzt. Bitte die Datei neu wählen.',
    'import-not-ready': 'Die Zeilen werden noch geprüft. Bitte gleich noch einmal versuchen.',
    'choice-unfit': 'Diese Wahl passt nicht zu dieser Zeile. Bitte die Liste neu ansehen.',
    'import-done': 'Die Liste ist schon fertig eingelesen und kann nicht mehr abgebrochen werden.',
    'columns-missing': 'Bitte die Spalten mit dem Namen und dem Geburtsdatum zuordnen.',
    'chunk-out-of-order': 'Die Datei kam nicht vollständig an. Bitte noch einmal versuchen.',
    'too-many-rows':
      'Die Datei hat mehr als 500 000 Zeilen. Bitte in mehrere Dateien teilen. Es wurde nichts gespeichert.',
    'day-empty': 'An diesem Tag sind keine Termine gebucht.',
  },
  en: {
    'file-empty': 'The file is empty.',
    'file-not-text':
      'This file is no text: perhaps a workbook (Excel), a PDF, a picture or a program. Please save the list as CSV first.',
    'list-too-wide':
      'The rows of this file have more than 500 columns or more than 64,000 characters. Such a list is not read. Please save only the columns that are needed, each person in a row of their own.',
    'import-running': 'A list is being imported already. Please wait until it is finished.',
    'import-unknown': 'This import was ended or replaced by another window. Please choose the file again.',
    'import-not-ready': 'The rows are still being checked. Please try again in a moment.',
    'choice-unfit': 'This choice does not fit this row. Please look at the list again.',
    'import-done': 'The list is imported already and cannot be cancelled any more.',
    'columns-missing': 'Please say which columns hold the name and the birth date.',
    'chunk-out-of-order': 'The file did not arrive whole. Please try again.',
    'too-many-rows':
      'The file has more than 500,000 rows. Please cut it into several files. Nothing was saved.',
    'day-empty': 'No appointments are booked on that day.',
  },
});
