import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { Redis } from 'ioredis';
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
} from 'rate-limiter-flexible';
import { Database } from '#database';
import { type Configuration, CONFIGURATION, log } from '#platform';
import { Budget } from './budget.js';
import { BUDGET_SECONDS, STORE_MILLISECONDS } from './limits.js';
import { RateLimits } from './rate-limits.js';

const REDIS = Symbol('Redis of the rate limits');

@Module({
  providers: [
    {
      provide: REDIS,
      inject: [CONFIGURATION],
      useFactory: ({ redisUrl }: Configuration) => (redisUrl === undefined ? 'none' : new CountingRedis(redisUrl)),
    },
    {
      provide: RateLimits,
      inject: [CONFIGURATION, Database, REDIS],
      useFactory: ({ rateLimits }: Configuration, database: Database, redis: unknown) => {
        const budget = (name: string, limit: number) =>
          limit === 0 ? undefined : new Budget(name, limit, storeOf(name, limit, database, redis));
        return new RateLimits(
          budget('cost', rateLimits.costPerMinute),
          budget('conversations', rateLimits.conversationsPerMinute),
          budget('unauthenticated', rateLimits.unauthenticatedPerMinute),
        );
      },
    },
  ],
  exports: [RateLimits],
})
export class RateLimitsModule {}

/** Answers at once that it cannot count when Redis is away, instead of waiting for it. */
class CountingRedis extends Redis implements OnApplicationShutdown {
  constructor(url: string) {
    super(url, { enableOfflineQueue: false, maxRetriesPerRequest: 0, commandTimeout: STORE_MILLISECONDS });
    this.on('error', () => {}); // the queue tells of Redis being away; counting goes on in the process meanwhile
  }

  onApplicationShutdown(): void {
    this.disconnect();
  }
}

/** Stands in while the store is away, and says so, at most once a minute. */
class CountingAlone extends RateLimiterMemory {
  private saidAt = 0;

  override consume(key: string | number, points?: number): ReturnType<RateLimiterMemory['consume']> {
    if (Date.now() - this.saidAt > BUDGET_SECONDS * 1000) {
      this.saidAt = Date.now();
      log.warn('budgets-counted-alone', { budget: this.keyPrefix });
    }
    return super.consume(key, points);
  }
}

/** Where all processes count together. While it is away each counts by itself, so that nobody is let in without limit. */
function storeOf(name: string, points: number, database: Database, redis: unknown): RateLimiterAbstract {
  const settings = { keyPrefix: `answerable:${name}`, points, duration: BUDGET_SECONDS };
  const shared = {
    ...settings,
    inMemoryBlockOnConsumed: points, // who has nothing left is refused without asking the store
    insuranceLimiter: new CountingAlone(settings),
  };
  if (redis instanceof CountingRedis)
    return new RateLimiterRedis({ ...shared, storeClient: redis, rejectIfRedisNotReady: true });
  return new RateLimiterPostgres({
    ...shared,
    storeClient: database.source,
    storeType: 'typeorm',
    schemaName: 'limits',
    tableName: 'budget',
    tableCreated: true,
  });
}
