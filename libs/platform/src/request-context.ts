import { AsyncLocalStorage } from 'node:async_hooks';

/** The request that work is done for; it reaches whatever that work calls and awaits. */
export interface CurrentRequest {
  readonly requestId: string;
  /** Who asks, as soon as that is known. */
  actorKind?: string;
}

const requests = new AsyncLocalStorage<CurrentRequest>();

export function inRequest<T>(request: CurrentRequest, work: () => T): T {
  return requests.run(request, work);
}

export function currentRequest(): CurrentRequest | undefined {
  return requests.getStore();
}

/** For work that serves several requests at a time, and so none of them. */
export function outsideRequests<T>(work: () => T): T {
  return requests.exit(work);
}
