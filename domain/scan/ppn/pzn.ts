/**
 * The German pharmacy number as eight digits, if its check digit is right (weights 1 to 7, modulo 11; a
 * remainder of 10 is never given out). Seven digits are the older form.
 */
export function pznOf(text: string | undefined): string | undefined {
  if (text === undefined || !/^\d{7,8}$/.test(text)) return undefined;
  const pzn = text.padStart(8, '0');
  let sum = 0;
  for (let i = 0; i < 7; i++) sum += Number(pzn.charAt(i)) * (i + 1);
  return sum % 11 === Number(pzn.charAt(7)) ? pzn : undefined;
}

/** The pharmacy number inside a GTIN-14 of the German prefix: 0 4150, eight digits, check digit. */
export function pznOfGtin(gtin: string | undefined): string | undefined {
  const parts = /^04150(\d{8})\d$/.exec(gtin ?? '');
  return pznOf(parts?.[1]);
}

/** The GTIN-13 that a pharmacy number stands for (IFA: NTIN, 4150 and the eight digits). */
export function ntinOf(pzn: string): string {
  const digits = `4150${pzn}`;
  let sum = 0;
  for (let i = 0; i < digits.length; i++) sum += Number(digits.charAt(i)) * (i % 2 === 0 ? 1 : 3);
  return `${digits}${(10 - (sum % 10)) % 10}`;
}
