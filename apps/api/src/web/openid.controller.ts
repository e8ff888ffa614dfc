import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { accountLimits, type OpenIdFlow, OpenIdService } from '#accounts';
import { Refused } from '#platform';
import { readOrigin } from './origin.js';
import { cookieOf, setSession } from './session-cookie.js';
import { signedInPage, signInPage } from './sign-in.page.js';

/** Lax, as the person comes back from another site. It opens nothing: the provider's answer must fit it. */
const FLOW_COOKIE = 'answerable_openid';
const FLOW_PATH = '/sign-in/openid';

@Controller('sign-in/openid')
export class OpenIdController {
  constructor(private readonly openid: OpenIdService) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async begin(@Res() response: Response): Promise<void> {
    try {
      const { address, flow } = await this.openid.begin();
      response.cookie(FLOW_COOKIE, Buffer.from(JSON.stringify(flow)).toString('base64url'), {
        httpOnly: true,
        sameSite: 'lax',
        secure: response.req.secure,
        maxAge: accountLimits.OPENID_SIGN_IN_SECONDS * 1000,
        path: FLOW_PATH,
      });
      response.redirect(303, address.href);
    } catch (error) {
      this.tell(error, response);
    }
  }

  @Get('callback')
  @Header('Cache-Control', 'no-store')
  async finish(@Req() request: Request, @Res() response: Response): Promise<void> {
    response.clearCookie(FLOW_COOKIE, { path: FLOW_PATH });
    try {
      const flow = flowOf(cookieOf(request, FLOW_COOKIE));
      const query = new URL(request.originalUrl, 'http://callback.invalid').searchParams;
      setSession(response, await this.openid.finish(query, flow, readOrigin(request)));
      // A page and not a redirect: the cookie is SameSite=Strict, and a redirect would still count as coming from the provider.
      response.type('html').send(signedInPage());
    } catch (error) {
      this.tell(error, response);
    }
  }

  private tell(error: unknown, response: Response): void {
    if (!(error instanceof Refused)) throw error;
    const page = signInPage({ problem: error.message, provider: this.openid.providerName });
    response
      .status(error.code === 'NOT_FOUND' ? 404 : 401)
      .type('html')
      .send(page);
  }
}

/** @throws Refused when this browser has begun no sign-in, or too long ago. */
function flowOf(cookie: string | undefined): OpenIdFlow {
  try {
    const { state, nonce, verifier } = JSON.parse(
      Buffer.from(cookie ?? '', 'base64url').toString(),
    ) as Partial<OpenIdFlow>; // checked next
    if (typeof state === 'string' && typeof nonce === 'string' && typeof verifier === 'string')
      return { state, nonce, verifier };
  } catch {
    // told below
  }
  throw new Refused('UNAUTHENTICATED', 'This sign-in was not begun here, or it took too long. Begin it again.');
}
