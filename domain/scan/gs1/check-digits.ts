/** Whether the last digit is the GS1 check digit of those before it (weights 3 and 1 from the right, modulo 10). */
export function hasGs1CheckDigit(digits: string): boolean {
  if (!/^\d{2,}$/.test(digits)) return false;
  let sum = 0;
  for (let i = 0; i < digits.length; i++)
    sum += Number(digits.charAt(digits.length - 1 - i)) * (i % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}

const primes = firstPrimes(97);
const characters82 = '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz';
const characters32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** Whether the last two characters are the check pair of an alphanumeric GS1 key (primes, modulo 1021). */
export function hasGs1CheckPair(text: string): boolean {
  if (text.length < 2 || text.length > primes.length + 2) return false;
  const body = text.slice(0, -2);
  let sum = 0;
  for (let i = 0; i < body.length; i++) {
    const value = characters82.indexOf(body.charAt(body.length - 1 - i));
    if (value < 0) return false;
    sum += value * (primes[i] ?? 0);
  }
  const check = sum % 1021;
  return text.endsWith(characters32.charAt(check >> 5) + characters32.charAt(check & 31));
}

/** Whether the ISO 7064 check digits (modulo 97) of an IBAN are right; its country is checked elsewhere. */
export function hasIbanCheckDigits(iban: string): boolean {
  if (!/^[A-Z]{2}[0-9A-Z]{9,}$/.test(iban)) return false;
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value < 10 ? 10 : 100) + value) % 97;
  }
  return remainder === 1;
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let number = 2; found.length < count; number++)
    if (found.every((prime) => number % prime !== 0)) found.push(number);
  return found;
}
