import { createServer } from 'node:net';
import { type Configuration, coded, ExpectedStop } from '#platform';

type Address = Pick<Configuration, 'host' | 'port'>;

/** No network card has it, or no name service knows it. */
const NO_ADDRESS = new Set(['EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN']);

/** Tries the address and lets it go again. @throws ExpectedStop when nobody can listen there */
export function refuseUnusableAddress(address: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => reject(cannotListen(address, error)));
    probe.listen(address.port, address.host, () => probe.close(() => resolve()));
  });
}

/** In one line, why nobody can listen there. */
export function cannotListen({ host, port }: Address, error: unknown): ExpectedStop {
  const code = coded(error);
  if (code === 'EADDRINUSE') return new ExpectedStop(`Port ${port} on ${host} is taken. Set PORT to another one.`);
  if (code === 'EACCES')
    return new ExpectedStop(`Port ${port} may not be used by this user. Set PORT to one from 1024 on.`);
  if (NO_ADDRESS.has(code ?? ''))
    return new ExpectedStop(`This machine has no address ${host}. Set HOST to one it has.`);
  return new ExpectedStop(
    `Nobody can listen on ${host}, port ${port} (${code ?? 'unknown reason'}). See HOST and PORT.`,
  );
}
