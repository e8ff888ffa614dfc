import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { ExpectedStop } from './errors.js';
import { projectRoot } from './project-root.js';

/** Half of what PostgreSQL's integer holds, so that what is over the limit can still be counted. */
const MOST_PER_MINUTE = 1_000_000_000;

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
  GRAPHQL_INTROSPECTION: z.enum(['on', 'off']).default('on'),
  GRAPHQL_TRUSTED_DOCUMENTS: z.enum(['off', 'allow', 'only']).default('off'),
  GRAPHQL_TRUSTED_DOCUMENTS_FILE: z.string().min(1).optional(),
  RATE_LIMIT_COST_PER_MINUTE: z.coerce.number().int().min(0).max(MOST_PER_MINUTE).default(10_000_000),
  RATE_LIMIT_CONVERSATIONS_PER_MINUTE: z.coerce.number().int().min(0).max(MOST_PER_MINUTE).default(600_000),
  RATE_LIMIT_UNAUTHENTICATED_PER_MINUTE: z.coerce.number().int().min(0).max(MOST_PER_MINUTE).default(120),
});

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
  graphql: {
    introspection: boolean;
    /** `only` refuses every document that is not in the file. */
    trustedDocuments: z.infer<typeof environment>['GRAPHQL_TRUSTED_DOCUMENTS'];
    trustedDocumentsFile: string | undefined;
  };
  /** For each key or person, and for each address without either; 0 is no limit. */
  rateLimits: {
    costPerMinute: number;
    conversationsPerMinute: number;
    unauthenticatedPerMinute: number;
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
    const [issue] = read.error.issues;
    throw new ConfigurationError(`The setting ${String(issue?.path[0])} is wrong: ${issue?.message}.`);
  }
  const set = read.data;
  if (set.ANALYSIS_ENGINE === 'openai' && set.OPENAI_API_KEY === undefined) {
    throw new ConfigurationError('ANALYSIS_ENGINE is openai, so OPENAI_API_KEY must be set.');
  }
  if (set.GRAPHQL_TRUSTED_DOCUMENTS !== 'off' && set.GRAPHQL_TRUSTED_DOCUMENTS_FILE === undefined) {
    throw new ConfigurationError('GRAPHQL_TRUSTED_DOCUMENTS is on, so GRAPHQL_TRUSTED_DOCUMENTS_FILE must be set.');
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
    graphql: {
      introspection: set.GRAPHQL_INTROSPECTION === 'on',
      trustedDocuments: set.GRAPHQL_TRUSTED_DOCUMENTS,
      trustedDocumentsFile: set.GRAPHQL_TRUSTED_DOCUMENTS_FILE,
    },
    rateLimits: {
      costPerMinute: set.RATE_LIMIT_COST_PER_MINUTE,
      conversationsPerMinute: set.RATE_LIMIT_CONVERSATIONS_PER_MINUTE,
      unauthenticatedPerMinute: set.RATE_LIMIT_UNAUTHENTICATED_PER_MINUTE,
    },
  };
}
