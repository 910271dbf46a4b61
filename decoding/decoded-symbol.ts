/** One symbol that was found in a picture. */
export interface DecodedSymbol {
  /** As it was encoded: GS (0x1D) where a GS1 message has separators. Empty where only bytes are certain. */
  readonly text: string;
  /** QRCode, DataMatrix, Aztec, PDF417, Code128, EAN13, … */
  readonly symbology: string;
  /** The symbol began with FNC1: its text is a GS1 message. */
  readonly isGs1: boolean;
  readonly bytes?: Uint8Array;
  /** Clockwise from the symbol's own top left, in pixels of the picture. */
  readonly corners?: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}
