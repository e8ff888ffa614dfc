import { Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '#platform';
import { DeliveriesService } from './deliveries.service.js';
import { DeliveryLoop } from './delivery-loop.js';
import { EndpointsService } from './endpoints.service.js';
import { Poster } from './post.js';
import { nameServers } from './resolving.js';
import { Seal } from './seal.js';
import { sealKey } from './seal-key.js';
import { SendingService } from './sending.service.js';
import { TargetGuard } from './targets.js';

@Module({
  providers: [
    DeliveriesService,
    DeliveryLoop,
    EndpointsService,
    SendingService,
    {
      provide: TargetGuard,
      inject: [CONFIGURATION],
      useFactory: ({ webhooks }: Configuration) => new TargetGuard(webhooks.allowedNetworks),
    },
    {
      provide: Seal,
      inject: [CONFIGURATION],
      useFactory: (configuration: Configuration) => new Seal(() => sealKey(configuration)),
    },
    { provide: Poster, inject: [TargetGuard], useFactory: (guard: TargetGuard) => new Poster(guard, nameServers()) },
  ],
  exports: [DeliveriesService, DeliveryLoop, EndpointsService],
})
export class NoticesModule {}
