import { escape, formPage } from './form.page.js';

/** The page to sign in on. */
export function signInPage({ email = '', problem = '' } = {}): string {
  return formPage({
    title: 'Sign in',
    intro: 'What your clones say, how people feel about it, and who answers for it.',
    problem,
    form: `<form method="post" action="/sign-in">
    <label for="email">E-mail</label>
    <input id="email" name="email" type="email" autocomplete="username" required autofocus value="${escape(email)}">
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required>
    <label for="code">Code, if you use an authenticator app</label>
    <input id="code" name="code" autocomplete="one-time-code" spellcheck="false">
    <button>Sign in</button>
  </form>`,
  });
}
