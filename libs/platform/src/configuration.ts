import { isAbsolute, join, resolve } from 'node:path';
import { z } from 'zod';
import { ExpectedStop } from './errors.js';
import { isLoopback, isNetwork, isOrigin } from './networks.js';
import { projectRoot } from './project-root.js';

/** Half of what PostgreSQL's integer holds, so that what is over the limit can still be counted. */
const MOST_PER_MINUTE = 1_000_000_000;

/** A setting of several values with commas between them. */
function list(complaint: string, isOne: (value: string) => boolean) {
  return z
    .string()
    .transform((text) => text.split(',').map((value) => value.trim()))
    .refine((values) => values.every(isOne), complaint);
}

/** Every setting the program reads, with its default. This file is the only reader of the environment. */
const environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  TRUSTED_PROXIES: list('is no list of addresses', isNetwork).optional(),
  CORS_ORIGINS: list('is no list of origins', isOrigin).optional(),
  STOP_DELAY_SECONDS: z.coerce.number().min(0).max(300).default(0),
  METRICS_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_TOKEN: z.string().min(16).optional(),
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
  OPENID_ISSUER: z
    .url({ protocol: /^https?$/ })
    .refine(secureOrHere)
    .optional(),
  OPENID_CLIENT_ID: z.string().min(1).optional(),
  OPENID_CLIENT_SECRET: z.string().min(1).optional(),
  OPENID_NAME: z.string().min(1).max(60).default('your company account'),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  WEBHOOK_ALLOWED_NETWORKS: z.string().transform(toNetworks).optional(),
  WEBHOOK_SECRET_KEY: z.base64().refine(hasKeyLength, '32 bytes in base64 are needed').optional(),
  GRAPHQL_INTROSPECTION: z.enum(['on', 'off']).default('on'),
  GRAPHQL_TRUSTED_DOCUMENTS: z.enum(['off', 'allow', 'only']).default('off'),
  GRAPHQL_TRUSTED_DOCUMENTS_FILE: z.string().min(1).optional(),
  ACCESS_RECORD_DAYS: z.coerce.number().int().min(30).max(36_500).default(400),
  RATE_LIMIT_COST_PER_MINUTE: z.coerce.number().int().min(0).max(MOST_PER_MINUTE).default(10_000_000),
  RATE_LIMIT_CONVERSATIONS_PER_MINUTE: z.coerce.number().int().min(0).max(MOST_PER_MINUTE).default(600_000),
  RATE_LIMIT_UNAUTHENTICATED_PER_MINUTE: z.coerce.number().int().min(0).max(MOST_PER_MINUTE).default(120),
});

/** AES-256 takes a key of 32 bytes. */
function hasKeyLength(text: string): boolean {
  return Buffer.from(text, 'base64').length === 32;
}

/** `10.0.0.0/8, fd00::/8` as a list. */
function toNetworks(text: string, context: z.RefinementCtx): string[] {
  const networks = text.split(',').map((part) => part.trim());
  if (!networks.every((network) => network.includes('/') && isNetwork(network)))
    context.addIssue({ code: 'custom', message: 'networks are written as 10.0.0.0/8 and separated by commas' });
  return networks;
}

/** What a setting must be, for the settings that can be wrong: the checker's own words are those of a programmer. */
const REQUIREMENTS: Partial<Record<string, string>> = {
  PORT: 'a whole number from 0 to 65535',
  TRUSTED_PROXIES: 'addresses or networks such as 10.0.0.7 or 10.0.0.0/8, with commas between',
  CORS_ORIGINS: 'origins such as https://console.acme.example, with commas between',
  STOP_DELAY_SECONDS: 'a number from 0 to 300',
  METRICS_PORT: 'a whole number from 0 to 65535',
  METRICS_TOKEN: '16 characters or more',
  OPENID_ISSUER: 'an address such as https://sign-in.acme.example; http:// only on this machine',
  OPENID_NAME: 'at most 60 characters',
  PUBLIC_URL: 'an address such as https://answerable.acme.example',
  WEBHOOK_ALLOWED_NETWORKS: 'networks such as 10.0.0.0/8, with commas between',
  WEBHOOK_SECRET_KEY: '32 bytes in base64',
  DATABASE_URL: 'an address such as postgresql://user:password@host:5432/database',
  REDIS_URL: 'an address such as redis://host:6379 or rediss://user:password@host:6379',
  LOG_LEVEL: 'one of debug, info, warn, error, silent',
  ANALYSIS_ENGINE: 'embedded or openai',
  OPENAI_BASE_URL: 'an address such as https://host/v1',
  OPENAI_TIMEOUT_SECONDS: 'a number above 0, up to 600',
  OPENAI_DAILY_BUDGET_USD: 'a number from 0 on',
  OPENAI_USD_PER_MILLION_INPUT_TOKENS: 'a number from 0 on',
  OPENAI_USD_PER_MILLION_OUTPUT_TOKENS: 'a number from 0 on',
  GRAPHQL_INTROSPECTION: 'on or off',
  GRAPHQL_TRUSTED_DOCUMENTS: 'off, allow or only',
  ACCESS_RECORD_DAYS: 'a whole number from 30 to 36500',
  RATE_LIMIT_COST_PER_MINUTE: 'a whole number from 0 to 1000000000',
  RATE_LIMIT_CONVERSATIONS_PER_MINUTE: 'a whole number from 0 to 1000000000',
  RATE_LIMIT_UNAUTHENTICATED_PER_MINUTE: 'a whole number from 0 to 1000000000',
};

