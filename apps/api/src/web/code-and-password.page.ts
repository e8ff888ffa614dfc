import { accountLimits } from '#accounts';
import { escape, formPage } from './form.page.js';

const { MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS } = accountLimits;

/** A page that takes a code and a new password. The code is typed in, so that it stands in no address, history or log. */
export function codeAndPasswordForm({
  code = '',
  problem = '',
  ...page
}: {
  title: string;
  intro: string;
  action: string;
  code?: string;
  problem?: string;
}): string {
  return formPage({
    title: page.title,
    intro: page.intro,
    problem,
    form: `<form method="post" action="${page.action}">
    <label for="code">Code</label>
    <input id="code" name="code" autocomplete="off" spellcheck="false" required autofocus value="${escape(code)}">
    <label for="password">New password, ${MIN_PASSWORD_CHARACTERS} characters or more</label>
    <input id="password" name="password" type="password" autocomplete="new-password" required minlength="${MIN_PASSWORD_CHARACTERS}" maxlength="${MAX_PASSWORD_CHARACTERS}">
    <button>Set password</button>
  </form>`,
  });
}
