/**
 * One row of a CSV file for German spreadsheets: semicolons, quoted where needed. A cell that a spreadsheet would
 * run as a formula gets an apostrophe in front: what somebody typed into a name must not act on another's computer.
 */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return `${cells.map((cell) => csvCell(String(cell ?? ''))).join(';')}\r\n`;
}

/** Spreadsheets need the mark to read umlauts. */
export const csvStart = '\ufeff';

function csvCell(text: string): string {
  const harmless = isFormula(text) ? `'${text}` : text;
  return /[";\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A plain phone number such as +49 170 may stay: it computes to nothing. */
function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^\+[\d ()/-]+$/.test(text);
}
