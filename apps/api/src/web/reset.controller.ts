import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { SignInResetsService } from '#accounts';
import { fieldsOf } from './form-fields.js';
import { readOrigin } from './origin.js';
import { resetPage } from './reset.page.js';
import { requireSameOrigin } from './same-origin.js';
import { sendForm } from './send-form.js';

@Controller('reset')
export class ResetController {
  constructor(private readonly resets: SignInResetsService) {}

  @Get()
  page(@Res() response: Response): void {
    sendForm(response, resetPage());
  }

  @Post()
  async use(@Body() form: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    requireSameOrigin(request);
    const { code, password } = fieldsOf(form, 'code', 'password');
    const used = await this.resets.use(code.trim(), password, readOrigin(request));
    switch (used.outcome) {
      case 'USED':
        return response.redirect(303, '/sign-in');
      case 'TOO_MANY_ATTEMPTS':
        response.status(429).set('Retry-After', String(used.retryAfterSeconds));
        return sendForm(response, resetPage({ code, problem: 'There were too many attempts. Try again later.' }));
      case 'UNUSABLE':
        response.status(400);
        return sendForm(response, resetPage({ code, problem: 'This code cannot be used. Ask for a new one.' }));
      case 'PASSWORD_REFUSED':
        response.status(400);
        return sendForm(response, resetPage({ code, problem: used.problem }));
    }
  }
}
