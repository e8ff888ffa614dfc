import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ConfigurationError, readConfiguration } from './configuration.js';
import { ExpectedStop } from './errors.js';
import { projectRoot } from './project-root.js';

/** What reading these settings complains about. */
function complaint(settings: Record<string, string>): string {
  try {
    readConfiguration(settings);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
  return '';
}

describe('settings', () => {
  it('all have a default, so that nothing must be set', () => {
    expect(readConfiguration({})).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      databaseUrl: undefined,
      redisUrl: undefined,
      dataDirectory: join(projectRoot(), '.answerable'),
      analysisEngine: 'embedded',
      openai: { apiKey: undefined, model: 'gpt-5-mini' },
    });
  });

  it('count as unset when they are empty', () => {
    const names = ['PORT', 'HOST', 'DATABASE_URL', 'REDIS_URL', 'ANSWERABLE_DATA_DIR', 'OPENAI_BASE_URL', 'LOG_LEVEL'];
    expect(readConfiguration(Object.fromEntries(names.map((name) => [name, ''])))).toEqual(readConfiguration({}));
  });

  it('are read as they are set', () => {
    const set = readConfiguration({
      PORT: '0',
      HOST: '::',
      TRUSTED_PROXIES: '10.0.0.0/8, ::1',
      CORS_ORIGINS: 'https://console.acme.example,http://localhost:5173',
      DATABASE_URL: 'postgresql://me:pw@db.example:5433/answerable?sslmode=require',
      REDIS_URL: 'rediss://cache.example/2',
      ANSWERABLE_DATA_DIR: '/srv/answerable',
      ANALYSIS_ENGINE: 'openai',
      OPENAI_API_KEY: 'sk-1',
      OPENAI_BASE_URL: 'http://localhost:8080/v1',
      OPENAI_DAILY_BUDGET_USD: '0.5',
      WEBHOOK_ALLOWED_NETWORKS: '10.0.0.0/8, fd00::/8',
    });
    expect(set).toMatchObject({
      port: 0,
      host: '::',
      trustedProxies: ['10.0.0.0/8', '::1'],
      corsOrigins: ['https://console.acme.example', 'http://localhost:5173'],
      databaseUrl: 'postgresql://me:pw@db.example:5433/answerable?sslmode=require',
      redisUrl: 'rediss://cache.example/2',
      dataDirectory: '/srv/answerable',
      analysisEngine: 'openai',
      openai: { apiKey: 'sk-1', baseUrl: 'http://localhost:8080/v1', dailyBudgetUsd: 0.5 },
      webhooks: { allowedNetworks: ['10.0.0.0/8', 'fd00::/8'], secretKey: undefined },
    });
  });

  it('do not move the data folder with the folder the program is started in', () => {
    expect(readConfiguration({ ANSWERABLE_DATA_DIR: 'data' }).dataDirectory).toBe(join(projectRoot(), 'data'));
  });
});

