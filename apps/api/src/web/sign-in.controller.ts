import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AuthenticationService, SessionsService } from '#accounts';
import { Refused } from '#platform';
import { fieldsOf } from './form-fields.js';
import { sourceOf } from './identify.js';
import { clearSession, sessionOf, setSession } from './session-cookie.js';
import { signInPage } from './sign-in.page.js';

@Controller()
export class SignInController {
  constructor(
    private readonly authentication: AuthenticationService,
    private readonly sessions: SessionsService,
  ) {}

  @Get('sign-in')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return signInPage();
  }

  @Post('sign-in')
  async signIn(@Body() form: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { email, password } = fieldsOf(form, 'email', 'password');
    try {
      const session = await this.authentication.signIn(email, password, sourceOf(request));
      await this.endSession(request);
      setSession(response, session);
      response.redirect(303, '/graphql');
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      response
        .status(401)
        .type('html')
        .send(signInPage({ email, problem: error.message }));
    }
  }

  @Post('sign-out')
  async signOut(@Req() request: Request, @Res() response: Response): Promise<void> {
    await this.endSession(request);
    clearSession(response);
    response.redirect(303, '/sign-in');
  }

  @Get()
  home(@Query() _: unknown, @Res() response: Response): void {
    response.redirect(302, '/graphql');
  }

  /** A session that the request already has ends: after a sign-in nobody who knew its token is somebody. */
  private async endSession(request: Request): Promise<void> {
    const token = sessionOf(request);
    if (token !== undefined) await this.sessions.signOut(token);
  }
}
