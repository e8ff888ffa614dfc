import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, systemClock } from './clock.js';
import type { Configuration } from './configuration.js';

/** Injection token of the `Configuration`. */
export const CONFIGURATION = Symbol('Configuration');

@Global()
@Module({})
export class PlatformModule {
  static with(configuration: Configuration, clock: Clock = systemClock): DynamicModule {
    return {
      module: PlatformModule,
      providers: [
        { provide: CONFIGURATION, useValue: configuration },
        { provide: Clock, useValue: clock },
      ],
      exports: [CONFIGURATION, Clock],
    };
  }
}
