import { InvalidArgumentError } from 'commander';

export function notEmpty(given: string): string {
  if (given.trim() !== '') return given;
  throw new InvalidArgumentError('It must not be empty.');
}

export function email(given: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(given)) return given;
  throw new InvalidArgumentError('This is no e-mail address.');
}
