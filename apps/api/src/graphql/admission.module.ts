import { Module } from '@nestjs/common';
import { type Configuration, CONFIGURATION } from '#platform';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { RateLimitsModule } from '../rate-limits/rate-limits.module.js';
import { Admission } from './admission.js';
import { TrustedDocuments } from './trusted-documents.js';

/** One admission for HTTP and WebSockets, so that no limit holds on one way only. */
@Module({
  imports: [RateLimitsModule],
  providers: [
    {
      provide: Admission,
      inject: [RateLimits, CONFIGURATION],
      useFactory: (limits: RateLimits, { graphql }: Configuration) =>
        new Admission(limits, TrustedDocuments.of(graphql)),
    },
  ],
  exports: [Admission],
})
export class AdmissionModule {}
