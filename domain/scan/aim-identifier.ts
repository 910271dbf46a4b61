/** What a reader's symbology identifier (ISO/IEC 15424: `]`, a letter, a modifier) says about the text behind it. */
export interface AimIdentifier {
  readonly symbology: string;
  /** The symbol began with FNC1: its text is a GS1 message and nothing else. */
  readonly isGs1: boolean;
}

const symbologies: Record<string, string> = {
  A: 'Code39',
  C: 'Code128',
  E: 'EAN',
  G: 'Code93',
  I: 'ITF',
  J: 'DotCode',
  L: 'PDF417',
  Q: 'QRCode',
  d: 'DataMatrix',
  e: 'DataBar',
  h: 'HanXin',
  z: 'Aztec',
};

const gs1Prefixes = new Set(['C1', 'd2', 'd5', 'Q3', 'Q4', 'e0', 'e1', 'e2', 'J1', 'J4', 'z1', 'z4', 'L3']);

/** Takes the identifier off a text that carries one. Letters count as they are: `]D2` is a Caps Lock accident. */
export function splitAim(text: string): { readonly aim?: AimIdentifier; readonly rest: string } {
  const parts = /^\]([A-Za-z])([0-9A-Za-z])/.exec(text);
  const symbology = symbologies[parts?.[1] ?? ''];
  if (!parts || symbology === undefined) return { rest: text };
  return { aim: { symbology, isGs1: gs1Prefixes.has(`${parts[1]}${parts[2]}`) }, rest: text.slice(3) };
}
