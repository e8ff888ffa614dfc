import { Body, Controller, Get, Header, Post, Query, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { AuthenticationService, SESSION_SECONDS } from '#accounts';
import { Refused } from '#platform';
import { SESSION_COOKIE, sessionOf } from './identify.js';
import { readOrigin } from './origin.js';
import { signInPage } from './sign-in.page.js';

@Controller()
export class SignInController {
  constructor(private readonly authentication: AuthenticationService) {}

  @Get('sign-in')
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return signInPage();
  }

  @Post('sign-in')
  async signIn(@Body() form: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    const { email, password } = fieldsOf(form);
    try {
      const token = await this.authentication.signIn(email, password, readOrigin(request));
      response.cookie(SESSION_COOKIE, token, {
        httpOnly: true,
        sameSite: 'strict',
        secure: response.req.secure,
        maxAge: SESSION_SECONDS * 1000,
        path: '/',
      });
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
    const token = sessionOf(request);
    if (token !== undefined) {
      const actor = await this.authentication.withSession(token).catch(() => undefined);
      if (actor !== undefined) await this.authentication.signOut(actor, token, readOrigin(request));
    }
    response.clearCookie(SESSION_COOKIE, { path: '/' }).redirect(303, '/sign-in');
  }

  @Get()
  home(@Query() _: unknown, @Res() response: Response): void {
    response.redirect(302, '/graphql');
  }
}

function fieldsOf(form: unknown): { email: string; password: string } {
  const given = (typeof form === 'object' && form !== null ? form : {}) as Record<string, unknown>; // each field is checked below
  const { email, password } = given;
  return { email: typeof email === 'string' ? email : '', password: typeof password === 'string' ? password : '' };
}
