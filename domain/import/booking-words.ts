/** What the word of a booking says of it. */
export type SaidOfBooking = 'deceased' | 'cancelled' | 'off' | 'stands' | 'unclear';

/**
 * Reads what lists write in a column for the state of a booking, mostly German and English. What ends a booking counts
 * wherever it stands (`gebucht, storniert`), unless it is denied (`nicht storniert`); what is not yet done is to come
 * (`noch nicht geimpft`).
 */
export function saidOfBooking(status: string): SaidOfBooking {
  const said = status
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘´`]/g, "'");
  const text = said
    .replace(/[\s_‐-―]+/g, (signs) => (/\s|_/.test(signs) ? ' ' : '-'))
    .replace(/(?<=\p{L})-(?=\p{L})/gu, ' ')
    .trim();
  const left = text
    .replace(denied, ' aktiv ')
    .replace(notGiven, ' warteliste ')
    .replace(toCome, ' offen ')
    .replace(/\s+/g, ' ')
    .trim();
  if (deceased.test(left)) return 'deceased';
  if (/\?\W*$/.test(left)) return 'unclear';
  if (cancelled.test(left)) return 'cancelled';
  if (off.test(left)) return 'off';
  return stands.test(left) ? 'stands' : 'unclear';
}

const words = (lines: readonly string[]) => lines.join('|');
const pattern = (lines: readonly string[], flags = 'u') =>
  new RegExp(`(?<!\\p{L})(?:${words(lines)})`, flags);

/** What a vaccination is when it is over. */
const done = words([
  'geimpft|erledigt|abgeschlossen|durchgeführt|beendet|fertig|abgehakt|verabreicht|erfolgt|eingecheckt|begonnen',
  'completed?|done|finished|fulfilled|checked(?: ?in)?|vaccinated|immuni[sz]ed|administered|given|started|vaccinée?s?',
]);
/** What somebody is who came. */
const come = words([
  'ersch(?:ienen|\\.|einend)?|wahrgenommen|gekommen|anwesend|da|hier|angekommen|eingetroffen|teilgenommen|angetreten',
  'aufgetaucht|attend(?:ed)?|arrived?|present|here|sho(?:w|wn|wed)(?: up)?|turn(?:ed)? up|come|came',
]);
const ended = words([
  'storn\\p{L}*|abgesagt|cancel\\p{L}*|versch(?:ob|ieb)\\p{L}*|verlegt|umgebucht|abgemeldet|gelöscht|abgelehnt|widerrufen',
  'deleted|declined|rejected|moved|postponed|rescheduled|annul\\p{L}*|ausgefallen|entfallen|verstorben|gestorben|deceased',
  'geändert|changed',
]);
const no = '(?:nein|no|false|falsch|0)(?![\\p{L}\\d])';
const end = '(?!\\p{L})';

/** What would end a booking, and is denied or taken back. */
const denied = pattern(
  [
    `(?:(?:noch |bisher )?(?:nicht|nie)(?: mehr)?|not(?: yet)?(?: been)?|never|non|un)\\s?(?:${ended}|bestätigt|confirmed)`,
    `(?:${ended}|no ?show)\\s*[:=-]\\s*${no}`,
    '(?:kein|no) (?:no ?show|storno|storniert|absage|ausfall|cancell?ation)',
    '(?:storn\\p{L}*|absage|absagen|umbuch\\p{L}*|cancell?ation) (?:noch |ist |still )?(?:möglich|erlaubt|possible)',
    'stornierbar|absagbar|cancell?able|verschiebbar',
    '(?:storno|stornierung|absage|cancell?ation|verschiebung) (?:wurde |was )?(?:abgelehnt|zurückge\\p{L}+|widerrufen|aufgehoben|rückgängig|declined|rejected|withdrawn|undone)',
  ],
  'gu',
);

/** The row names a day, and says that nobody has it. */
const notGiven = pattern(
  [
    `(?:noch |bisher )?(?:nicht|not(?: yet)?(?: been)?) (?:ein|vor|fest)?(?:gebucht|booked|vergeben|belegt|reserv\\p{L}+|geplant|planned|scheduled|terminiert|vereinbart|angemeldet|regist\\p{L}+|gemerkt|assigned)${end}`,
    'noch keine? (?:festen? )?(?:termin|platz)',
  ],
  'gu',
);

/** Not done, or not yet here: neither is a missed date. */
const toCome = pattern(
  [
    `(?:noch|bisher|bislang|still) (?:nicht|nie|not)(?: been)? (?:${done}|${come})${end}`,
    `not yet(?: been)? (?:${done}|${come})${end}`,
    `(?:not|\\p{L}+n't)(?: been)? (?:${done}|${come}) (?:as )?yet`,
    `(?:nicht|nie|not|never|\\p{L}+n't|pas encore|non)(?: been)? ?(?:${done})${end}`,
    `yet to (?:be )?(?:${done}|attend|arrive|come|complete)`,
    `(?:${done})\\s*[:=-]\\s*${no}`,
    'un(?:geimpft|erledigt|abgeschlossen|vaccinated|immuni[sz]ed|completed|finished|checked|attended)|incomplete',
    '(?:noch|bisher|bislang) keine (?:erst|zweit)?impfung\\p{L}*(?: erhalten| bekommen| erfolgt)?',
    '(?:erschien|kam|kommt) noch nicht',
    `(?:muss|soll|wird|werden|to be|will be)(?: noch)?(?: am [\\d.]+)? (?:${done})(?: werden)?`,
    '(?:wart|await)\\p{L}*(?: auf| for)?(?: die| eine| den)? (?:impf|vaccin|immuni|bestätig|confirm|zusage|freigabe|approv|rückmeld)\\p{L}*',
    'waiting (?:for|to be) (?:vaccin|confirm|approv)\\p{L}*',
    '(?:termin|online ?)?(?:buchung|anmeldung|registrierung|reservierung|booking|registration)(?: ist| is| wurde)?(?: erfolgreich| successfully)? (?:abgeschlossen|erfolgt|erledigt|durchgeführt|beendet|completed?|finished|done)',
  ],
  'gu',
);