describe('a wrong setting', () => {
  const PORT = 'a whole number from 0 to 65535';
  const PROXIES = 'addresses or networks such as 10.0.0.7 or 10.0.0.0/8, with commas between';
  const ORIGINS = 'origins such as https://console.acme.example, with commas between';
  const NETWORKS = 'networks such as 10.0.0.0/8, with commas between';
  const DATABASE = 'an address such as postgresql://user:password@host:5432/database';
  const REDIS = 'an address such as redis://host:6379 or rediss://user:password@host:6379';
  const HTTP = 'an address such as https://host/v1';
  const MONEY = 'a number from 0 on';
  const BUDGET = 'a whole number from 0 to 1000000000';

  it.each([
    ['PORT', 'http', PORT],
    ['PORT', '65536', PORT],
    ['PORT', '-1', PORT],
    ['PORT', '80.5', PORT],
    ['TRUSTED_PROXIES', 'everybody', PROXIES],
    ['TRUSTED_PROXIES', '10.0.0.1,', PROXIES],
    ['TRUSTED_PROXIES', '10', PROXIES],
    ['CORS_ORIGINS', '*', ORIGINS],
    ['CORS_ORIGINS', 'https://console.acme.example/', ORIGINS],
    ['CORS_ORIGINS', 'null', ORIGINS],
    ['STOP_DELAY_SECONDS', '301', 'a number from 0 to 300'],
    ['METRICS_PORT', 'x', PORT],
    ['METRICS_TOKEN', 'short', '16 characters or more'],
    [
      'OPENID_ISSUER',
      'http://sign-in.example',
      'an address such as https://sign-in.acme.example; http:// only on this machine',
    ],
    ['PUBLIC_URL', 'answerable.example', 'an address such as https://answerable.acme.example'],
    ['WEBHOOK_ALLOWED_NETWORKS', '10.0.0.0', NETWORKS],
    ['WEBHOOK_ALLOWED_NETWORKS', '10.0.0.0/33', NETWORKS],
    ['WEBHOOK_ALLOWED_NETWORKS', '10.0.0.0/8;fd00::/8', NETWORKS],
    ['WEBHOOK_ALLOWED_NETWORKS', 'fd00::/129', NETWORKS],
    ['WEBHOOK_ALLOWED_NETWORKS', 'localhost/8', NETWORKS],
    ['WEBHOOK_SECRET_KEY', 'c2hvcnQ=', '32 bytes in base64'],
    ['WEBHOOK_SECRET_KEY', 'not base64', '32 bytes in base64'],
    ['DATABASE_URL', 'mysql://localhost/answerable', DATABASE],
    ['DATABASE_URL', 'localhost:5432', DATABASE],
    ['REDIS_URL', 'http://localhost:6379', REDIS],
    ['REDIS_URL', 'localhost', REDIS],
    ['LOG_LEVEL', 'loud', 'one of debug, info, warn, error, silent'],
    ['ANALYSIS_ENGINE', 'oracle', 'embedded or openai'],
    ['OPENAI_BASE_URL', 'localhost:8080/v1', HTTP],
    ['OPENAI_BASE_URL', 'file:///etc/passwd', HTTP],
    ['OPENAI_TIMEOUT_SECONDS', '0', 'a number above 0, up to 600'],
    ['OPENAI_TIMEOUT_SECONDS', '601', 'a number above 0, up to 600'],
    ['OPENAI_DAILY_BUDGET_USD', '-1', MONEY],
    ['OPENAI_DAILY_BUDGET_USD', 'Infinity', MONEY],
    ['OPENAI_USD_PER_MILLION_INPUT_TOKENS', 'cheap', MONEY],
    ['OPENAI_USD_PER_MILLION_OUTPUT_TOKENS', '-0.1', MONEY],
    ['GRAPHQL_INTROSPECTION', 'maybe', 'on or off'],
    ['GRAPHQL_TRUSTED_DOCUMENTS', 'on', 'off, allow or only'],
    ['RATE_LIMIT_COST_PER_MINUTE', '-1', BUDGET],
    ['RATE_LIMIT_CONVERSATIONS_PER_MINUTE', '1.5', BUDGET],
    ['RATE_LIMIT_UNAUTHENTICATED_PER_MINUTE', '1000000001', BUDGET],
  ])('%s=%s is refused with what it must be', (name, value, requirement) => {
    expect(complaint({ [name]: value })).toBe(`${name} must be ${requirement}.`);
  });

  it('is one expected line', () => {
    expect(() => readConfiguration({ PORT: 'http' })).toThrow(ExpectedStop);
    expect(complaint({ PORT: 'http' }).split('\n')).toHaveLength(1);
  });

  it('is not quoted, as it may be a secret', () => {
    for (const name of ['DATABASE_URL', 'REDIS_URL', 'OPENAI_BASE_URL', 'PORT', 'LOG_LEVEL', 'ANALYSIS_ENGINE']) {
      const told = complaint({ [name]: 'mongodb//me:hunter2@db.example' });
      expect(told).toContain(name);
      expect(told).not.toContain('hunter2');
    }
  });

  it('is a missing token when other machines can reach the figures', () => {
    expect(complaint({ METRICS_PORT: '9464', METRICS_HOST: '0.0.0.0' })).toContain('METRICS_TOKEN must be set');
    expect(complaint({ METRICS_PORT: '9464', METRICS_HOST: '::1' })).toBe('');
    expect(complaint({ METRICS_PORT: '9464', METRICS_HOST: '::', METRICS_TOKEN: 'x'.repeat(16) })).toBe('');
  });

  it('is the missing file when documents are trusted', () => {
    for (const mode of ['allow', 'only'])
      expect(complaint({ GRAPHQL_TRUSTED_DOCUMENTS: mode })).toContain('GRAPHQL_TRUSTED_DOCUMENTS_FILE must be set');
  });

  it('is the missing key when the engine is OpenAI', () => {
    expect(complaint({ ANALYSIS_ENGINE: 'openai' })).toContain('OPENAI_API_KEY must be set');
    expect(complaint({ ANALYSIS_ENGINE: 'openai', OPENAI_API_KEY: '' })).toContain('OPENAI_API_KEY must be set');
  });
});
