import { type DynamicModule, Global, Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Announcements } from './announcements.js';
import { type Backend, postgresBackend, redisBackend } from './backend.js';
import { Bells } from './bells.js';
import { DeadLettersService } from './dead-letters.service.js';
import { QueueMetricsService } from './queue-metrics.service.js';
import { WorkerLoop } from './worker-loop.js';

export interface QueueAddress {
  databaseUrl: string;
  redisUrl: string | undefined;
}

const BACKEND = Symbol('Backend');

/** Redis when it is configured, else PostgreSQL. */
export function openQueue(address: QueueAddress): Promise<Backend> {
  return address.redisUrl === undefined ? postgresBackend(address.databaseUrl) : redisBackend(address.redisUrl);
}

@Global()
@Module({})
export class QueueModule implements OnApplicationShutdown {
  constructor(
    @Inject(BACKEND) private readonly backend: Backend,
    private readonly bells: Bells,
    private readonly announcements: Announcements,
  ) {}

  static at(address: QueueAddress): DynamicModule {
    return {
      module: QueueModule,
      providers: [
        { provide: BACKEND, useFactory: () => openQueue(address) },
        { provide: Bells, inject: [BACKEND], useFactory: async (backend: Backend) => new Bells(await backend.queue()) },
        { provide: WorkerLoop, inject: [BACKEND], useFactory: (backend: Backend) => new WorkerLoop(backend) },
        { provide: Announcements, useFactory: () => new Announcements(address.databaseUrl) },
        DeadLettersService,
        QueueMetricsService,
      ],
      exports: [Announcements, Bells, WorkerLoop, DeadLettersService],
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await this.announcements.close();
    await this.bells.close();
    await this.backend.close();
  }
}
