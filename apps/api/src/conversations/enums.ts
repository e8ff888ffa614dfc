import { registerEnumType } from '@nestjs/graphql';
import { CHANNELS } from '#accountability';
import { SPEAKERS } from '#detection';

/** GraphQL enums need objects; the values themselves belong to the libraries. */
function enumOf<const Values extends readonly string[]>(values: Values): { [Value in Values[number]]: Value } {
  return Object.fromEntries(values.map((value) => [value, value])) as { [Value in Values[number]]: Value };
}

export const ChannelEnum = enumOf(CHANNELS);
registerEnumType(ChannelEnum, { name: 'Channel', description: 'Where people meet a clone.' });

export const SpeakerEnum = enumOf(SPEAKERS);
registerEnumType(SpeakerEnum, {
  name: 'Speaker',
  description: 'Who spoke a turn.',
  valuesMap: {
    CALLER: { description: 'The person who called or wrote.' },
    CLONE: { description: 'The clone; its turns are replies.' },
    STAFF: { description: 'A person of the organisation who took over.' },
  },
});
