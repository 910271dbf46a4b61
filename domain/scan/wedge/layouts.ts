/** Keyboard layouts of Windows and Linux hosts. Austria types as Germany does. */
export type LayoutName = 'us' | 'de' | 'ch-de' | 'ch-fr' | 'fr';

/** What a key gives alone, with Shift and with AltGr; `dead` lists the levels that only start an accent. */
export interface LayoutKey {
  readonly plain: string;
  readonly shifted: string;
  readonly altGr?: string;
}

const codes = [
  'Backquote Digit1 Digit2 Digit3 Digit4 Digit5 Digit6 Digit7 Digit8 Digit9 Digit0 Minus Equal',
  'KeyQ KeyW KeyE KeyR KeyT KeyY KeyU KeyI KeyO KeyP BracketLeft BracketRight Backslash',
  'KeyA KeyS KeyD KeyF KeyG KeyH KeyJ KeyK KeyL Semicolon Quote',
  'IntlBackslash KeyZ KeyX KeyC KeyV KeyB KeyN KeyM Comma Period Slash',
]
  .join(' ')
  .split(' ');

/** In the order of `codes`: one character for each key; a space where the key gives nothing. */
const drawings: Record<LayoutName, { plain: string; shifted: string; altGr: Record<string, string> }> = {
  us: {
    plain: "`1234567890-=qwertyuiop[]\\asdfghjkl;'\\zxcvbnm,./",
    shifted: '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"|ZXCVBNM<>?',
    altGr: {},
  },
  de: {
    plain: '^1234567890ß´qwertzuiopü+#asdfghjklöä<yxcvbnm,.-',
    shifted: '°!"§$%&/()=?`QWERTZUIOPÜ*\'ASDFGHJKLÖÄ>YXCVBNM;:_',
    altGr: {
      Digit2: '²',
      Digit3: '³',
      Digit7: '{',
      Digit8: '[',
      Digit9: ']',
      Digit0: '}',
      Minus: '\\',
      KeyQ: '@',
      KeyE: '€',
      BracketRight: '~',
      IntlBackslash: '|',
      KeyM: 'µ',
    },
  },
  'ch-de': {
    plain: "§1234567890'^qwertzuiopü¨$asdfghjklöä<yxcvbnm,.-",
    shifted: '°+"*ç%&/()=?`QWERTZUIOPè!£ASDFGHJKLéà>YXCVBNM;:_',
    altGr: swissAltGr(),
  },
  'ch-fr': {
    plain: "§1234567890'^qwertzuiopè¨$asdfghjkléà<yxcvbnm,.-",
    shifted: '°+"*ç%&/()=?`QWERTZUIOPü!£ASDFGHJKLöä>YXCVBNM;:_',
    altGr: swissAltGr(),
  },
  fr: {
    plain: '²&é"\'(-è_çà)=azertyuiop^$*qsdfghjklmù<wxcvbn,;:!',
    shifted: ' 1234567890°+AZERTYUIOP¨£µQSDFGHJKLM%>WXCVBN?./§',
    altGr: {
      Digit2: '~',
      Digit3: '#',
      Digit4: '{',
      Digit5: '[',
      Digit6: '|',
      Digit7: '`',
      Digit8: '\\',
      Digit9: '^',
      Digit0: '@',
      Minus: ']',
      Equal: '}',
      KeyE: '€',
    },
  },
};

/** Every layout by key code. */
export const layouts: Record<LayoutName, ReadonlyMap<string, LayoutKey>> = {
  us: draw('us'),
  de: draw('de'),
  'ch-de': draw('ch-de'),
  'ch-fr': draw('ch-fr'),
  fr: draw('fr'),
};

/** Keypad keys give the same on every layout, whatever Num Lock made of `key`. */
export const keypad: ReadonlyMap<string, string> = new Map([
  ...Array.from({ length: 10 }, (_, digit): [string, string] => [`Numpad${digit}`, `${digit}`]),
  ['NumpadDecimal', '.'],
  ['NumpadAdd', '+'],
  ['NumpadSubtract', '-'],
  ['NumpadMultiply', '*'],
  ['NumpadDivide', '/'],
]);

function draw(name: LayoutName): ReadonlyMap<string, LayoutKey> {
  const { plain, shifted, altGr } = drawings[name];
  const keys = codes.map((code, index): [string, LayoutKey] => [
    code,
    { plain: plain.charAt(index), shifted: shifted.charAt(index), altGr: altGr[code] },
  ]);
  return new Map([...keys, ['Space', { plain: ' ', shifted: ' ' }]]);
}

function swissAltGr(): Record<string, string> {
  return {
    Digit1: '¦',
    Digit2: '@',
    Digit3: '#',
    Digit4: '°',
    Digit5: '§',
    Digit6: '¬',
    Digit7: '|',
    Digit8: '¢',
    Minus: '´',
    Equal: '~',
    KeyE: '€',
    BracketLeft: '[',
    BracketRight: ']',
    Quote: '{',
    Backslash: '}',
    IntlBackslash: '\\',
  };
}
