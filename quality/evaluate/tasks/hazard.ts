import type { RiskCode } from '#detection';
import { constantSystem } from '../baselines/constant.js';
import { measure, type Report } from '../measure.js';
import { readHazards, type HazardExample } from '../read/formats.js';
import type { Metric } from '../metrics/metric.js';
import { readAll, type Request } from './request.js';
import { CODES, flagMisses, flagTable, riskMetrics, turnSystem, type Weighed } from './weighed.js';

/** The codes that mean what the sets call risky: harm, abuse and self-harm, whoever is hurt. */
const HAZARD_CODES: readonly RiskCode[] = ['H0', 'P2', 'P5'];

/** Whether a text or a reply is harmful, and how often harmless ones are flagged. */
export function measureHazard(request: Request): Promise<Report> {
  const examples = readAll(request, readHazards);
  // Texts that people wrote about their cards and orders deserve no flag of any code.
  const codes = examples.some(({ risky }) => risky) ? HAZARD_CODES : CODES;
  const positive = examples.map(({ risky }) => risky);
  return measure<HazardExample, Weighed>(
    {
      ...request.names('hazard'),
      examples,
      groups: examples.map(({ group }) => group),
      textOf: ({ turn }) => turn.text,
      engine: turnSystem(request.engine),
      baselines: [constantSystem(positive)],
      metrics: (_, answers): Record<string, Metric> => ({
        ...riskMetrics(positive, answers, codes),
        macroAveragePrecision: () => null,
        spanOverlap: () => null,
      }),
      tables: (_, answers) => [flagTable(positive, answers, codes)],
      misses: (of, answers) =>
        flagMisses(
          of.map(({ turn }) => turn.text),
          positive,
          answers,
          codes,
        ),
    },
    request.write,
  );
}
