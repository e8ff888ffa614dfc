import type { TopicPhrases } from './phrase-lists.js';

/** Topics about money: what it costs, what comes back, what is owed. Steps are written as in `phrase-index.ts`. */
export const MONEY_TOPIC_PHRASES = {
  'late-fees': {
    telling: {
      en: [
        'late fee|fees|charge|charges|payment_fee',
        'fee|charge|penalty|penalised|fined|charged * late|missed|overdue',
        'reminder fee|fees|charge',
        'penalty fee|interest|charge',
        'late_payment * fee|charge',
      ],
      sv: [
        'förseningsavgift~|påminnelseavgift~|dröjsmålsränta~|dröjsmålsavgift~|straffavgift~',
        'avgift~ * sen|sent|försenad|påminnelse',
      ],
      de: ['mahngebühr~|verzugszins~|säumnis~|verspätungsgebühr~|mahnkosten~', 'gebühr~ * verspät~|mahnung|verzug'],
      zh: ['滞纳金|逾期费|逾期罚息|违约金|罚息|逾期利息', '逾期 * 费|利息'],
    },
    supporting: {
      en: ['overdue|missed_payment|paid_late|days_late|a_day_late|late_payment', 'reminder|reminders'],
      sv: ['försenad|påminnelse~|sen_betalning|för_sent'],
      de: ['mahnung~|überfällig|zu_spät|verspätet'],
      zh: ['逾期|晚还|还晚'],
    },
  },
  'instalment-plans': {
    telling: {
      en: [
        'instalment~|installment~',
        'payment plan|plans|holiday|schedule',
        'pay in three|four|#',
        'pay_later|bnpl|buy_now_pay_later',
        'split * payment|payments|purchase|bill|cost',
        'monthly payments|plan',
        'spread * cost|payment|payments',
      ],
      sv: [
        'delbetal~|avbetal~|betalningsplan~|betala_senare|betalplan~|delbetalning~',
        'dela_upp * betalning~|köp~|faktura~|summan|kr',
        'skjuta_upp * betalning~',
      ],
      de: [
        'ratenzahlung~|ratenkauf~|ratenplan~|raten|rate',
        'in # raten',
        'später_bezahlen|zahlungspause|zahlungsplan',
      ],
      zh: ['分期|先买后付|月供|延期还款|还款计划', '分 # 期', '分 三|六|十二 期'],
    },
  },
  'refund-speed': {
    telling: {
      en: [
        'refund|refunds|refunded|refunding|reimburse~',
        'money|cash * back',
        'returned * money|credited',
        'my money * returned|back',
      ],
      sv: [
        'återbetal~|återbetalning~|pengarna_tillbaka|pengar_tillbaka|kreditera~',
        'får|få|fått * pengar|pengarna * tillbaka',
      ],
      de: [
        'rückerstatt~|erstattung~|erstattet|rückzahlung~|geld_zurück',
        'geld|betrag * zurück|zurückbekommen|erstattet',
      ],
      zh: ['退款|退钱|退回|没退|返还|退费', '钱 * 退'],
    },
  },
  cashback: {
    telling: {
      en: [
        'cashback|cash_back|loyalty_points|reward_points|bonus_points',
        'reward|rewards|loyalty * points|program|programme|balance',
        'referral bonus|reward',
      ],
      sv: ['cashback|bonuspoäng~|poäng~|återbäring~|värvningsbonus|bonusen'],
      de: ['cashback|bonuspunkte~|prämienpunkte|treuepunkte|prämie~|punktestand'],
      zh: ['返现|返利|积分|红包|奖励金'],
    },
  },
  'credit-file': {
    telling: {
      en: [
        'credit file|score|rating|report|history|record|bureau|check|reference',
        'default * file|record|credit',
        'experian|equifax|transunion|cibil',
        'debt_collect~|collections|bailiff~|ccj',
      ],
      sv: ['betalningsanmärkning~|kreditupplysning~|uc|kreditbetyg|kreditvärdighet~|inkasso~|kronofogd~|kreditscore'],
      de: ['schufa~|bonität~|kreditauskunft~|negativeintrag~|inkasso~|kreditwürdigkeit|score'],
      zh: ['征信|信用记录|信用报告|信用分|信用评分|催收|黑名单'],
    },
  },
  'card-limits': {
    telling: {
      en: [
        'credit|spending|card|daily|purchase limit|limits|line',
        'limit * raised|increase~|lowered|cut|reduced|higher|lower',
        'raise|increase|lower|cut|reduce * limit',
        'card * declined|refused|blocked|rejected',
      ],
      sv: [
        'kreditgräns~|kortgräns~|köpgräns~|beloppsgräns~|limit~|kreditlimit~',
        'höja|höjd|sänk~ * gräns~|kredit~',
        'kort~ * nekas|nekat|spärrat|medges',
      ],
      de: [
        'kreditlimit~|kartenlimit~|limit~|kreditrahmen~|verfügungsrahmen~|ausgabenlimit~',
        'karte * abgelehnt|gesperrt',
      ],
      zh: ['额度|限额|提额|降额|信用额|卡被拒|刷不了'],
    },
  },
  'fees-and-pricing': {
    telling: {
      en: [
        'fees|fee|pricing|price|prices|surcharge|commission|tariff',
        'cost|costs|charge|charges|charged * month|year|use|extra|hidden|much|twice',
        'interest rate|rates|charge',
        'how_much * cost|pay|is',
        'subscription|expensive|overpriced|overcharg~',
        'monthly|annual|service|booking|admin charge|cost',
      ],
      sv: [
        'avgift~|pris|priset|priser|priserna|prishöj~|ränta|räntan|kostar|kostnad~|månadsavgift~|dyrt|dyrare',
        'abonnemang~|uppläggningsavgift~',
      ],
      de: ['gebühr~|preis|preise|preiserhöhung~|zinsen|zinssatz|kosten|kostet|monatsgebühr~|teuer|teurer|tarif~|abo'],
      zh: ['手续费|服务费|收费|费用|价格|涨价|利息|利率|年费|多少钱|太贵|扣费'],
    },
  },
  'outage-compensation': {
    telling: {
      en: [
        'compensation|compensate~|goodwill|make_it_up|voucher|vouchers',
        'credit|discount|money|refund|something * outage|downtime|days_without|no_service',
        'outage|downtime|down|delay * compensat~|credit|refund',
      ],
      sv: ['kompensation~|kompensera~|ersättning~|skadestånd~|prisavdrag~|plåster_på_såren'],
      de: ['entschädig~|schadensersatz~|schadenersatz~|gutschrift~|wiedergutmachung~|ausgleich'],
      zh: ['赔偿|补偿|赔付|赔钱|赔不赔|赔我'],
    },
  },
  'merchant-payouts': {
    telling: {
      en: [
        'payout|payouts|pay_out|settlement|settlements',
        'seller|merchant|shop|store * paid|money|balance|funds|fees',
        'my funds|sales|balance * held|hold|frozen|withheld|released',
        'withdraw|withdrawal * balance|earnings|funds',
      ],
      sv: ['utbetalning~|utbetald|säljare~|handlare~|butiksägare', 'pengarna * försäljning~|sålt'],
      de: ['auszahlung~|ausgezahlt|händler~|verkäufer~|verkaufserlös~'],
      zh: ['商家|货款|结算|提现|打款|卖家|店铺'],
    },
  },
  'investor-news': {
    telling: {
      en: [
        'share_price|shareholder~|dividend~|investor~|earnings|ipo|quarterly|buyback|stock|stocks|guidance',
        'agm|annual_report|profit_warning|takeover|merger',
        'your shares|results|revenue|profit|profits|valuation',
        'quarter|quarters|q1|q2|q3|q4 * results|numbers|report|revenue',
      ],
      sv: [
        'aktie~|aktien|aktieägare~|utdelning~|kvartalsrapport~|börs~|börsnoter~|resultat~|vinst~|omsättning~',
        'delårsrapport~|bokslut~',
      ],
      de: [
        'aktie~|aktionär~|dividende~|börse~|börsengang|quartal~|umsatz~|gewinn~|prognose|hauptversammlung~',
        'kapitalerhöhung~|investor~',
      ],
      zh: ['股价|股票|分红|股东|财报|季报|年报|上市|业绩|利润|营收|投资者'],
    },
  },
} satisfies Record<string, TopicPhrases>;
