import { Body, Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { InvitationsService } from '#accounts';
import { fieldsOf } from './form-fields.js';
import { invitationPage } from './invitation.page.js';
import { readOrigin } from './origin.js';
import { requireSameOrigin } from './same-origin.js';
import { sendForm } from './send-form.js';

@Controller('invitation')
export class InvitationController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  page(@Res() response: Response): void {
    sendForm(response, invitationPage());
  }

  @Post()
  async accept(@Body() form: unknown, @Req() request: Request, @Res() response: Response): Promise<void> {
    requireSameOrigin(request);
    const { code, password } = fieldsOf(form, 'code', 'password');
    const accepted = await this.invitations.accept(code.trim(), password, readOrigin(request));
    if (accepted.outcome === 'ACCEPTED') return response.redirect(303, '/sign-in');
    const unusable = 'This code cannot be used. Ask whoever invited you for a new one.';
    const problem = accepted.outcome === 'UNUSABLE' ? unusable : accepted.problem;
    response.status(400);
    sendForm(response, invitationPage({ code, problem }));
  }
}
