import { describe, expect, it } from 'vitest';
import { TargetGuard } from './targets.js';

const HTTPS = { secure: true, port: 443 };
const open = new TargetGuard([]);
const onPremises = new TargetGuard(['10.1.0.0/16', 'fd12::/16', '127.0.0.1/32']);

/** Addresses that lead inside, however they are written. */
const INSIDE = [
  '0.0.0.0', '0.1.2.3', '10.0.0.1', '100.64.0.1', '100.127.255.254', '127.0.0.1', '127.255.255.255', '169.254.169.254',
  '172.16.0.1', '172.31.255.255', '192.0.0.8', '192.0.2.1', '192.88.99.1', '192.168.1.1', '198.18.0.1', '198.51.100.1',
  '203.0.113.1', '224.0.0.1', '239.255.255.255', '240.0.0.1', '255.255.255.255',
  '::', '::1', '::7f00:1', '::10.0.0.1', '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:0:127.0.0.1', '64:ff9b::7f00:1',
  '64:ff9b::8.8.8.8', '64:ff9b:1::a00:1', '100::1', '2001::1', '2001:0:4136:e378:8000:63bf:3fff:fdd2', '2001:2::1',
  '2001:db8::1', '2002:7f00:1::', '2002:808:808::1', '3fff::1', '5f00::1', 'fc00::1', 'fd00:ec2::254', 'fe80::1',
  'fe80::1%eth0', 'fec0::1', 'ff02::1', '2606:4700::5efe:7f00:1', '2606:4700::200:5efe:a00:1', '4000::1', 'localhost', '',
]; // prettier-ignore

describe('an address of a connection', () => {
  it.each(INSIDE)('%s is refused', (address) => {
    expect(open.permits(address, HTTPS)).toBe(false);
  });

  it.each(['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '2606:4700:4700::1111', '2a00:1450:400f::200e'])(
    '%s is allowed',
    (address) => expect(open.permits(address, HTTPS)).toBe(true),
  );

  it.each([25, 80, 3306, 6379, 9200, 65_535])('in public is refused on port %i', (port) => {
    expect(open.permits('8.8.8.8', { secure: true, port })).toBe(false);
    expect(open.permits('8.8.8.8', { secure: true, port: 8443 })).toBe(true);
  });

  it('in a listed network is allowed on any port and without TLS, and only there', () => {
    const plain = { secure: false, port: 8080 };
    expect(['10.1.2.3', 'fd12::9', '127.0.0.1'].map((address) => onPremises.permits(address, plain))).toEqual([
      true,
      true,
      true,
    ]);
    expect(
      ['10.2.0.1', 'fd13::9', '127.0.0.2', '::ffff:10.1.2.3', '8.8.8.8'].filter((address) =>
        onPremises.permits(address, plain),
      ),
    ).toEqual([]);
  });
});

describe('the URL of an endpoint', () => {
  it.each([
    'https://127.0.0.1/', 'https://127.1/', 'https://2130706433/', 'https://0x7f000001/', 'https://0x7f.1/',
    'https://0177.0.0.1/', 'https://017700000001/', 'https://127.0.0.1./', 'https://①②⑦.0.0.1/', 'https://127。0。0。1/',
    'https://%31%32%37.0.0.1/', 'https://[::1]/', 'https://[::ffff:127.0.0.1]/', 'https://[::ffff:7f00:1]/',
    'https://[0:0:0:0:0:ffff:a9fe:a9fe]/', 'https://[64:ff9b::169.254.169.254]/', 'https://[2002:a00:1::]/', 'https://0/',
    'https://169.254.169.254/latest/meta-data/', 'https://3232235777/', 'https://8.8.8.8:6379/', 'https://name.example:22/',
    'http://8.8.8.8/', 'http://name.example/', 'https://me:pw@name.example/', 'https://me@name.example/',
    'https://name.example/#part', 'ftp://name.example/', 'file:///etc/passwd', 'gopher://name.example/', 'javascript:1',
    'name.example', '//name.example/', 'https://', 'https://[::1', 'https://na me.example/', `https://name.example/${'x'.repeat(2048)}`,
  ])('%s is refused', (url) => {
    expect(open.complaintAbout(url)).toMatch(/^The (address|port) /);
  }); // prettier-ignore

  it.each([
    'https://name.example/hook?key=1',
    'https://name.example:8443/',
    'https://8.8.8.8/',
    'https://åäö.example/',
  ])('%s is taken', (url) => expect(open.complaintAbout(url)).toBeUndefined());

  it('may be plain HTTP and have any port when networks are listed, as the address decides at each connection', () => {
    expect(onPremises.complaintAbout('http://hooks.internal:9000/')).toBeUndefined();
    expect(onPremises.complaintAbout('http://10.1.2.3:9000/')).toBeUndefined();
    expect(onPremises.complaintAbout('http://10.2.2.3:9000/')).toBeDefined();
    expect(onPremises.complaintAbout('http://8.8.8.8/')).toBeDefined();
    expect(onPremises.complaintAbout('http://me:pw@10.1.2.3/')).toBeDefined();
  });
});
