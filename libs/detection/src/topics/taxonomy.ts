/** What people call about. The id is stored for ever, so a topic is renamed by its display name only. */
export const TOPICS = {
  'late-fees': 'Late fees',
  'app-outage': 'App or service down',
  'instalment-plans': 'Instalment plans',
  'waiting-for-support': 'Waiting for support',
  'refund-speed': 'Refund speed',
  cashback: 'Cashback and rewards',
  'credit-file': 'Credit file',
  'card-limits': 'Card and spending limits',
  'talking-to-a-clone': 'Talking to a clone',
  'two-factor-codes': 'Two-factor codes',
  'outage-compensation': 'Compensation for an outage',
  privacy: 'Privacy and data',
  'fees-and-pricing': 'Fees and pricing',
  delivery: 'Delivery',
  'merchant-payouts': 'Merchant payouts',
  'investor-news': 'Investor news',
  'app-usability': 'App usability',
  'identity-check': 'Identity check',
  complaints: 'Complaints',
} as const;

export type TopicId = keyof typeof TOPICS;
