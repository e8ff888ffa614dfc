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
  it.each([
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '80.5'],
    ['TRUSTED_PROXIES', 'everybody'],
    ['TRUSTED_PROXIES', '10.0.0.1,'],
    ['TRUSTED_PROXIES', '10'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'https://console.acme.example/'],
    ['CORS_ORIGINS', 'null'],
    ['DATABASE_URL', 'mysql://localhost/answerable'],
    ['DATABASE_URL', 'localhost:5432'],
    ['REDIS_URL', 'http://localhost:6379'],
    ['REDIS_URL', 'localhost'],
    ['LOG_LEVEL', 'loud'],
    ['ANALYSIS_ENGINE', 'oracle'],
    ['OPENAI_BASE_URL', 'localhost:8080/v1'],
    ['OPENAI_BASE_URL', 'file:///etc/passwd'],
    ['OPENAI_TIMEOUT_SECONDS', '0'],
    ['OPENAI_TIMEOUT_SECONDS', '601'],
    ['OPENAI_DAILY_BUDGET_USD', '-1'],
    ['OPENAI_DAILY_BUDGET_USD', 'Infinity'],
    ['OPENAI_USD_PER_MILLION_INPUT_TOKENS', 'cheap'],
    ['OPENAI_USD_PER_MILLION_OUTPUT_TOKENS', '-0.1'],
    ['WEBHOOK_ALLOWED_NETWORKS', '10.0.0.0'],
    ['WEBHOOK_ALLOWED_NETWORKS', '10.0.0.0/33'],
    ['WEBHOOK_ALLOWED_NETWORKS', '10.0.0.0/8;fd00::/8'],
    ['WEBHOOK_ALLOWED_NETWORKS', 'fd00::/129'],
    ['WEBHOOK_ALLOWED_NETWORKS', 'localhost/8'],
    ['WEBHOOK_SECRET_KEY', 'c2hvcnQ='],
    ['WEBHOOK_SECRET_KEY', 'not base64'],
  ])('%s=%s is refused by its name', (name, value) => {
    expect(complaint({ [name]: value })).toContain(`The setting ${name} is wrong`);
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

  it('is the missing key when the engine is OpenAI', () => {
    expect(complaint({ ANALYSIS_ENGINE: 'openai' })).toContain('OPENAI_API_KEY must be set');
    expect(complaint({ ANALYSIS_ENGINE: 'openai', OPENAI_API_KEY: '' })).toContain('OPENAI_API_KEY must be set');
  });
});
