import { Controller, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Actor, AuthenticationService, requireAccess } from '#accounts';
import { gunzipped, IntakeService, type Line, linesOf } from '#conversations';
import { Refused } from '#platform';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { identifyToConfirm } from './identify.js';
import { FREE_INFLATED_BYTES, MAX_INFLATION } from './limits.js';
import { BombError, IntakeStream } from './intake-stream.js';

const MEDIA_TYPES = new Set([
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
  'application/json-lines',
]);

@Controller('v1/conversations')
export class IngestController {
  constructor(
    private readonly intake: IntakeService,
    private readonly authentication: AuthenticationService,
    private readonly limits: RateLimits,
  ) {}

  /** NDJSON in, one conversation a line; NDJSON out, one answer a line, in order, as soon as it is committed. */
  @Post()
  @HttpCode(200)
  async take(@Req() request: Request, @Res() response: Response): Promise<void> {
    const actor = await identifyToConfirm(request, this.authentication).catch(async (error: unknown) => {
      if (error instanceof Refused && error.code === 'UNAUTHENTICATED')
        await this.limits.spendUnknown(request.ip ?? '', response);
      throw error;
    });
    requireAccess(actor, 'conversation.ingest');
    await this.answer(actor, request, response);
  }

  private async answer(actor: Actor, request: Request, response: Response): Promise<void> {
    const batches = linesOf(bodyOf(request));
    const store = async (lines: Line[]) => {
      await this.limits.spendConversations(actor, lines.length, response);
      return this.intake.ingest(actor, 'http', lines);
    };
    const stream = new IntakeStream(store, response);
    try {
      await stream.run(batches);
    } finally {
      // After a failure the client may go on sending. That is read and dropped: a connection cut here would take the
      // answer with it.
      batches.return(undefined).then(
        () => request.resume(),
        () => request.resume(),
      );
    }
  }
}

/** Text is seldom made much smaller; what grows without measure is sent to keep us busy. */
async function* withoutBombs(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const bytes = { packed: 0, unpacked: 0 };
  const counted = async function* () {
    for await (const part of packed) {
      bytes.packed += part.length;
      yield part;
    }
  };
  for await (const part of gunzipped(counted())) {
    bytes.unpacked += part.length;
    if (bytes.unpacked > FREE_INFLATED_BYTES && bytes.unpacked > bytes.packed * MAX_INFLATION) throw new BombError();
    yield part;
  }
}

/** @throws Refused when the media type or encoding is none that we read. */
function bodyOf(request: Request): AsyncIterable<Buffer> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase(); // split gives at least one part
  if (!MEDIA_TYPES.has(type)) {
    throw new Refused(
      'UNSUPPORTED_MEDIA_TYPE',
      'Send NDJSON, one conversation a line, as Content-Type: application/x-ndjson.',
    );
  }
  const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
  const body: AsyncIterable<Buffer> = request.iterator({ destroyOnReturn: false });
  if (encoding === 'identity') return body;
  if (encoding !== 'gzip') throw new Refused('UNSUPPORTED_MEDIA_TYPE', 'Content-Encoding must be gzip or identity.');
  return withoutBombs(body);
}
