import type { INestApplicationContext } from '@nestjs/common';
import { operatorOf } from '#accounts';
import { type Clone, ClonesService } from '#clones';
import { ExpectedStop } from '#platform';
import { run } from '../run.js';
import { chooseOrganisation, openSession, type Session } from '../session.js';

/** The option of every command that works inside one organisation. */
export const WHOSE = ['--organisation <slug>', 'whose, when there is more than one'] as const;

type Work<Options> = (session: Session, organisationId: string, options: Options) => Promise<void>;

/** Runs a command inside the organisation that its options name, or the only one. */
export function within<Options extends { organisation?: string }>(
  options: Options,
  work: Work<Options>,
): Promise<never> {
  return run(async (lifetime) => {
    const session = await openSession(lifetime);
    const { id } = await chooseOrganisation(session.app, options.organisation);
    await work(session, id, options);
    return 0;
  });
}

export function clonesIn(app: INestApplicationContext, organisationId: string): Promise<Clone[]> {
  return app.get(ClonesService, { strict: false }).list(operatorOf(organisationId));
}

/** @throws ExpectedStop when no clone has this handle. */
export async function cloneIdOf(app: INestApplicationContext, organisationId: string, handle: string): Promise<string> {
  const clone = (await clonesIn(app, organisationId)).find((one) => one.handle === handle);
  if (clone === undefined) throw new ExpectedStop(`There is no clone ${handle}.`);
  return clone.id;
}
