import type { Bilingual } from '../../domain/kernel/bilingual.ts';
import { certificateTexts } from '../keys/certificate-texts.ts';
import { barcodeTexts } from './barcode-texts.ts';
import type { PassFault, PassRemark } from './pass-fault.ts';
import { zipFaultTexts } from './zip-fault-texts.ts';

type Fault = PassFault | PassRemark;
type FaultOf<Code extends Fault['code']> = Extract<Fault, { code: Code }>;

/** What happened and what to do, in one or two sentences of both languages. */
export function faultSentence<Code extends Fault['code']>(fault: FaultOf<Code>): Bilingual {
  const sentence = sentences[fault.code as Code] as Bilingual | ((fault: FaultOf<Code>) => Bilingual);
  return typeof sentence === 'function' ? sentence(fault) : sentence;
}

type Sentences = { [Code in Fault['code']]: Bilingual | ((fault: FaultOf<Code>) => Bilingual) };

const sentences: Sentences = {
  ...zipFaultTexts,
  'file-missing': ({ name }) => ({
    de: `${name} fehlt. Ohne diese Datei nimmt kein Telefon den Pass an.`,
    en: `${name} is missing. No phone takes the pass without this file.`,
  }),
  'json-invalid': ({ name }) => ({
    de: `${name} ist kein gültiges JSON in UTF-8.`,
    en: `${name} is not valid JSON in UTF-8.`,
  }),
  'manifest-hash-wrong': ({ name }) => ({
    de: `${name} wurde nach dem Signieren verändert: Der SHA-1-Wert im Manifest passt nicht.`,
    en: `${name} was changed after signing: its SHA-1 in the manifest does not fit.`,
  }),
  'file-not-in-manifest': ({ name }) => ({
    de: `${name} steht nicht im Manifest und ist damit nicht signiert.`,
    en: `${name} is not listed in the manifest and therefore not signed.`,
  }),
  'manifest-lists-itself': ({ name }) => ({
    de: `Das Manifest führt ${name} auf. Manifest und Signatur stehen nie selbst im Manifest.`,
    en: `The manifest lists ${name}. Manifest and signature never stand in the manifest themselves.`,
  }),
  'signature-unreadable': {
    de: 'Die Signatur ist keine lesbare CMS-Signatur (PKCS #7, DER).',
    en: 'The signature is not a readable CMS signature (PKCS #7, DER).',
  },
  'signature-without-signer': {
    de: 'Die Signatur enthält das Zertifikat ihres Unterzeichners nicht.',
    en: 'The signature does not hold the certificate of its signer.',
  },
  'signing-time-missing': {
    de: 'Der Signatur fehlt die Signierzeit, die Telefone verlangen.',
    en: 'The signature lacks the signing time that phones ask for.',
  },
  'signature-of-other-manifest': {
    de: 'Die Signatur gehört zu einem anderen Manifest: Es wurde nach dem Signieren verändert.',
    en: 'The signature belongs to another manifest: it was changed after signing.',
  },
  'signature-wrong': {
    de: 'Die Signatur passt nicht zum Schlüssel ihres Zertifikats.',
    en: 'The signature does not fit the key of its certificate.',
  },
  'digest-weak': ({ digest }) => ({
    de: `Die Signatur verwendet ${digest}. Neue Pässe verwenden SHA-256.`,
    en: `The signature uses ${digest}. New passes use SHA-256.`,
  }),
  'certificate-unfit': ({ fault }) => certificateTexts[fault],
  'certificate-not-yet-valid': {
    de: 'Das Zertifikat gilt noch nicht. Stimmt die Uhr dieses Rechners?',
    en: 'The certificate is not valid yet. Is the clock of this computer right?',
  },
  'certificate-expired': {
    de: 'Das Zertifikat ist abgelaufen. Installierte Pässe bleiben, neue brauchen ein neues Zertifikat.',
    en: 'The certificate has expired. Installed passes stay, new ones need a new certificate.',
  },
  'certificate-other': {
    de: 'Der Pass wurde mit einem anderen Zertifikat signiert als erwartet.',
    en: 'The pass was signed with another certificate than expected.',
  },
  'wwdr-missing': {
    de: 'Das Zwischenzertifikat von Apple (WWDR) fehlt in der Signatur.',
    en: 'The intermediate certificate of Apple (WWDR) is missing from the signature.',
  },
  'wwdr-generation-wrong': ({ generation }) => ({
    de: `Das Zwischenzertifikat hat die Generation «${generation}». Pässe brauchen WWDR G4.`,
    en: `The intermediate certificate is of generation "${generation}". Passes need WWDR G4.`,
  }),
  'wwdr-former': {
    de: 'Apples früheres Zwischenzertifikat (G1) hat unterschrieben; es ist im Februar 2023 abgelaufen. Installierte Pässe bleiben, ein neuer braucht ein Zertifikat unter G4.',
    en: 'The former intermediate certificate of Apple (G1) signed this; it expired in February 2023. Installed passes stay, a new one needs a certificate under G4.',
  },
  'authority-trial': {
    de: 'Der Pass stammt von einer Probe-Zertifizierungsstelle. Kein Telefon nimmt ihn an.',
    en: 'The pass comes from a trial authority. No phone takes it.',
  },
  'authority-unknown': ({ issuer }) => ({
    de: `Der Aussteller des Zertifikats («${issuer}») ist nicht Apple. Kein Telefon nimmt den Pass an.`,
    en: `The issuer of the certificate ("${issuer}") is not Apple. No phone takes the pass.`,
  }),
  'pass-type-id-differs': ({ certificate, pass }) => ({
    de: `Die Pass-Typ-ID im Pass («${pass}») ist nicht die erwartete («${certificate}»).`,
    en: `The pass type id in the pass ("${pass}") is not the expected one ("${certificate}").`,
  }),
  'team-id-differs': ({ certificate, pass }) => ({
    de: `Die Team-ID im Pass («${pass}») ist nicht die erwartete («${certificate}»).`,
    en: `The team id in the pass ("${pass}") is not the expected one ("${certificate}").`,
  }),
  'serial-number-differs': ({ pass }) => ({
    de: `Die Seriennummer im Pass («${pass}») ist nicht die erwartete.`,
    en: `The serial number in the pass ("${pass}") is not the expected one.`,
  }),
  'field-missing': ({ path }) => ({
    de: `In pass.json fehlt ${path}.`,
    en: `${path} is missing in pass.json.`,
  }),
  'type-wrong': ({ path, expected }) => ({
    de: `${path || 'pass.json'} hat den falschen Typ: Erwartet wird ${expected}. Zahlen gehören dort nicht in Anführungszeichen und umgekehrt.`,
    en: `${path || 'pass.json'} has the wrong type: ${expected} is expected. Numbers and texts are not exchangeable.`,
  }),
  'date-invalid': ({ path, value }) => ({
    de: `${path} («${value}») ist kein Datum mit Uhrzeit und Zeitzone wie 2026-11-23T09:00+01:00.`,
    en: `${path} ("${value}") is not a date with time and zone like 2026-11-23T09:00+01:00.`,
  }),
  'colour-invalid': ({ path, value }) => ({
    de: `${path} («${value}») ist keine Farbe. Geschrieben wird sie rgb(11, 79, 92).`,
    en: `${path} ("${value}") is not a colour. It is written rgb(11, 79, 92).`,
  }),
  'url-invalid': ({ path, value }) => ({
    de: `${path} («${value}») ist keine Internetadresse.`,
    en: `${path} ("${value}") is not an internet address.`,
  }),
  'pass-type-id-invalid': ({ path, value }) => ({
    de: `${path} («${value}») ist keine Pass-Typ-ID: Sie beginnt mit «pass.».`,
    en: `${path} ("${value}") is not a pass type id: it begins with "pass.".`,
  }),
  'change-message-without-value': ({ path }) => ({
    de: `${path} enthält kein %@. Ohne diesen Platzhalter meldet das Telefon den neuen Wert nicht.`,
    en: `${path} has no %@. Without it the phone does not tell the new value.`,
  }),
  'barcode-format-unknown': ({ path, value }) => ({
    de: `${path} («${value}») ist kein Barcode, den Wallet zeigt: QR, Aztec, PDF417 oder Code128.`,
    en: `${path} ("${value}") is not a barcode that Wallet shows: QR, Aztec, PDF417 or Code128.`,
  }),
  'value-unknown': ({ path, value }) => ({
    de: `${path} hat den unbekannten Wert «${value}».`,
    en: `${path} has the unknown value "${value}".`,
  }),
  'format-version-wrong': {
    de: 'formatVersion muss die Zahl 1 sein.',
    en: 'formatVersion must be the number 1.',
  },
  'too-many': ({ path, limit }) => ({
    de: `${path} hat mehr als ${limit} Einträge.`,
    en: `${path} has more than ${limit} entries.`,
  }),
  'too-short': ({ path, limit }) => ({
    de: `${path} ist zu kurz oder leer: Mindestens ${limit} sind nötig.`,
    en: `${path} is too short or empty: at least ${limit} are needed.`,
  }),
  'out-of-range': ({ path, value }) => ({
    de: `${path} (${value}) liegt außerhalb des erlaubten Bereichs.`,
    en: `${path} (${value}) is out of the allowed range.`,
  }),
  'style-missing': {
    de: 'In pass.json fehlt der Stil des Passes, zum Beispiel «generic».',
    en: 'pass.json lacks the style of the pass, for instance "generic".',
  },
  'style-several': ({ styles }) => ({
    de: `Der Pass hat mehrere Stile (${styles}). Erlaubt ist genau einer.`,
    en: `The pass has several styles (${styles}). Exactly one is allowed.`,
  }),
  'field-key-twice': ({ key }) => ({
    de: `Der Feldschlüssel «${key}» kommt zweimal vor. Jedes Feld braucht einen eigenen.`,
    en: `The field key "${key}" occurs twice. Each field needs its own.`,
  }),
  'json-name-twice': ({ name, key }) => ({
    de: `${name} nennt «${key}» zweimal. Welcher der beiden Werte gilt, entscheidet jedes Telefon anders.`,
    en: `${name} has "${key}" twice. Each phone decides by itself which of the two values counts.`,
  }),
  'bundle-within-bundle': () => ({
    de: 'In dieser Sammlung liegt eine weitere. Telefone nehmen nur Pässe darin an.',
    en: 'There is another bundle in this bundle. Phones take only passes in it.',
  }),
  'too-many-fields': ({ place, count, limit }) => ({
    de: `${place}Fields hat ${count} Felder, ein Telefon zeigt höchstens ${limit}.`,
    en: `${place}Fields has ${count} fields, a phone shows at most ${limit}.`,
  }),
  'announced-several': ({ keys }) => ({
    de: `Mehrere Felder haben eine Meldung (${keys}). Ändern sich zwei zugleich, zeigt das Telefon nur einen allgemeinen Hinweis.`,
    en: `Several fields have a message (${keys}). Where two change at once the phone only shows a general notice.`,
  }),
  'barcode-unexpected': {
    de: 'Der leere Pass trägt einen Code. Er darf keinen haben.',
    en: 'The blank pass carries a code. It must have none.',
  },
  'barcode-missing': {
    de: 'Der Pass hat keinen Barcode.',
    en: 'The pass has no barcode.',
  },
  'barcode-old-form': {
    de: 'Der Barcode steht nur in der alten Form «barcode». Heutige Telefone lesen «barcodes».',
    en: 'The barcode is there in the old form "barcode" only. Phones of today read "barcodes".',
  },
  'barcode-not-checked': {
    de: 'Der Barcode sieht nach einem Pass dieses Netzes aus. Seine Echtheit wurde ohne Schlüssel nicht geprüft.',
    en: 'The barcode looks like a pass of this network. Without the keys its tag was not checked.',
  },
  'barcode-text-not-encodable': ({ encoding, characters }) => ({
    de: `Der Text im Barcode hat Zeichen (${characters}), die es in ${encoding} nicht gibt. Ein Leser bekommt dort andere oder gar keine.`,
    en: `The text in the barcode has characters (${characters}) that ${encoding} does not have. A reader gets others there, or none.`,
  }),
  'barcode-encoding-unknown': ({ encoding }) => ({
    de: `Die Zeichenkodierung des Barcodes («${encoding}») gibt es nicht. Üblich sind iso-8859-1 und utf-8.`,
    en: `There is no character encoding "${encoding}" for the barcode. Usual are iso-8859-1 and utf-8.`,
  }),
  'barcode-wrong': ({ fault }) => barcodeTexts[fault],
  'relevant-date-old-form': {
    de: 'Der Termin steht nur in der alten Form «relevantDate». Ab iOS 18 gilt «relevantDates».',
    en: 'The date is there in the old form "relevantDate" only. From iOS 18 on it is "relevantDates".',
  },
  'web-service-not-https': {
    de: 'webServiceURL beginnt nicht mit https://. Telefone fragen dort nicht nach Neuem.',
    en: 'webServiceURL does not begin with https://. Phones do not ask there for updates.',
  },
  'web-service-path-wrong': ({ url }) => ({
    de: `webServiceURL («${url}») darf nicht auf /v1 enden: Das Telefon hängt den Pfad selbst an.`,
    en: `webServiceURL ("${url}") must not end in /v1: the phone appends the path itself.`,
  }),
  'web-service-slash': ({ url }) => ({
    de: `webServiceURL («${url}») endet auf /. Das ist erlaubt, doch manche Server finden den doppelten Schrägstrich nicht.`,
    en: `webServiceURL ("${url}") ends in /. That is allowed, but some servers do not find the double slash.`,
  }),
  'pass-expired': ({ at }) => ({
    de: `Der Pass ist seit ${at} abgelaufen.`,
    en: `The pass has been expired since ${at}.`,
  }),
  'pass-voided': {
    de: 'Der Pass ist für ungültig erklärt.',
    en: 'The pass is declared void.',
  },
  'image-missing': ({ name }) => ({
    de: `Das Bild ${name} fehlt. Ohne Symbol lässt sich der Pass auf keinem Gerät öffnen.`,
    en: `The image ${name} is missing. Without an icon no device opens the pass.`,
  }),
  'image-scale-missing': ({ name }) => ({
    de: `Das Bild ${name} fehlt. Manche Geräte zeigen dann ein unscharfes oder gar keines.`,
    en: `The image ${name} is missing. Some devices then show a blurred one or none.`,
  }),
  'image-name-unknown': ({ name }) => ({
    de: `${name} ist kein Bild, das Wallet kennt (icon, logo, thumbnail, strip, background, footer).`,
    en: `${name} is not an image that Wallet knows (icon, logo, thumbnail, strip, background, footer).`,
  }),
  'image-not-png': ({ name }) => ({
    de: `${name} ist kein unversehrtes PNG-Bild.`,
    en: `${name} is not an intact PNG image.`,
  }),
  'image-too-heavy': ({ name, bytes }) => ({
    de: `${name} ist mit ${Math.round(bytes / 1024)} kB zu schwer. Jedes Telefon lädt es bei jeder Änderung.`,
    en: `${name} is too heavy at ${Math.round(bytes / 1024)} kB. Every phone loads it with every change.`,
  }),
  'image-too-large': ({ name, width, height, widthLimit, heightLimit }) => ({
    de: `${name} hat ${width} × ${height} Pixel, gezeigt werden höchstens ${widthLimit} × ${heightLimit}.`,
    en: `${name} has ${width} × ${height} pixels, at most ${widthLimit} × ${heightLimit} are shown.`,
  }),
  'file-unknown': ({ name }) => ({
    de: `${name} hat in einem Pass keine Bedeutung.`,
    en: `${name} has no meaning in a pass.`,
  }),
  'strings-not-read': ({ name }) => ({
    de: `${name} ist eine Property List; was sie übersetzt, wurde nicht geprüft.`,
    en: `${name} is a property list; what it translates was not checked.`,
  }),
  'json-byte-mark': ({ name }) => ({
    de: `${name} beginnt mit einer Byte-Markierung (BOM), die JSON nicht vorsieht. Bitte ohne sie schreiben.`,
    en: `${name} begins with a byte order mark, which JSON does not provide for. Please write it without.`,
  }),
  'strings-unreadable': ({ name }) => ({
    de: `${name} ist keine lesbare Übersetzungsdatei ("Text" = "Übersetzung"; je Zeile, UTF-8 oder UTF-16).`,
    en: `${name} is not a readable file of translations ("text" = "translation"; on each line, UTF-8 or UTF-16).`,
  }),
  'translation-missing': ({ name, key, count }) => ({
    de: `In ${name} fehlen ${count} Übersetzungen, zuerst die von «${key}».`,
    en: `${name} lacks ${count} translations, the first is that of "${key}".`,
  }),
  'bundle-too-large': ({ count }) => ({
    de: `Das Bündel hat ${count} Pässe. Ein Telefon nimmt höchstens 10 auf einmal.`,
    en: `The bundle has ${count} passes. A phone takes at most 10 at once.`,
  }),
};
