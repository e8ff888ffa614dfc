import { publicId } from '#platform';

/** What an endpoint can be told of, and the fields of `data`. Ids are those of the API; never what anybody said. */
export const EVENTS = {
  'conversation.analysed': {
    meaning: 'turns of a conversation were measured and judged',
    data: ['conversationId', 'turns'],
  },
  'flag.raised': {
    meaning: 'a rule was true of a reply, and somebody should look',
    data: ['flagId', 'conversationId', 'turnId', 'cloneId', 'code', 'severity', 'channel', 'spokenAt'],
  },
} as const;

export type EventType = keyof typeof EVENTS;
export const EVENT_TYPES = Object.keys(EVENTS) as EventType[]; // the keys of a closed record

/** Sent by `sendTestWebhook` only, to one endpoint, whatever it listens to. */
export const TEST_EVENT = 'webhook.test';

type DataOf<Type extends EventType> = Record<(typeof EVENTS)[Type]['data'][number], string | number>;

/** One fact for all endpoints that listen to its type. The id is the `webhook-id`, the same for every endpoint and attempt. */
export interface Notice {
  id: string;
  type: string;
  /** The very text that is signed and sent. */
  body: string;
  occurredAt: Date;
}

export function noticeOf<Type extends EventType>(
  type: Type,
  given: { id: string; occurredAt: Date; data: DataOf<Type> },
): Notice {
  return writeNotice(type, given);
}

export function testNotice(given: { id: string; occurredAt: Date; endpointId: string }): Notice {
  return writeNotice(TEST_EVENT, { ...given, data: { endpointId: publicId('WebhookEndpoint', given.endpointId) } });
}

function writeNotice(type: string, { id, occurredAt, data }: { id: string; occurredAt: Date; data: object }): Notice {
  return { id, type, occurredAt, body: JSON.stringify({ type, timestamp: occurredAt.toISOString(), data }) };
}
