import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';
import { MAX_URL_CHARACTERS } from './limits.js';

/** Ports of public endpoints: those of HTTPS, so that nobody can be made to knock at other services. */
export const PUBLIC_PORTS: readonly number[] = [443, 8443];
/** What is routed on the public Internet today (RFC 4291 §2.4). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR('2000::/3');
/** Interface identifiers that hold an IPv4 address (ISATAP, RFC 5214 §6.1), without the universal bit. */
const ISATAP = [0x0000, 0x5efe] as const;
const UNIVERSAL_BIT = 0x0200;

export interface Target {
  secure: boolean;
  port: number;
}

/** Which addresses may be connected to. */
export class TargetGuard {
  private readonly networks: [ipaddr.IPv4 | ipaddr.IPv6, number][];

  /** @param allowedNetworks such as `10.0.0.0/8`: endpoints may lie there although the networks are not public */
  constructor(allowedNetworks: readonly string[]) {
    this.networks = allowedNetworks.map((network) => ipaddr.parseCIDR(network));
  }

  /** Why this address cannot be an endpoint's, as far as that can be said without a look-up. */
  complaintAbout(given: string): string | undefined {
    if (given.length > MAX_URL_CHARACTERS) return `The address is over ${MAX_URL_CHARACTERS} characters.`;
    const url = URL.canParse(given) ? new URL(given) : undefined;
    if (url === undefined) return 'The address is not a URL.';
    if (url.username !== '' || url.password !== '') return 'The address must not hold a name or password.';
    if (url.hash !== '') return 'The address must not have a fragment.';
    if (!/^https?:$/.test(url.protocol)) return 'The address must begin with https://.';
    const target = targetOf(url);
    const host = hostOf(url);
    if (isIP(host) !== 0) return this.permits(host, target) ? undefined : 'The address is not a public HTTPS address.';
    if (this.networks.length > 0) return undefined; // where it leads is known only when its name is looked up
    if (!target.secure) return 'The address must begin with https://.';
    return PUBLIC_PORTS.includes(target.port) ? undefined : `The port must be one of ${PUBLIC_PORTS.join(', ')}.`;
  }

  /** Whether a connection may be made to this IP address: asked for each address of the very connection. */
  permits(address: string, { secure, port }: Target): boolean {
    if (isIP(address) === 0) return false;
    const parsed = ipaddr.parse(address);
    if (this.networks.some((network) => parsed.kind() === network[0].kind() && parsed.match(network))) return true;
    return secure && PUBLIC_PORTS.includes(port) && isPublic(parsed);
  }
}

/** The host of a URL as connections take it: an IPv6 address without its brackets. */
export function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1');
}

export function targetOf(url: URL): Target {
  const secure = url.protocol === 'https:';
  return { secure, port: url.port === '' ? (secure ? 443 : 80) : Number(url.port) };
}

/** Neither special nor an IPv4 address in the clothes of IPv6: mapped, compatible, 6to4, NAT64, Teredo, ISATAP. */
function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv4) return true;
  return address.match(GLOBAL_UNICAST) && !holdsIpv4(address);
}

function holdsIpv4({ parts }: ipaddr.IPv6): boolean {
  return ((parts[4] ?? 0) & ~UNIVERSAL_BIT) === ISATAP[0] && parts[5] === ISATAP[1];
}
