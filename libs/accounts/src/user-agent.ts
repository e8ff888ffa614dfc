/** In this order: browsers name those they descend from as well. */
const CLIENTS = [
  ['Edg/', 'Edge'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const;
const SYSTEMS = [
  ['Windows', 'Windows'],
  ['Android', 'Android'],
  ['iPhone', 'iOS'],
  ['iPad', 'iOS'],
  ['Mac OS X', 'macOS'],
  ['Linux', 'Linux'],
] as const;
const MAX_PRODUCT_CHARACTERS = 40;

/** What a `User-Agent` comes to, such as "Firefox on Linux": enough for somebody to know their own device again. */
export function describeUserAgent(userAgent: string): string {
  const client = CLIENTS.find(([mark]) => userAgent.includes(mark))?.[1] ?? firstProduct(userAgent);
  const system = SYSTEMS.find(([mark]) => userAgent.includes(mark))?.[1];
  return system === undefined ? client : `${client} on ${system}`;
}

function firstProduct(userAgent: string): string {
  const name = /^[\w.-]+/.exec(userAgent)?.[0] ?? '';
  return name === '' ? 'unknown' : name.slice(0, MAX_PRODUCT_CHARACTERS);
}
