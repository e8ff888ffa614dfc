/** The check digit of a card number (ISO/IEC 7812-1, Luhn). */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at += 1) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The rest of an IBAN's check (ISO 7064, MOD 97-10); 1 for one that is right. */
export function remainder97(text: string): number {
  let remainder = 0;
  for (const character of text) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder;
}

/** The last character of a Chinese identity number (GB 11643-1999, which takes it from ISO 7064, MOD 11-2). */
export function isChineseIdentity(number: string): boolean {
  let sum = 0;
  for (let at = 0; at < 17; at += 1) sum += Number(number[at]) * (2 ** (17 - at) % 11);
  return '10X98765432'[sum % 11] === number[17]?.toUpperCase() && isDay(number.slice(10, 12), number.slice(12, 14));
}

/** The last digit of a German tax number of a person (ISO 7064, MOD 11,10); of its first ten digits one comes twice or thrice. */
export function isGermanTaxNumber(digits: string): boolean {
  if (digits.length !== 11 || digits.startsWith('0')) return false;
  const different = new Set(digits.slice(0, 10)).size;
  if (different !== 9 && different !== 8) return false;
  let product = 10;
  for (const digit of digits.slice(0, 10)) {
    const sum = (Number(digit) + product) % 10 || 10;
    product = (2 * sum) % 11;
  }
  return (11 - product) % 10 === Number(digits[10]);
}

/** The last digit of a number of the British National Health Service (modulus 11). */
export function isHealthServiceNumber(digits: string): boolean {
  if (digits.length !== 10) return false;
  let sum = 0;
  for (let at = 0; at < 9; at += 1) sum += Number(digits[at]) * (10 - at);
  return (11 - (sum % 11)) % 11 === Number(digits[9]);
}

export function isDay(month: string, day: string): boolean {
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
}
