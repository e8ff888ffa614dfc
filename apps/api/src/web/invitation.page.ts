import { codeAndPasswordForm } from './code-and-password.page.js';

/** The page on which somebody who was invited sets their password. */
export function invitationPage(given: { code?: string; problem?: string } = {}): string {
  return codeAndPasswordForm({
    title: 'Accept an invitation',
    intro: 'You were invited. Enter the code you were given, and choose a password to sign in with.',
    action: '/invitation',
    ...given,
  });
}
