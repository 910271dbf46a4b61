/**
 * A German district by the first five digits of the official municipality key (Amtlicher Gemeindeschlüssel, AGS): two for
 * the state (01 to 16), one for the region, two for the district.
 */
export function isDistrictKey(text: string): boolean {
  return /^(0[1-9]|1[0-6])\d{3}$/.test(text);
}
