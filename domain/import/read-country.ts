/** A country as lists write it: two letters, a German or English name, a car's sign, or three letters. */
export function readCountry(text: string): string | undefined {
  const word = text.toLowerCase();
  const other = otherForms.get(word);
  if (other) return other;
  if (/^[a-z]{2}$/.test(word)) return codes().has(word.toUpperCase()) ? word.toUpperCase() : undefined;
  return byName().get(word);
}

const otherForms = new Map(
  'd:DE deu:DE ger:DE brd:DE a:AT aut:AT che:CH fra:FR ita:IT esp:ES pol:PL tur:TR nld:NL bel:BE lux:LU dnk:DK cze:CZ ukr:UA syr:SY gbr:GB uk:GB usa:US rou:RO bgr:BG grc:GR hrv:HR srb:RS rus:RU afg:AF irq:IQ irn:IR alb:AL bih:BA mkd:MK mne:ME kos:XK xkx:XK hun:HU svk:SK svn:SI prt:PT swe:SE nor:NO fin:FI irl:IE mar:MA tun:TN egy:EG eri:ER som:SO pak:PK ind:IN vnm:VN chn:CN großbritannien:GB england:GB schottland:GB wales:GB holland:NL türkiye:TR türkei:TR tschechische_republik:CZ bundesrepublik_deutschland:DE slowakische_republik:SK russland:RU russische_föderation:RU mazedonien:MK elfenbeinküste:CI'
    .split(' ')
    .map((pair) => pair.replaceAll('_', ' ').split(':') as [string, string]),
);

let names: ReadonlyMap<string, string> | undefined;
let known: ReadonlySet<string> | undefined;

function codes(): ReadonlySet<string> {
  known ??= new Set(byName().values());
  return known;
}

function byName(): ReadonlyMap<string, string> {
  names ??= new Map(['de', 'en'].flatMap(namesIn));
  return names;
}

function namesIn(language: string): [string, string][] {
  const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return codes.flatMap((code): [string, string][] => {
    const name = withdrawn.has(code) ? undefined : display.of(code);
    return name === undefined ? [] : [[name.toLowerCase(), code]];
  });
}

/** Codes that ISO 3166-1 took back or never gave, and that some systems still name like a country of today. */
const withdrawn = new Set(
  'AN BU CS DD DY FX HV NH NT QU RH SU TP UK VD YD YU ZR ZZ XX XA XB EU EZ UN QO'.split(' '),
);
