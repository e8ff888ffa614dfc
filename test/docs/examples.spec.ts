import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '#platform';
import { importFile } from '../../apps/cli/src/import/import-file.js';
import { readMapping } from '../../apps/cli/src/import/mapping.js';
import { conversation, RISKY_REPLY } from '../factories/conversations.js';
import { eventually } from '../support/eventually.js';
import { Receiver } from '../support/receiver.js';
import { type Fence, fencesOf, pagesWithExamples } from './fences.js';
import { differs, missingLine } from './shown.js';
import { Stage } from './stage.js';

/** Page, how the example begins, and why it is not run here. */
const NOT_RUN: [page: string, beginning: string, because: string][] = [
  ['README.md', 'npm ci && npm start', 'installs and tests; test/cli/up.spec.ts runs what npm start runs'],
  ['README.md', 'Nordpay: 300 conversations', 'test/cli/up.spec.ts reads these lines'],
  ['docs/api.md', 'GraphiQL   http', 'test/cli/up.spec.ts reads these lines'],
  [
    'docs/api/subscriptions.md',
    'import { createClient }',
    'runs until it is ended; test/api/subscription-example.spec.ts',
  ],
  ['docs/operations.md', 'CREATE ROLE answerable LOGIN', 'roles are of the whole server; test/database/roles.spec.ts'],
  ['docs/operations.md', 'CREATE ROLE answerable_app', 'roles are of the whole server; test/database/roles.spec.ts'],
  ['docs/operations.md', '{ "status": "unready"', 'test/api/health.spec.ts takes the database away'],
  ['docs/operations.md', '{\n  "at": "2026-11-24T07:15:34.008Z"', 'test/faults/silence.spec.ts makes a job fail'],
  ['docs/operations.md', '{\n  "at": "2026-11-24T11:04:10.482Z"', 'test/api/request-log.spec.ts reads the log'],
  ['apps/client-example/README.md', 'npm install --save-dev', 'asks the registry; npm run check runs graphql-codegen'],
];

/** Records for the mappings of docs/import.md, as the page shows them. */
const RECORDS: Record<string, string> = {
  'schema-guided-dialogues': '[{"dialogue_id":"11_00000","turns":[{"speaker":"USER","utterance":"I need a movie."}]}]',
  multidogo: 'conversation\tturn\ttext\nf7e9a8f3\t0.0\thii\n',
  'hh-rlhf': '\n{"chosen":"\\n\\nHuman: Hello?\\n\\nAssistant: How can I help?"}\n',
};

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open();
});
afterAll(() => stage.close());

/** What an example is compared with that shows an answer. */
interface Came {
  output: string;
  answers: unknown[];
}

describe('every example does what the page shows', () => {
  it.each(pagesWithExamples())('%s', async (page) => {
    const fences = fencesOf(page);
    let came: Came = { output: '', answers: [] };
    for (const [at, fence] of fences.entries()) {
      if (reasonNotToRun(fence) !== undefined || isVariables(fences, at)) continue;
      try {
        came = (await play(fence, fences[at + 1], came)) ?? came;
      } catch (error) {
        throw new Error(`${page}:${fence.line} ${fence.text}${(error as Error).message}`, { cause: error });
      }
    }
  });

  it('or stands in the table of those that are not run, which names no other', () => {
    const all = pagesWithExamples().flatMap(fencesOf);
    for (const [page, beginning] of NOT_RUN)
      expect(all.filter((fence) => fence.page === page && fence.text.startsWith(beginning))).toHaveLength(1);
    expect(all.length).toBeGreaterThan(NOT_RUN.length);
  });
});

function reasonNotToRun({ page, text }: Fence): string | undefined {
  return NOT_RUN.find(([where, beginning]) => where === page && text.startsWith(beginning))?.[2];
}

