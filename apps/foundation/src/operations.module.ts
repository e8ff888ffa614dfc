import { Global, Module } from '@nestjs/common';
import { Readiness } from './readiness.js';

/** What those who run the program ask it. */
@Global()
@Module({ providers: [Readiness], exports: [Readiness] })
export class OperationsModule {}
