import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { ExpectedStop } from './errors.js';
import { projectRoot } from './project-root.js';

/** Every setting the program reads, with its default. This file is the only reader of the environment. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  ANSWERABLE_DATA_DIR: z.string().min(1).default('.answerable'),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  ANALYSIS_ENGINE: z.enum(['embedded', 'openai']).default('embedded'),
  OPENAI_API_KEY: z.string().min(1).optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  OPENAI_MODEL: z.string().min(1).default('gpt-5-mini'),
  OPENAI_TIMEOUT_SECONDS: z.coerce.number().positive().max(600).default(30),
  OPENAI_DAILY_BUDGET_USD: z.coerce.number().min(0).default(5),
  OPENAI_USD_PER_MILLION_INPUT_TOKENS: z.coerce.number().min(0).default(0.25),
  OPENAI_USD_PER_MILLION_OUTPUT_TOKENS: z.coerce.number().min(0).default(2),
});

/** What a setting must be, for the settings that can be wrong: the checker's own words are those of a programmer. */
const REQUIREMENTS: Partial<Record<string, string>> = {
  PORT: 'a whole number from 0 to 65535',
  DATABASE_URL: 'an address such as postgresql://user:password@host:5432/database',
  REDIS_URL: 'an address such as redis://host:6379 or rediss://user:password@host:6379',
  LOG_LEVEL: 'one of debug, info, warn, error, silent',
  ANALYSIS_ENGINE: 'embedded or openai',
  OPENAI_BASE_URL: 'an address such as https://host/v1',
  OPENAI_TIMEOUT_SECONDS: 'a number above 0, up to 600',
  OPENAI_DAILY_BUDGET_USD: 'a number from 0 on',
  OPENAI_USD_PER_MILLION_INPUT_TOKENS: 'a number from 0 on',
  OPENAI_USD_PER_MILLION_OUTPUT_TOKENS: 'a number from 0 on',
};

export interface Configuration {
  /** TCP port of the API; 0 lets the system choose. */
  port: number;
  host: string;
  /** An existing PostgreSQL server; without it the embedded one is started. */
  databaseUrl: string | undefined;
  /** Absolute folder for the embedded server's data. */
  dataDirectory: string;
  /** With it the queue runs on Redis, without it on PostgreSQL. */
  redisUrl: string | undefined;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  analysisEngine: 'embedded' | 'openai';
  openai: {
    apiKey: string | undefined;
    baseUrl: string | undefined;
    model: string;
    timeoutSeconds: number;
    dailyBudgetUsd: number;
    usdPerMillionInputTokens: number;
    usdPerMillionOutputTokens: number;
  };
}

export class ConfigurationError extends ExpectedStop {}

/**
 * Reads the settings from `variables` (default: the process environment).
 * @throws ConfigurationError naming the first setting that is wrong; its value is not repeated, it may be a secret.
 */
export function readConfiguration(variables: NodeJS.ProcessEnv = process.env): Configuration {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const name = String(read.error.issues[0]?.path[0]);
    throw new ConfigurationError(`${name} must be ${REQUIREMENTS[name] ?? 'something else'}.`);
  }
  const set = read.data;
  if (set.ANALYSIS_ENGINE === 'openai' && set.OPENAI_API_KEY === undefined) {
    throw new ConfigurationError('ANALYSIS_ENGINE is openai, so OPENAI_API_KEY must be set.');
  }
  return {
    port: set.PORT,
    host: set.HOST,
    databaseUrl: set.DATABASE_URL,
    dataDirectory: isAbsolute(set.ANSWERABLE_DATA_DIR)
      ? resolve(set.ANSWERABLE_DATA_DIR)
      : join(projectRoot(), set.ANSWERABLE_DATA_DIR),
    redisUrl: set.REDIS_URL,
    logLevel: set.LOG_LEVEL,
    analysisEngine: set.ANALYSIS_ENGINE,
    openai: {
      apiKey: set.OPENAI_API_KEY,
      baseUrl: set.OPENAI_BASE_URL,
      model: set.OPENAI_MODEL,
      timeoutSeconds: set.OPENAI_TIMEOUT_SECONDS,
      dailyBudgetUsd: set.OPENAI_DAILY_BUDGET_USD,
      usdPerMillionInputTokens: set.OPENAI_USD_PER_MILLION_INPUT_TOKENS,
      usdPerMillionOutputTokens: set.OPENAI_USD_PER_MILLION_OUTPUT_TOKENS,
    },
  };
}
