import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

/** What the provider says of somebody. */
export interface Account {
  email?: string;
  email_verified?: boolean;
  name?: string;
}

/** A real OpenID provider on this machine: whoever asks signs in under the login name that the browser below types. */
export interface OpenIdProvider {
  issuer: string;
  /** By login name, which is also the subject. */
  accounts: Map<string, Account>;
  close(): Promise<void>;
}

export const CLIENT = { id: 'answerable', secret: 'a-client-secret-of-some-length' };

export async function startOpenIdProvider(callback: string): Promise<OpenIdProvider> {
  const accounts = new Map<string, Account>();
  const server: Server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // it listens on TCP
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.id, client_secret: CLIENT.secret, redirect_uris: [callback] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['of a test'] },
    pkce: { required: () => true },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts.get(id) }) }),
  });
  const answer = provider.callback();
  server.on('request', (request, response) => void answer(request, response));
  return {
    issuer,
    accounts,
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A browser with one cookie jar per host that follows redirects and fills in the provider's forms. */
export class Browser {
  private readonly jar = new Map<string, Map<string, string>>();

  /** Goes through the sign-in that begins at `address`. @returns the answer of our own callback, or where it stops */
  async signIn(address: string, login: string, ours: string): Promise<Response> {
    let at = new URL(address);
    let response = await this.send(at);
    for (let step = 0; step < 20; step += 1) {
      const next = response.headers.get('location');
      if (next !== null) {
        at = new URL(next, at);
        response = await this.send(at);
      } else if (at.href.startsWith(ours)) {
        return response;
      } else {
        const page = await response.text();
        const [, action = ''] = /<form[^>]*action="([^"]+)"/.exec(page) ?? [];
        const [, prompt = ''] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
        if (action === '') throw new Error(`The provider shows no form (${response.status}): ${page.slice(0, 300)}`);
        at = new URL(action, at);
        response = await this.send(at, new URLSearchParams({ prompt, login, password: 'any' }));
      }
    }
    throw new Error('The sign-in does not end.');
  }

  async send(address: URL, form?: URLSearchParams): Promise<Response> {
    const cookies = this.jar.get(address.host) ?? new Map<string, string>();
    this.jar.set(address.host, cookies);
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const equals = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(pair.slice(0, equals));
      else cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
    return response;
  }

  cookie(host: string, name: string): string | undefined {
    return this.jar.get(host)?.get(name);
  }

  setCookie(host: string, name: string, value: string): void {
    this.jar.get(host)?.set(name, value);
  }
}
