import { codeAndPasswordForm } from './code-and-password.page.js';

/** The page on which somebody who could not sign in any more sets another password. */
export function resetPage(given: { code?: string; problem?: string } = {}): string {
  return codeAndPasswordForm({
    title: 'Set a new password',
    intro:
      'Enter the code that an owner of your organisation gave you, and choose a new password. It ends your sessions.',
    action: '/reset',
    ...given,
  });
}
