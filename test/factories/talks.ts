import { ClonesService } from '#clones';
import type { World } from '../support/world.js';
import { conversation, INGEST, RISKY_REPLY, type SentConversation } from './conversations.js';
import { makeOrganisation, type SmallOrganisation } from './organisations.js';

/** Harmless replies, each in the language of who asked. */
const REPLIES: Record<string, string> = {
  en: 'You are speaking with the AI clone of Robin Ek. I have noted it, and a colleague will call you.',
  sv: 'Du talar med en AI-klon av Robin Ek. Jag har noterat det, och en kollega ringer upp dig.',
  de: 'Sie sprechen mit einem KI-Klon von Robin Ek. Ich habe es notiert, und ein Kollege ruft Sie an.',
  zh: '您正在与罗宾的人工智能克隆对话。我已经记录下来，同事会给您回电话。',
};

/** What is said in each; the external id tells them apart. */
export const TALKS = {
  'en-fee': 'I am furious, the late fee on my card is outrageous!',
  'en-praise': 'I love the app, it is wonderful. Thank you!',
  'sv-fee': 'Jag är arg, förseningsavgiften på mitt kort är alldeles för hög, hälsar Åsa Öberg.',
  'de-transfer': 'Die Überweisung in der Goethestraße wurde zweimal ausgeführt, das ist sehr ärgerlich.',
  'zh-fee': '滞纳金太高了，我非常生气，我要投诉。',
} as const;

/**
 * An organisation with a handful of analysed conversations, in four languages, on several channels, with two clones,
 * one flagged, one that holds nothing. The oldest two begin at the same moment.
 */
export async function makeTalks(world: World): Promise<SmallOrganisation & { talks: SentConversation[] }> {
  const org = await makeOrganisation(world);
  const names = { name: 'CTO', principalName: 'Kim Berg', principalTitle: 'CTO' };
  await world.get(ClonesService).add(org.organisation.id, { ...names, handle: 'cto' });
  const talks = Object.entries(TALKS).map(([externalId, said], at) =>
    conversation({
      externalId,
      language: externalId.slice(0, 2),
      clone: at % 2 === 0 ? 'ceo' : 'cto',
      channel: (['PHONE', 'CHAT', 'EMAIL'] as const)[at % 3]!, // 0, 1 or 2
      startedAt: `2026-06-0${Math.max(at, 1)}T10:00:00Z`,
      turns: [
        { speaker: 'CALLER', said, generated: `${said} unspoken` },
        { speaker: 'CLONE', said: externalId === 'en-fee' ? RISKY_REPLY : REPLIES[externalId.slice(0, 2)]! },
      ],
    }),
  );
  talks.push(conversation({ externalId: 'silent', startedAt: '2026-06-09T10:00:00Z', turns: [] }));
  await org.client.ask(INGEST, { input: { conversations: talks } });
  await world.analysed(org.organisation.id);
  return { ...org, talks };
}
