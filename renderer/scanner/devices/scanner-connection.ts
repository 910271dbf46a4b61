/** A scanner that is connected otherwise than as a keyboard, and stays so until it is closed or pulled out. */
export interface ScannerConnection {
  close(): Promise<void>;
}

export interface ConnectionListener {
  /** As a scanner with symbology identifiers sends it: `]d2`, `]C1` … lead the text where the scanner told. */
  onScan(text: string): void;
  /** The connection broke without being closed. */
  onLost(): void;
}
