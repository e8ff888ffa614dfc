import { analyseTurn } from '#detection';
import { type Bench, type Measure, result } from '../bench.js';
import { repeatedSample, turnTexts } from '../conversations.js';
import { addOrganisation } from '../organisation.js';
import { alternate, seconds } from '../rounds.js';
import { drainOutbox, takeIn } from '../worker.js';

const CONVERSATIONS = 600;
const ROUNDS = 5;
const WARM_UP = 1;

const pipeline: Measure = {
  name: 'pipeline',
  unit: 'turns/s',
  compares:
    'A worker following what was taken in, end to end (reading, measuring, flags, trends, digests, all stored exactly once), against the embedded engine alone on the same texts.',
};

export const pipelineBench: Bench = {
  name: 'pipeline',
  async run(workshop) {
    const url = await workshop.database();
    const { organisationId } = await addOrganisation(url);
    const owner = workshop.owner(url);
    const conversations = [...repeatedSample(CONVERSATIONS)];
    const turns = conversations.flatMap(turnTexts);
    const endToEnd = async (round: number): Promise<number> => {
      const fresh = conversations.map((one) => ({ ...one, externalId: `${one.externalId}-${round}` }));
      await takeIn(url, organisationId, fresh);
      return (await drainOutbox(url, owner)) * (turns.length / CONVERSATIONS);
    };
    const alone = async (): Promise<number> => {
      const took = await seconds(() => {
        for (const turn of turns) analyseTurn(turn);
      });
      return turns.length / took;
    };
    const medians = await alternate({ rounds: ROUNDS, warmUp: WARM_UP, tell: workshop.tell }, { endToEnd, alone });
    await owner.end();
    await workshop.drop(url);
    return [result(pipeline, { value: medians.endToEnd, baseline: medians.alone, n: ROUNDS })];
  },
};
