import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import type { ZipFault } from './zip-reader.ts';

type Sentences = {
  [Code in ZipFault['code']]: Bilingual | ((fault: Extract<ZipFault, { code: Code }>) => Bilingual);
};

/** What is wrong with an archive, and what to do. */
export const zipFaultTexts: Sentences = {
  'not-a-zip': {
    de: 'Die Datei ist kein Pass: Ein Pass ist ein ZIP-Archiv, diese Datei ist keines oder wurde abgeschnitten.',
    en: 'The file is not a pass: a pass is a zip archive, and this file is none or was cut off.',
  },
  'zip-damaged': ({ name }) => ({
    de: `Das Archiv ist beschädigt${name ? ` (Datei ${name})` : ''}. Den Pass neu ausstellen oder erneut übertragen.`,
    en: `The archive is damaged${name ? ` (file ${name})` : ''}. Issue the pass again or transfer it again.`,
  }),
  'zip-too-large': ({ name }) => ({
    de: `Das Archiv entpackt sich zu einer übergroßen Menge${name ? ` (Datei ${name})` : ''} und wurde deshalb nicht gelesen.`,
    en: `The archive unpacks to far too much${name ? ` (file ${name})` : ''} and was therefore not read.`,
  }),
  'zip-method-unknown': ({ name }) => ({
    de: `${name} ist mit einem Verfahren gepackt, das Telefone nicht lesen. Üblich sind «gespeichert» und «deflate».`,
    en: `${name} is packed by a method that phones do not read. Use "stored" or "deflate".`,
  }),
  'zip-encrypted': ({ name }) => ({
    de: `${name} ist verschlüsselt. Ein Pass darf keine verschlüsselten Dateien enthalten.`,
    en: `${name} is encrypted. A pass must not hold encrypted files.`,
  }),
  'zip-name-unsafe': ({ name }) => ({
    de: `Der Dateiname «${name}» führt aus dem Archiv hinaus oder enthält verbotene Zeichen. Die Datei nicht entpacken.`,
    en: `The file name "${name}" leads out of the archive or has forbidden characters. Do not unpack the file.`,
  }),
  'zip-name-twice': ({ name }) => ({
    de: `${name} steht zweimal im Archiv: Geräte könnten Verschiedenes lesen.`,
    en: `${name} is in the archive twice: devices might read different ones.`,
  }),
  'zip-link': ({ name }) => ({
    de: `${name} ist ein Verweis auf eine andere Datei. Ein Pass darf nur Dateien selbst enthalten.`,
    en: `${name} is a link to another file. A pass must hold nothing but files themselves.`,
  }),
};
