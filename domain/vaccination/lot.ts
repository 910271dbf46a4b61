/** The longest lot that GS1 knows (AI 10). */
export const longestLot = 20;

/** The characters of GS1's set 82: what a lot on a vial or box can be made of. */
const lotPattern = /^[!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]{1,20}$/;

export function isLot(text: string): boolean {
  return lotPattern.test(text);
}

/** Whether both name one lot: in a stock and on a vial it is the same in capitals. */
export function isSameLot(one: string, other: string): boolean {
  return one.trim().toUpperCase() === other.trim().toUpperCase();
}
