import { Module } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '#platform';
import { ANALYSIS_ENGINE, AnalysisService } from './analysis.service.js';
import { EmbeddedEngine } from './embedded.engine.js';
import type { AnalysisEngine } from './engine.js';
import { FallbackEngine } from './fallback.engine.js';
import { OpenAiEngine } from './openai.engine.js';
import { SpendService } from './spend.service.js';

/** The embedded engine, or OpenAI's with the embedded one behind it. */
function chooseEngine(configuration: Configuration, spend: SpendService): AnalysisEngine {
  const embedded = new EmbeddedEngine();
  if (configuration.analysisEngine === 'embedded') return embedded;
  return new FallbackEngine(new OpenAiEngine({ settings: configuration.openai, spend }), embedded);
}

@Module({
  providers: [
    SpendService,
    AnalysisService,
    { provide: ANALYSIS_ENGINE, inject: [CONFIGURATION, SpendService], useFactory: chooseEngine },
  ],
  exports: [AnalysisService],
})
export class AnalysisModule {}
