import { accountLimits } from '#accounts';
import { escape, formPage } from './form.page.js';

const { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } = accountLimits;

/** The page on which somebody who was invited sets their password. The code is typed in, so that it stands in no address. */
export function invitationPage({ code = '', problem = '' } = {}): string {
  return formPage({
    title: 'Accept an invitation',
    intro: 'You were invited. Enter the code you were given, and choose a password to sign in with.',
    problem,
    form: `<form method="post" action="/invitation">
    <label for="code">Code</label>
    <input id="code" name="code" autocomplete="off" spellcheck="false" required autofocus value="${escape(code)}">
    <label for="password">New password, ${MIN_PASSWORD_CHARACTERS} characters or more</label>
    <input id="password" name="password" type="password" autocomplete="new-password" required minlength="${MIN_PASSWORD_CHARACTERS}" maxlength="${MAX_PASSWORD_CHARACTERS}">
    <button>Set password</button>
  </form>`,
  });
}
