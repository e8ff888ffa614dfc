import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { type Actor, operatorOf, OrganisationsService } from '#accounts';
import { projectRoot } from '#platform';
import { ensureDemo } from '../../apps/cli/src/demo/demo.js';
import { conversation, ndjson } from '../factories/conversations.js';
import { createDatabase } from '../support/database.js';
import type { GraphqlClient } from '../support/graphql-client.js';
import { openFolder } from '../support/open-folder.js';
import { startWorld, type World } from '../support/world.js';

/** Runs the command `answerable` as npx would; a key that a page quotes stands for the one that was shown last. */
const NPX = `#!/bin/bash
shift
shown=$(cat "$HOME/key" 2>/dev/null)
[ -n "$shown" ] && set -- "\${@/#ans_4Fq7UG/$shown}"
output=$("$NODE" "${projectRoot()}/apps/cli/answerable.mjs" "$@") || exit $?
printf '%s\\n' "$output"
printf '%s\\n' "$output" | grep -o -m 1 '^ans_[A-Za-z0-9_-]\\{6\\}' > "$HOME/new" && mv "$HOME/new" "$HOME/key"
exit 0
`;

/** The product as a reader has it after `npm start`: the demo organisation, a key, a person who is signed in, a shell. */
export class Stage {
  readonly folder = openFolder('docs');
  private constructor(
    readonly world: World,
    /** A database without any organisation, as after `npm start -- --no-demo`. */
    readonly empty: Awaited<ReturnType<typeof createDatabase>>,
    readonly actor: Actor,
    readonly person: GraphqlClient,
    private readonly key: string,
  ) {}

  static async open(): Promise<Stage> {
    const world = await startWorld({ settings: { WEBHOOK_ALLOWED_NETWORKS: '127.0.0.1/32' } });
    const [empty, folder] = [await createDatabase(), openFolder('docs-demo')];
    const demo = await ensureDemo(world.app, folder);
    rmSync(folder, { recursive: true });
    const { email = '', password = '', key = '' } = demo?.credentials ?? {};
    const body = new URLSearchParams({ email, password });
    const signedIn = await fetch(`${world.address}/sign-in`, { method: 'POST', redirect: 'manual', body });
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const [organisation] = await world.get(OrganisationsService).list();
    const actor = operatorOf(organisation!.id); // the demo's
    const stage = new Stage(world, empty, actor, world.client(cookie), key);
    stage.furnish();
    await world.client(key).send(readFileSync(join(projectRoot(), 'data/sample/nordpay.ndjson')));
    await stage.settle();
    return stage;
  }

  /** Runs a block as a reader would paste it, in the shell of a page. @returns what it printed. @throws when it failed */
  async shell(page: string, text: string): Promise<string> {
    const home = join(this.folder, page.replaceAll('/', '-'));
    mkdirSync(home, { recursive: true });
    const script = `set -e -o pipefail\n[ ! -e "$HOME/env" ] || . "$HOME/env"\n${this.filled(text)}\nexport -p > "$HOME/env"\n`;
    const child = spawn('bash', ['-c', script], {
      cwd: this.folder,
      env: {
        PATH: `${join(this.folder, 'bin')}:${process.env['PATH']}`,
        HOME: home,
        NODE: process.execPath,
        NODE_COMPILE_CACHE: join(this.folder, 'compiled'), // the command is started some twenty times
        ANSWERABLE: this.world.address,
        KEY: this.key,
        ANSWERABLE_DATA_DIR: join(this.folder, 'data-dir'),
        DATABASE_URL: page === 'docs/operations.md' ? this.empty.url : this.world.databaseUrl,
      },
    });
    child.stdin.end();
    let [output, errors] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (part: string) => (output += part));
    child.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part));
    const code = await new Promise((resolve) => child.once('close', resolve));
    if (code !== 0) throw new Error(`It ended with ${String(code)}: ${errors}${output}`);
    await this.settle();
    return output;
  }

  /** Sends as the reader would, with their key. */
  async send(conversations: unknown[]): Promise<void> {
    await this.world.client(this.key).send(ndjson(...conversations));
    await this.settle();
  }

  /** A statement in the database of docs/operations.md. */
  async onEmpty(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.empty.url });
    await client.connect();
    await client.query(sql);
    await client.end();
  }

  /** Waits until what was sent is analysed. */
  settle(): Promise<void> {
    return this.world.analysed(this.actor.organisationId);
  }

  async close(): Promise<void> {
    await this.world.close();
    await this.empty.drop();
    rmSync(this.folder, { recursive: true });
  }

  /** What a reader fills in: their address and key. */
  private filled(text: string): string {
    return text.replaceAll('http://localhost:3000', this.world.address).replaceAll('ans_…', this.key);
  }

  /** The folder that a reader stands in: the project, and files of theirs. */
  private furnish(): void {
    for (const name of ['data', 'dist']) symlinkSync(join(projectRoot(), name), join(this.folder, name));
    mkdirSync(join(this.folder, 'bin'));
    writeFileSync(join(this.folder, 'bin/npx'), NPX);
    writeFileSync(join(this.folder, 'bin/npm'), '#!/bin/sh\n[ "$*" = "run build" ] # npm test has built\n');
    for (const name of ['npx', 'npm']) chmodSync(join(this.folder, 'bin', name), 0o755);
    const calls = [1, 2].map(() => conversation({ clone: 'alex-lindqvist' }));
    writeFileSync(join(this.folder, 'calls.ndjson'), ndjson(...calls));
    const row = 'mine,row-1,alex-lindqvist,CHAT,2026-06-01T10:00:00Z,CALLER,Hello';
    writeFileSync(
      join(this.folder, 'calls.csv.gz'),
      gzipSync(`source,externalId,clone,channel,startedAt,speaker,said\n${row}\n`),
    );
    const chosen = '\n\nHuman: Hello?\n\nAssistant: How can I help?';
    writeFileSync(join(this.folder, 'dump.jsonl.gz'), gzipSync(ndjson({ chosen })));
  }
}
