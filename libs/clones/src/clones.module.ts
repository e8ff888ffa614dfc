import { Module } from '@nestjs/common';
import { ClonesService } from './clones.service.js';

@Module({ providers: [ClonesService], exports: [ClonesService] })
export class ClonesModule {}
