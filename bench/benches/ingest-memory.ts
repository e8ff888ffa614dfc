import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { type ApiProcess, startApiProcess } from '../api-process.js';
import { type Bench, type Measure, ratioAtMost, result } from '../bench.js';
import { bearer, NDJSON } from '../clients.js';
import { ConversationMaker } from '../conversations.js';
import { residentMegabytes } from '../memory.js';
import { addOrganisation } from '../organisation.js';
import type { Workshop } from '../workshop.js';

const CONVERSATIONS = 50_000;
/** Sent before, as a stream of its own: the engine's heap takes about so much work to find its size. */
const WARM_UP_CONVERSATIONS = 20_000;
const TURNS = 20;
const CHARACTERS = 60;
/** The share of the stream whose peak is the baseline. */
const EARLY = 0.1;
const SAMPLE_MILLISECONDS = 50;
/** Conversations written to the connection at a time; they are made on the fly and never held. */
const PER_WRITE = 20;

const memory: Measure = {
  name: 'ingest-memory',
  unit: 'MB peak',
  compares: `Peak resident memory of the API process over the last ${100 - EARLY * 100} % of one NDJSON stream of ${(CONVERSATIONS * TURNS).toLocaleString('en')} turns, against the peak over its first ${EARLY * 100} %: flat when about 1. Before it the process took ${(WARM_UP_CONVERSATIONS * TURNS).toLocaleString('en')} turns as a warm-up.`,
  target: ratioAtMost(1.15),
};

/** What was seen while the stream was sent. */
interface Seen {
  accepted: number;
  earlyPeak: number;
  latePeak: number;
  samples: number;
}

export const ingestMemory: Bench = {
  name: 'ingest-memory',
  async run(workshop) {
    const url = await workshop.database();
    const { key } = await addOrganisation(url);
    const api = await startApiProcess(workshop, url);
    const maker = new ConversationMaker({ turns: TURNS, characters: CHARACTERS, times: false });
    const warmUp = await stream(api, key, { maker, conversations: WARM_UP_CONVERSATIONS }, workshop);
    workshop.tell(`warmed up: peak ${Math.round(Math.max(warmUp.earlyPeak, warmUp.latePeak))} MB`);
    const seen = await stream(api, key, { maker, conversations: CONVERSATIONS }, workshop);
    await api.stop();
    await workshop.drop(url);
    return [result(memory, { value: seen.latePeak, baseline: seen.earlyPeak, n: seen.samples })];
  },
};

interface Load {
  maker: ConversationMaker;
  conversations: number;
}

async function stream(api: ApiProcess, key: string, load: Load, { tell }: Workshop): Promise<Seen> {
  const seen: Seen = { accepted: 0, earlyPeak: 0, latePeak: 0, samples: 0 };
  const sent = request(`${api.address}${NDJSON.path}`, { method: 'POST', headers: bearer(key, NDJSON) });
  const started = performance.now();
  const sampling = setInterval(() => sample(api.pid, seen, load), SAMPLE_MILLISECONDS);
  try {
    const answered = once(sent, 'response').then(([answer]) => count(answer as IncomingMessage, seen, load, tell));
    await Promise.all([write(sent, load), answered]);
  } finally {
    clearInterval(sampling);
  }
  const rate = (load.conversations * TURNS) / ((performance.now() - started) / 1000);
  tell(`${seen.accepted} answers, ${Math.round(rate)} turns/s in one stream`);
  if (seen.accepted !== load.conversations)
    throw new Error(`Only ${seen.accepted} of ${load.conversations} were accepted.`);
  return seen;
}

function sample(pid: number, seen: Seen, { conversations }: Load): void {
  const megabytes = residentMegabytes(pid);
  seen.samples += 1;
  if (seen.accepted < conversations * EARLY) seen.earlyPeak = Math.max(seen.earlyPeak, megabytes);
  else seen.latePeak = Math.max(seen.latePeak, megabytes);
}

async function write(sent: ClientRequest, { maker, conversations }: Load): Promise<void> {
  for (let made = 0; made < conversations; made += PER_WRITE) {
    const lines = Array.from({ length: PER_WRITE }, () => `${JSON.stringify(maker.next())}\n`);
    if (!sent.write(lines.join(''))) await once(sent, 'drain');
  }
  sent.end();
}

/** Counts the answer lines as they come, and lets them go. */
async function count(
  answer: IncomingMessage,
  seen: Seen,
  { conversations }: Load,
  tell: Workshop['tell'],
): Promise<void> {
  let rest = '';
  for await (const chunk of answer.setEncoding('utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      if (!line.includes('"outcome":"ACCEPTED"')) throw new Error(`Not accepted: ${line.slice(0, 300)}`);
      seen.accepted += 1;
      if (seen.accepted % (conversations / 5) === 0)
        tell(`${(seen.accepted / conversations) * 100} %: ${describe(seen)}`);
    }
  }
}

function describe({ earlyPeak, latePeak }: Seen): string {
  return `peak ${Math.round(earlyPeak)} MB at first, ${Math.round(latePeak)} MB since`;
}
