import { escape, formPage } from './form.page.js';

interface SignIn {
  email?: string;
  problem?: string;
  /** What to call the OpenID provider, when there is one. */
  provider?: string | undefined;
}

/** The page to sign in on. */
export function signInPage({ email = '', problem = '', provider }: SignIn = {}): string {
  return formPage({
    title: 'Sign in',
    intro: 'What your clones say, how people feel about it, and who answers for it.',
    problem,
    form: `${provider === undefined ? '' : providerLink(provider)}<form method="post" action="/sign-in">
    <label for="email">E-mail</label>
    <input id="email" name="email" type="email" autocomplete="username" required${email === '' ? ' autofocus' : ''} value="${escape(email)}">
    <label for="password">Password</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required${email === '' ? '' : ' autofocus'}>
    <label for="code">Code, if you use an authenticator app</label>
    <input id="code" name="code" autocomplete="one-time-code" spellcheck="false">
    <button>Sign in</button>
  </form>
  <p class="or">Locked out? Ask an owner of your organisation for a code, and <a href="/reset">set a new password</a>.</p>`,
  });
}

function providerLink(provider: string): string {
  return `<a class="button" href="/sign-in/openid">Sign in with ${escape(provider)}</a>
  <p class="or">or with a password</p>
  `;
}

/** Leads on by itself, and by a link. */
export function signedInPage(): string {
  return formPage({
    title: 'Signed in',
    intro: 'You are signed in.',
    problem: '',
    form: `<meta http-equiv="refresh" content="0; url=/graphql"><a class="button" href="/graphql">Continue</a>`,
  });
}
