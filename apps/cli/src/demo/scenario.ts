import type { Channel } from '#accountability';

/** The demo organisation of the bundled sample, in the words of its story. Moments are as in the sample file. */
export const ORGANISATION = { slug: 'nordpay', name: 'Nordpay', timeZone: 'Europe/Stockholm' };

export const DEMO_EMAIL = 'maja.kovac@nordpay.example';
export const DEMO_PERSON = 'Maja Kovač';

export const CLONES = [
  { handle: 'alex-lindqvist', principalName: 'Alex Lindqvist', principalTitle: 'CEO', versions: ['4.2.1', '4.2.2'] },
  { handle: 'sara-holm', principalName: 'Sara Holm', principalTitle: 'CFO', versions: ['2.0.3'] },
  { handle: 'tomas-ek', principalName: 'Tomas Ek', principalTitle: 'COO', versions: ['1.7.0'] },
];

/** Who answers for which clone and channel. After 1 June nobody does for e-mails to Tomas Ek: the planted gap. */
export const ASSIGNMENTS: { name: string; title: string; clone: string; channel: Channel | null; until?: string }[] = [
  { name: 'Petra Lund', title: 'Head of Customer Operations', clone: 'alex-lindqvist', channel: 'PHONE' },
  { name: 'Lena Fors', title: 'Head of Payments', clone: 'alex-lindqvist', channel: 'CHAT' },
  { name: 'Karin Blom', title: 'Complaints Manager', clone: 'alex-lindqvist', channel: 'EMAIL' },
  { name: 'Erik Nyström', title: 'Head of Lending', clone: 'sara-holm', channel: null },
  { name: 'Samir Haddad', title: 'Data Protection Officer', clone: 'tomas-ek', channel: 'CHAT' },
  { name: 'Jonas Rask', title: 'Head of Security', clone: 'tomas-ek', channel: 'PHONE' },
  {
    name: 'Mikael Ström',
    title: 'Head of Logistics',
    clone: 'tomas-ek',
    channel: 'EMAIL',
    until: '2026-06-02T00:00:00+02:00',
  },
];

export const DEPLOYER = 'Nordpay AB';
/** When the register of assignments was set up. */
export const REGISTER_FROM = '2026-01-12T00:00:00+01:00';
/** The moment after the last conversation of the sample: midnight after Sunday 14 June, in Stockholm. */
export const SAMPLE_END = '2026-06-15T00:00:00+02:00';
