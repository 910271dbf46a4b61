import type { BilingualSentence } from '../../decision-sentence.ts';
import type { SetupProblem } from './find-scanner-setup.ts';

/** What is wrong and which setting of the scanner or computer to change. */
export function setupSentence(problem: SetupProblem): BilingualSentence {
  return sentences[problem];
}

/** Whether scanning works although this was found. */
export function isOnlyAdvice(problem: SetupProblem): boolean {
  return advice.includes(problem);
}

const advice: readonly SetupProblem[] = [
  'layout-differs',
  'alt-mode',
  'no-suffix',
  'text-added',
  'caps-lock-on',
];

const sentences: Readonly<Record<SetupProblem, BilingualSentence>> = {
  'nothing-heard': {
    de: 'Vom Scanner kam nichts an. Bitte prüfen, ob er angeschlossen ist und als Tastatur sendet („USB-HID-Tastatur“).',
    en: 'Nothing arrived from the scanner. Please check that it is connected and sends as a keyboard (“USB HID keyboard”).',
  },
  'too-slow': {
    de: 'Der Scanner sendet zu langsam und ist nicht von einer tippenden Person zu unterscheiden. Bitte die Pause zwischen den Zeichen („inter-character delay“) auf 0 stellen.',
    en: 'The scanner sends too slowly to be told from a person typing. Please set the inter-character delay to 0.',
  },
  unreadable: {
    de: 'Was ankam, ist nicht der Testcode. Bitte den Scanner auf Werkseinstellung setzen, Tastaturlayout „USA“ oder das dieses Computers wählen und noch einmal scannen.',
    en: 'What arrived is not the test code. Please reset the scanner to factory settings, choose the keyboard layout “USA” or that of this computer, and scan again.',
  },
  'characters-lost': {
    de: 'Es gehen Zeichen verloren. Bitte am Scanner eine kleine Pause zwischen den Zeichen einstellen (5 bis 10 ms).',
    en: 'Characters get lost. Please set a short inter-character delay on the scanner (5 to 10 ms).',
  },
  'characters-doubled': {
    de: 'Zeichen kommen doppelt an. Bitte am Scanner eine Pause zwischen den Zeichen einstellen (10 ms) und das Kabel oder die Funkverbindung prüfen.',
    en: 'Characters arrive twice. Please set an inter-character delay of 10 ms on the scanner and check its cable or radio link.',
  },
  'layout-differs': {
    de: 'Das Tastaturlayout des Scanners ist ein anderes als das dieses Computers. Die Station gleicht das aus; besser ist es, am Scanner das Land dieses Computers einzustellen.',
    en: 'The keyboard layout of the scanner differs from that of this computer. The station makes up for it; setting the scanner to this computer’s country is better.',
  },
  'caps-lock-on': {
    de: 'Die Feststelltaste ist an. Bitte ausschalten, sonst werden Groß- und Kleinbuchstaben vertauscht.',
    en: 'Caps Lock is on. Please switch it off, or capital and small letters are swapped.',
  },
  'alt-mode': {
    de: 'Der Scanner sendet jedes Zeichen als Alt und Ziffern. Das klappt, ist aber etwa fünfmal langsamer. Bitte die ALT-Betriebsart („ALT mode“, „universal keyboard“) ausschalten.',
    en: 'The scanner sends each character as Alt and digits. That works but is about five times slower. Please switch ALT mode (“universal keyboard”) off.',
  },
  'no-suffix': {
    de: 'Nach dem Code kommt kein Abschluss. Bitte am Scanner als Suffix „Enter“ (CR) einstellen, dann antwortet die Station schneller.',
    en: 'Nothing follows the code. Please set the scanner’s suffix to “Enter” (CR); the station then answers faster.',
  },
  'separator-lost': {
    de: 'Das Trennzeichen (GS) auf Impfstoffcodes geht verloren. Bitte am Scanner „GS1-Trennzeichen senden“ oder „Steuerzeichen als Strg-Kombination“ einschalten.',
    en: 'The separator (GS) of vaccine codes gets lost. Please switch on “transmit GS1 separator” or “control characters as Ctrl combinations” on the scanner.',
  },
  'separator-spelled': {
    de: 'Das Trennzeichen (GS) kommt als Text an. Das klappt meistens; sicherer ist „Steuerzeichen als Strg-Kombination“ am Scanner.',
    en: 'The separator (GS) arrives as text. That mostly works; “control characters as Ctrl combinations” on the scanner is safer.',
  },
  'text-added': {
    de: 'Der Scanner setzt Text vor oder hinter jeden Code. Die Station merkt sich das und lässt ihn weg.',
    en: 'The scanner adds text before or after each code. The station remembers it and leaves it out.',
  },
};