export interface Configuration {
  /** TCP port of the API; 0 lets the system choose. */
  port: number;
  host: string;
  /** Networks whose proxies may say who asks and whether by TLS. */
  trustedProxies: string[];
  /** Web origins whose pages may call the API. */
  corsOrigins: string[];
  /** How long a process that stops goes on serving after it said so, for load balancers to notice. */
  stopDelaySeconds: number;
  /** Where figures are served, apart from the API; nowhere without a port. */
  metrics: { port: number | undefined; host: string; token: string | undefined };
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
  /** How people sign in through an OpenID provider, if they do. */
  openid:
    { issuer: string; clientId: string; clientSecret: string | undefined; name: string; publicUrl: string } | undefined;
  webhooks: {
    /** Networks that endpoints may lie in although they are not public, as `10.0.0.0/8`. */
    allowedNetworks: readonly string[];
    /** 32 bytes that seal signing secrets; without it a key is kept in the data folder. */
    secretKey: Buffer | undefined;
  };
  graphql: {
    introspection: boolean;
    /** `only` refuses every document that is not in the file. */
    trustedDocuments: z.infer<typeof environment>['GRAPHQL_TRUSTED_DOCUMENTS'];
    trustedDocumentsFile: string | undefined;
  };
  /** How long access records are kept, in days. */
  accessRecordDays: number;
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
    const name = String(read.error.issues[0]?.path[0]);
    throw new ConfigurationError(`${name} must be ${REQUIREMENTS[name] ?? 'something else'}.`);
  }
  const set = read.data;
  if (set.ANALYSIS_ENGINE === 'openai' && set.OPENAI_API_KEY === undefined) {
    throw new ConfigurationError('ANALYSIS_ENGINE is openai, so OPENAI_API_KEY must be set.');
  }
  if (set.METRICS_PORT !== undefined && set.METRICS_TOKEN === undefined && !isLoopback(set.METRICS_HOST)) {
    throw new ConfigurationError('METRICS_HOST can be reached from other machines, so METRICS_TOKEN must be set.');
  }
  const openid = openidOf(set);
  if (set.GRAPHQL_TRUSTED_DOCUMENTS !== 'off' && set.GRAPHQL_TRUSTED_DOCUMENTS_FILE === undefined) {
    throw new ConfigurationError('GRAPHQL_TRUSTED_DOCUMENTS is on, so GRAPHQL_TRUSTED_DOCUMENTS_FILE must be set.');
  }
  return {
    port: set.PORT,
    host: set.HOST,
    trustedProxies: set.TRUSTED_PROXIES ?? [],
    corsOrigins: set.CORS_ORIGINS ?? [],
    stopDelaySeconds: set.STOP_DELAY_SECONDS,
    metrics: { port: set.METRICS_PORT, host: set.METRICS_HOST, token: set.METRICS_TOKEN },
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
    openid,
    webhooks: {
      allowedNetworks: set.WEBHOOK_ALLOWED_NETWORKS ?? [],
      secretKey: set.WEBHOOK_SECRET_KEY === undefined ? undefined : Buffer.from(set.WEBHOOK_SECRET_KEY, 'base64'),
    },
    graphql: {
      introspection: set.GRAPHQL_INTROSPECTION === 'on',
      trustedDocuments: set.GRAPHQL_TRUSTED_DOCUMENTS,
      trustedDocumentsFile: set.GRAPHQL_TRUSTED_DOCUMENTS_FILE,
    },
    accessRecordDays: set.ACCESS_RECORD_DAYS,
    rateLimits: {
      costPerMinute: set.RATE_LIMIT_COST_PER_MINUTE,
      conversationsPerMinute: set.RATE_LIMIT_CONVERSATIONS_PER_MINUTE,
      unauthenticatedPerMinute: set.RATE_LIMIT_UNAUTHENTICATED_PER_MINUTE,
    },
  };
}

function openidOf(set: z.infer<typeof environment>): Configuration['openid'] {
  const { OPENID_ISSUER: issuer, OPENID_CLIENT_ID: clientId, PUBLIC_URL: publicUrl } = set;
  if (issuer === undefined) return undefined;
  if (clientId === undefined || publicUrl === undefined) {
    const missing = clientId === undefined ? 'OPENID_CLIENT_ID' : 'PUBLIC_URL';
    throw new ConfigurationError(`OPENID_ISSUER is set, so ${missing} must be set too.`);
  }
  return { issuer, clientId, clientSecret: set.OPENID_CLIENT_SECRET, name: set.OPENID_NAME, publicUrl };
}

/** Tokens over plain HTTP could be read on the way; on this very machine there is no way. */
function secureOrHere(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
