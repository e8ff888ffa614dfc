import { Refused } from '#platform';

/** The id that a subscription has to tell of. Over HTTP nothing is announced, so there is none. @throws Refused `BAD_INPUT` */
export function announced(id: string | undefined): string {
  if (id === undefined) throw new Refused('BAD_INPUT', 'Subscriptions go over WebSocket, by graphql-transport-ws.');
  return id;
}
