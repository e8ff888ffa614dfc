import type { CueTable } from './cue-table.js';

/** What moves a market: forecasts of results, prices and launches. */
export const FORECAST_CUES = {
  M1: {
    says: {
      sure: {
        en: [
          [
            '@future **',
            'profitable|profit|profits|margin|margins|revenue|earnings|ebitda|dividend|share_price|stock|shares',
            '|market_share|breakeven|break_even|guidance|crore|results|sales|growth',
          ],
          [
            'profit|profits|margin|margins|revenue|earnings|dividend|share_price|stock|shares|price|prices|growth',
            '|sales|result|results|pulp|orders|rates ** @future **',
            'up|rise|double|triple|grow|recover|beat|rocket|take_off|fall|drop|hit|jump|soar|climb|come_back|turn',
            '|improve|reach|cost|go',
          ],
          [
            '@future *',
            'beat|smash|exceed|double|triple|outperform|rebound|recover|soar|rocket|skyrocket|come_back|cross',
            '|quadruple|overtake',
          ],
          [
            '@future * launch|launching|roll_out|open|list|ipo|go_public|cut_prices|raise_prices|drop_prices **',
            '@soon',
          ],
          "we're|we_are|growing|growth|on_track|on_course ** # ** slowing|record|profit|double|year|quarter|#",
          [
            'by next|the *',
            'summer|spring|autumn|winter|christmas|year|quarter|diwali|easter|q1|q2|q3|q4|march|june|end',
          ],
          [
            'come_down|go_up|be_covered|be_number_one|become_number_one|back_in_profit|most_profitable|hire',
            '|hiring|fly|launch|open|start|arrive ** by|from|inside|within|next|already|in * @season',
          ],
          'from @season|daily|weekly',
          "no|won't_be * more * layoffs|cuts|price_rises|increases",
          'all_but_certain|in_the_bag|nailed_on|a_done_deal_by|can_bank_on|take_it_to_the_bank',
          'without_any_doubt|a_sure_thing|mark_my_words|only_way_is_up|to_the_moon|no_way_we_miss',
          'in_the_new_year|next_spring|next_summer|by_summer|inside_a_year|you_can_plan_on_it',
          'that_was_the_last_round|no_more_layoffs|you_can_count_on|half_the|twice_as_many',
        ],
        sv: [
          [
            'vi|priset|vinsten|aktien|kursen|resultatet|omsättningen|marginalen|utdelningen|det **',
            'kommer_att|kommer|blir|ska|dubblas|fördubbl~|slår|höjs|sänks|ökar|stiger|vänder|växer **',
            'vinst~|år|kvartal~|procent|rekord|nästa|sommar~|höst~|vår~|jul|dubbl~|bättre|stark~',
          ],
          [
            'nästa_år|i_höst|till_sommaren|före_jul|i_vår|nästa_kvartal **',
            'sänker|höjer|lanserar|lanseras|vinst|dubbl~|går|tjänar|växer|blir',
          ],
          'räkna_med|garanterat|lita_på_mig ** vinst~|aktie~|uppgång|dubbl~|rekord|utdelning~',
          [
            'i_vår|nästa_vår|till_hösten|redan_i|inom_ett_år **',
            'anställer|flyger|öppnar|bygger|täcker|klara|noll|vinst',
          ],
        ],
        de: [
          [
            'wir|gewinn|umsatz|aktie|kurs|ergebnis|dividende|preise|marge **',
            'werden|wird|übertreffen|verdoppeln|steigt|steigen|wachsen|erreichen|legt_zu **',
            'übertreffen|verdoppel~|steigen|wachsen|rekord|millionen|prozent|jahr|quartal|sommer|herbst|erreichen',
            '|profitabel|erhöhen|senken',
          ],
          [
            'rechnen_sie|verlassen_sie|garantiert|spätestens **',
            'millionen|gewinn|umsatz|kurs|dividende|prozent|jahr|quartal',
          ],
          [
            'ab_mai|ab_herbst|ab_januar|nächsten_sommer|innerhalb_eines_jahres **',
            'fliegen|eröffnen|starten|einstellen|profitabel',
          ],
        ],
        zh: [
          '利润|股价|营收|业绩|销量|增长|分红|收入|市值|份额 ** 翻倍|翻番|翻一番|至少|肯定|一定|会涨|大涨|增长|突破|创新高|惊喜|没问题|上涨|涨到',
          '明年|下半年|年底|下季度|今年|下个月|春节前|三季度|四季度 ** 肯定|一定|至少|会|将 ** 涨|盈利|翻|惊喜|上市|发布|推出|降价|涨价|增长|突破|上线',
          '明年|年内|下半年 ** 覆盖|开通|达到|第一|降|涨|招|发|出|开',
          '翻倍_没问题|翻番_没问题|肯定_大涨|稳涨',
        ],
      },
      likely: {
        en: [
          [
            'trust_me|definitely|easily|comfortably|easy|no_doubt|guaranteed|certain|i_promise|you_can_count **',
            'will|by|growth|beat|year|quarter|up|million|double|profit|launch|price',
          ],
          [
            'million|billion|crore|lakh|percent ** by|next|coming|this',
            'year|quarter|summer|christmas|spring|month|decade',
          ],
          [
            "we'll|we_will|we're_going_to|we're_gonna **",
            'this_year|next_year|this_quarter|next_quarter|by_summer|by_christmas|by_spring|in_spring|soon|months',
          ],
          'prices|price|fees|tickets|fares|rates ** will|going_to * go|stay|drop|fall|rise|cost|come_down',
        ],
        sv: [
          'i_år|nästa_år|i_höst|till_våren ** sänker|höjer|inga|ökar|bygger|öppnar',
          'inga_fler_prishöjningar|priset_ligger_still',
        ],
        de: ['nächstes_jahr|dieses_jahr|bis_sommer|im_herbst|nächstes_quartal ** wir|wird|werden|preis~|kommt'],
        zh: ['订单_已经_排满|供不应求|前景|稳了|放心_拿着|等着看'],
      },
    },
    asked: {
      en: [
        [
          'will|when|going_to|gonna|expect|forecast|outlook|target|guidance|predict|how_many|how_much **',
          'profit~|revenue|dividend|quarter|share_price|stock|shares|growth|margin~|price|prices|launch|crore',
          '|year|earnings|beat|recover|results|rise|fall|next_year|up|down|special|ipo|guidance|cheaper',
        ],
        [
          'profit~|revenue|dividend|quarter|share_price|stock|shares|growth|margin~|prices|launch|earnings',
          '|result|pulp|planes ** will|when|going|forecast|expect|recover|come_back|next|go',
        ],
        [
          "will_you|are_you_going|are_there_going|is_it_true_you'll|do_you_plan|when_do_you|you_will **",
          'fly|launch|open|cover|hire|layoffs|expand|build|cut|raise|lower|next_year|next_yr|boston|electric',
          '|more',
        ],
        'will|going_to ** rates|interest|fees|prices|go_up|next_yr|next_year|cover|fly|come',
        'forecast|guidance|outlook|prognosis',
      ],
      sv: [
        [
          'blir|kommer|höjer|sänker|når|när|tror **',
          'vinst~|utdelning~|pris~|aktie~|kurs~|resultat~|omsättning~|år|lanser~|kvartal~',
        ],
        'prognos~',
      ],
      de: [
        [
          'wird|werden|wann|halten|steigt|kommt|erwarten **',
          'gewinn|umsatz|dividende|kurs|aktie|preis~|prognose|ergebnis|quartal|jahr',
        ],
      ],
      zh: [
        '利润|股价|营收|业绩|分红|价格|涨|降价|上市|发布 ** 吗|多少|什么时候|能|会|何时',
        '今年|明年|年底|下半年 ** 能|会|多少|吗',
        '看好|预测|预期',
      ],
    },
    settled: {
      en: [
        ["! can't|cannot|no|not|don't|won't *", 'predict|forecast|say|guess|name|give|comment|announced|guidance|tell'],
        'published|announced|guidance|release|presentation|report|press_release|on_file|exchange|subject_to',
        'depends|forward_looking',
      ],
      sv: [
        '! inte * spekulera|säga|veta|vet|lova|kommentera|prognos',
        'publicera~|rapporten|pressmeddelande~|offentlig~|meddela~',
      ],
      de: [
        '! nicht|keine * prognose|sagen|spekulier~|äußer~|aussage',
        'veröffentlicht~|bericht|pressemitteilung|ad_hoc|halbjahresbericht|geschäftsbericht',
      ],
      zh: ['! 没有|不能|不 ** 预测|猜|评论|意见|承诺', '公告|年报|公开|披露|已发布|不构成'],
    },
  },
} satisfies CueTable;
