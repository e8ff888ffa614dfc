import type { PersonalKind, Span } from '#detection';

/** A find of the product, or of what it is compared with. */
export interface Find extends Span {
  kind: PersonalKind;
}

/** The types of the sets that have a form of their own, such as check digits, an @ or a fixed length. */
export const STRUCTURED: readonly string[] = [
  'CREDIT_CARD',
  'EMAIL_ADDRESS',
  'IBAN_CODE',
  'IP_ADDRESS',
  'PHONE_NUMBER',
  'US_DRIVER_LICENSE',
  'US_SSN',
];

/** How the sets mark what the product calls so. A long number without a form is right for whatever is written in digits. */
export const MARKED_AS: Record<Find['kind'], readonly string[]> = {
  EMAIL: ['EMAIL_ADDRESS'],
  IBAN: ['IBAN_CODE'],
  CARD: ['CREDIT_CARD'],
  PHONE: ['PHONE_NUMBER'],
  NUMBER: ['CREDIT_CARD', 'PHONE_NUMBER', 'US_DRIVER_LICENSE', 'US_SSN'],
  NATIONAL_ID: ['US_SSN', 'US_DRIVER_LICENSE'],
  ACCOUNT: ['US_BANK_NUMBER'],
  ADDRESS: ['ADDRESS', 'STREET_ADDRESS', 'ZIP_CODE'],
  BIRTH_DATE: ['DATE_TIME'],
  IP: ['IP_ADDRESS'],
  URL: ['DOMAIN_NAME', 'URL'],
  PERSON: ['PERSON'],
};
