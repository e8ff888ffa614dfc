import { Body, Controller, Get, Header, Post, Res } from '@nestjs/common';
import type { Response } from 'express';
import { InvitationsService } from '#accounts';
import { fieldsOf } from './form-fields.js';
import { invitationPage } from './invitation.page.js';

@Controller('invitation')
export class InvitationController {
  constructor(private readonly invitations: InvitationsService) {}

  @Get()
  @Header('Content-Type', 'text/html; charset=utf-8')
  page(): string {
    return invitationPage();
  }

  @Post()
  async accept(@Body() form: unknown, @Res() response: Response): Promise<void> {
    const { code, password } = fieldsOf(form, 'code', 'password');
    const accepted = await this.invitations.accept(code.trim(), password);
    if (accepted.outcome === 'ACCEPTED') return response.redirect(303, '/sign-in');
    const unusable = 'This code cannot be used. Ask whoever invited you for a new one.';
    const problem = accepted.outcome === 'UNUSABLE' ? unusable : accepted.problem;
    response.status(400).type('html').send(invitationPage({ code, problem }));
  }
}
