import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { OpenIdService, SessionsService, SignInService } from '#accounts';
import { fieldsOf } from './form-fields.js';
import { readOrigin } from './origin.js';
import { requireSameOrigin } from './same-origin.js';
import { sendForm } from './send-form.js';
import { clearSession, sessionOf, setSession } from './session-cookie.js';
import { signInPage } from './sign-in.page.js';

/** The same whatever is wrong, so that nobody learns which part was right. */
const REFUSED = 'The e-mail address, the password or the code is wrong.';

@Controller()
export class SignInController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionsService,
    private readonly openid: OpenIdService,
  ) {}

  @Get('sign-in')
  page(@Res() response: Response): void {
    sendForm(response, this.form());
  }

  @Post('sign-in')
  async signIn(@Body() form: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    requireSameOrigin(request);
    const { email, password, code } = fieldsOf(form, 'email', 'password', 'code');
    const signedIn = await this.signIns.signIn({ email, password, code }, readOrigin(request));
    switch (signedIn.outcome) {
      case 'SIGNED_IN':
        await this.endSession(request);
        setSession(response, signedIn.session);
        return response.redirect(303, '/graphql');
      case 'TOO_MANY_ATTEMPTS':
        response.status(429).set('Retry-After', String(signedIn.retryAfterSeconds));
        return sendForm(response, this.form({ email, problem: 'There were too many attempts. Try again later.' }));
      case 'REFUSED':
        response.status(401);
        return sendForm(response, this.form({ email, problem: REFUSED }));
    }
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    requireSameOrigin(request);
    await this.endSession(request);
    clearSession(response);
    response.redirect(303, '/sign-in');
  }

  /** Browsers ask for it by themselves, and show an error when it is missing. */
  @Get('favicon.ico')
  @HttpCode(204)
  @Header('Cache-Control', 'max-age=86400')
  icon(): void {}

  @Get()
  home(@Query() _: unknown, @Res() response: Response): void {
    response.redirect(302, '/graphql');
  }

  private form(given: { email?: string; problem?: string } = {}): string {
    return signInPage({ ...given, provider: this.openid.providerName });
  }

  /** A session that the request already has ends: after a sign-in nobody who knew its token is somebody. */
  private async endSession(request: Request): Promise<void> {
    const token = sessionOf(request);
    if (token !== undefined) await this.sessions.signOut(token, readOrigin(request));
  }
}
