import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Readiness } from '#foundation';

@Controller()
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  /** The process lives; nothing else is asked. */
  @Get('healthz')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Send requests here, or do not. */
  @Get('readyz')
  async ready(@Res() response: Response): Promise<void> {
    const { ready, checks } = await this.readiness.look();
    response.status(ready ? 200 : 503).json({ status: ready ? 'ready' : 'unready', checks });
  }
}