const deceased =
  /verstorben|deceased|gestorben|(?<!\p{L})(?:tot|died|dead|exitus)(?!\p{L})|décédé|vefat|zmarł|умер|помер|[†✝]/u;

const cancelled = new RegExp(
  words([
    'storn|abgesagt|absage|abges\\.|abgemeldet|abgebrochen|cancel|entfallen|entfällt|ausgefallen|fällt aus|gelöscht|entfernt',
    'deleted|removed|zurückge(?:zogen|treten)|widerrufen|abgelehnt|rejected|declined|withdrawn|revoked|terminated',
    'no ?show|entered in error|geplatzt|annul|iptal|(?<!\\p{L})ungültig|invalid|inaktiv|inactive|deaktiv|deactiv',
    'ausgetragen|odwołan|отмен|скасован|ferngeblieben|versäumt|verpasst|(?<!\\p{L})(?:missed|gefehlt|fehlte|absent|abwesend|dna)(?!\\p{L})',
    `(?:nicht|not|nie|never|n't) (?:mehr )?(?:${come})${end}`,
    `(?:${come})\\s*[:=-]\\s*${no}`,
    '(?:nicht|not) (?:mehr )?(?:gewünscht|erwünscht|gewollt|angenommen|aktiv|gültig|zustande|benötigt|nötig|erforderlich)',
    '(?:not|no longer) (?:wanted|needed|required|active|valid|interested)|nicht mehr',
    '(?:erschien|erscheint|kam|kommt|möchte|will) nicht(?! noch)',
    'kein(?:e[ns]?)? (?:termin|interesse|bedarf|impfwunsch|impfung (?:gewünscht|erwünscht|nötig))',
  ]),
  'u',
);

/** Moved to another day, waiting for a place, or over: the day that stands there is none to come. */
const off = new RegExp(
  words([
    'versch(?:ob|ieb)|verleg|umgebucht|umbuch|(?<!un)verändert|geändert|rescheduled|moved|postponed|reporté|ertelendi',
    '(?<!er)wart|(?<!\\p{L})a?wait|nachrück|reserve ?(?:liste?|platz|bank)|(?<!\\p{L})reserve(?!\\p{L})|ersatzliste|stand ?by|attente|bekleme',
    'erschienen|geimpft|impfung erfolgt|erledigt|wahrgenommen|abgeschlossen|durchgeführt|beendet|(?<!\\p{L})fertig|abgehakt|verabreicht',
    'completed|complete$|(?<!\\p{L})done|fulfilled|finished|attended|arrived|checked|vaccinated|immuni[sz]ed',
    'anwesend|eingecheckt|eingetroffen|vacciné|aşılandı',
  ]),
  'u',
);

/** Asked for what nothing ends; words around it that say nothing may come before. */
const stands = new RegExp(
  `^[^\\p{L}\\d]*(?:(?:${words([
    'der|die|das|termin|impftermin|impfung|buchung|anmeldung|reservierung|appointment|booking|vaccination|status',
    'person|patient|patientin|wurde|wird|ist|war|is|was|has|been|noch|still|wieder|online|telefonisch|fest|verbindlich|erfolgreich',
  ])})[\\s:,=-]+)*(?:${words([
    'offen|open|pending|proposed|(?:vor|fest|ein)?gebucht|(?:vor)?gemerkt|(?:un)?bestätigt|(?:re)?(?:un)?confirm|onay',
    'aktiv|active|actif|booked|fix|reserv|vergeben|belegt|vereinbart|geplant|eingeplant|planned|prévu|scheduled|terminiert',
    'eingeladen|invited|zugesagt|accepted|angemeldet|regist(?:riert|ered)|angefragt|gültig|valid|ok$|o\\.k\\.|okay|neu|new|ja$|yes$',
    'steht|aufrecht|ausstehend|anstehend|bevorstehend|upcoming|(?:zu)?künftig|erwartet|expected|unverändert|unchanged|due|to ?do$|zu impfen',
  ])})`,
  'u',
);
