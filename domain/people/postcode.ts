/** What postcodes look like by country (ISO 3166-1); countries that are not here are asked for letters and digits alone. */
const forms: Readonly<Record<string, RegExp>> = {
  ...each('AT BE BG CH DK HU LI LU NO SI', /^\d{4}$/),
  ...each('DE', /^(?!00)\d{5}$/),
  ...each('ES FI FR HR IT RS TR UA', /^\d{5}$/),
  ...each('CZ GR SE SK', /^\d{3} ?\d{2}$/),
  ...each('NL', /^\d{4} ?[A-Z]{2}$/i),
  ...each('PL', /^\d{2}-?\d{3}$/),
  ...each('PT', /^\d{4}(?:-?\d{3})?$/),
  ...each('RO RU', /^\d{6}$/),
  ...each('GB', /^[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}$/i),
  ...each('US', /^\d{5}(?:-\d{4})?$/),
};

/** Signs that stand before a postcode instead of a country of its own: `A-1010`, `CH-8001`. */
const countrySigns: Readonly<Record<string, string>> = {
  A: 'AT',
  B: 'BE',
  D: 'DE',
  E: 'ES',
  F: 'FR',
  H: 'HU',
  I: 'IT',
  L: 'LU',
  N: 'NO',
  P: 'PT',
  S: 'SE',
  UK: 'GB',
};

/** Whether a postcode is one of its country; without a country of one in Germany, or of that whose sign stands before it. */
export function isPostcode(text: string, country = 'DE'): boolean {
  const signed = /^([A-Z]{1,2})-(.+)$/.exec(text);
  const of = signed ? (countrySigns[signed[1] ?? ''] ?? signed[1] ?? '') : country;
  const postcode = signed?.[2] ?? text;
  const form = Object.hasOwn(forms, of) ? forms[of] : anyPostcode;
  return form?.test(postcode) ?? false;
}

/** A German postcode as letters carry it: without a sign of the country and without blanks. */
export function tidyPostcode(text: string): string {
  const digits = text.replace(/^DE?[- ]\s?/, '').replace(/ /g, '');
  return /^\d{5}$/.test(digits) ? digits : text;
}

const anyPostcode = /^(?=.*\d)[A-Z\d][A-Z\d -]{1,10}[A-Z\d]$/i;

function each(countries: string, form: RegExp): Record<string, RegExp> {
  return Object.fromEntries(countries.split(' ').map((country) => [country, form]));
}