/** Runs it, or compares what it shows with what came. @returns what came of it, if it was run */
async function play(fence: Fence, next: Fence | undefined, came: Came): Promise<Came | undefined> {
  const { page, language, text, shortened } = fence;
  switch (language) {
    case 'sh': {
      await prepare(text);
      const output = await stage.shell(page, text);
      const ran = { output, answers: jsonIn(output) };
      for (const [, answer = ''] of text.matchAll(/^# (\{.*\})$/gm)) compare([JSON.parse(answer)], ran.answers, false);
      return ran;
    }
    case 'graphql':
      return ask(text, next?.language === 'json' && isInput(next) ? (JSON.parse(next.text) as object) : {});
    case 'json':
      if (text.includes('"conversation": {\n    "source"')) return importBy(text);
      if (text.includes('"type": "')) return compareEvent(JSON.parse(text) as { data: { code: string } });
      return void compare(jsonIn(text), came.answers, shortened);
    case 'js':
      return runReceiver(text);
    case '':
      expect(came.output, 'nothing was run before').not.toBe('');
      return void expect(missingLine(text, came.output)).toBeNull();
    default:
      throw new Error(`Nothing knows how to run ${language}. Say how, or why not, in NOT_RUN.`);
  }
}

function isVariables(fences: Fence[], at: number): boolean {
  return fences[at - 1]?.language === 'graphql' && isInput(fences[at]!); // a fence of the list
}

function isInput({ language, text }: Fence): boolean {
  return language === 'json' && !/^\{\s*"(data|errors)"/.test(text);
}

/** As the signed-in owner, in GraphiQL. */
async function ask(query: string, variables: object): Promise<Came> {
  const { body } = await stage.person.post(query, { ...variables });
  await stage.settle();
  return { output: JSON.stringify(body), answers: [body] };
}

function compare(shown: unknown[], came: unknown[], shortened: boolean): void {
  expect(shown.length, 'there is an answer to compare').toBeGreaterThan(0);
  expect(differs(shown, came, shortened)).toBeNull();
}

/** One JSON text, or one in each line that begins like one. */
function jsonIn(text: string): unknown[] {
  try {
    return [JSON.parse(text)];
  } catch {
    const lines = text.split('\n').filter((line) => line.startsWith('{'));
    return lines.map((line) => JSON.parse(line) as unknown);
  }
}

/** What a page takes for granted that happened before. */
async function prepare(text: string): Promise<void> {
  const onEmpty = (sql: string) => stage.onEmpty(sql);
  if (text.includes('person deactivate lee@'))
    await onEmpty(
      `INSERT INTO person SELECT id, gen_random_uuid(), 'lee@acme.example', 'Lee Sand', 'AUDITOR', 'no hash', now() FROM organisation`,
    );
  if (text.includes('dead-letters retry'))
    await onEmpty(`INSERT INTO dead_letter SELECT id, gen_random_uuid(), 'TurnsRecorded', '{}', 5,
      'QueryFailedError 54000 libs/database/src/database.js:84', now(), now() FROM organisation`);
}

/** A mapping takes the record in that the page shows beside it. */
async function importBy(text: string): Promise<undefined> {
  const { conversation } = JSON.parse(text) as { conversation: { source: { value: string } } };
  const [mappingPath, path, rejectsPath] = ['mapping.json', 'records', 'rejects'].map((name) =>
    join(stage.folder, name),
  ) as [string, string, string];
  writeFileSync(mappingPath, text);
  writeFileSync(path, RECORDS[conversation.source.value] ?? '');
  const options = { path, mapping: readMapping(mappingPath), rejectsPath, restart: true, title: '' };
  expect(await importFile(stage.world.app, stage.actor, options)).toMatchObject({
    accepted: 1,
    rejected: 0,
    conflict: 0,
    broken: null,
  });
  rmSync(path);
  await stage.settle();
}

/** The event that was put in line for the endpoint of the page when something like it was said. */
async function compareEvent(shown: { data: { code: string } }): Promise<undefined> {
  const turns = [{ speaker: 'CLONE', said: RISKY_REPLY }];
  await stage.send([conversation({ clone: 'alex-lindqvist', turns })]);
  const { webhookDeliveries } = await stage.person.ask(
    'query { webhookDeliveries(filter: { eventType: "flag.raised" }) { edges { node { body } } } }',
  );
  const bodies = webhookDeliveries.edges.map(({ node }: { node: { body: string } }) => JSON.parse(node.body));
  const alike = bodies.find(({ data }: { data: { code: string } }) => data.code === shown.data.code);
  expect(differs(shown, alike, false)).toBeNull();
}

/** The receiver takes what we sign, and nothing that somebody else sends. */
async function runReceiver(code: string): Promise<undefined> {
  const place = await Receiver.start();
  const { port, url } = place;
  await place.close(); // the port is free for the example
  const { createWebhookEndpoint: made } = await stage.person.ask(
    `mutation ($url: String!) { createWebhookEndpoint(input: { url: $url, eventTypes: ["flag.raised"] }) {
      ... on WebhookSecretIssued { secret endpoint { id } } ... on ExpectedOutcome { message } } }`,
    { url },
  );
  const env = { PATH: process.env['PATH'], WEBHOOK_SECRET: made.secret, PORT: String(port) };
  const example = spawn(process.execPath, ['--input-type=module', '-e', code], { env, cwd: projectRoot() });
  let told = '';
  example.stdout.on('data', (text: Buffer) => (told += text.toString()));
  try {
    const forged = () =>
      fetch(url, { method: 'POST', body: '{}' }).then(
        ({ status }) => status,
        () => 0,
      );
    await eventually('the example listens, and refuses what is not signed', async () => (await forged()) === 401);
    await stage.person.ask(
      `mutation ($id: ID!) { sendTestWebhook(input: { endpointId: $id }) { ... on WebhookDelivery { id } } }`,
      { id: made.endpoint.id },
    );
    await eventually('the example was told', () => /^msg_[0-9a-f-]{36} webhook\.test \{\s+endpointId: /m.test(told));
  } finally {
    example.kill();
  }
}
