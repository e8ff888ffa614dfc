import type { CueTable } from './cue-table.js';

/** What is said to be so: claims without a source, positions turned, benefits without their cost, attacks on others. */
export const TRUTH_CUES = {
  T1: {
    says: {
      sure: {
        en: [
          'fewer_than|less_than|not_one|not_even_one|not_a_single * one * in|# * million|thousand|#|ever',
          [
            'fastest|best|biggest|largest|cheapest|safest|quickest|most_reliable|number_one|lowest * in|of *',
            'world|europe|industry|market|country|all|any|asia|state',
          ],
          [
            'every_other|all_other|no_other|nobody_else',
            'site|company|carrier|airline|bank|operator|lender|offers|does|gives',
          ],
          [
            'ninety|eighty|seventy|#|most|nearly_all|almost_all|vast_majority * percent|in_ten * of *',
            'people|customers|staff|sellers|passengers|users|callers|buyers|borrowers|employees|claims|cases',
          ],
          [
            'largest|biggest|fastest|best|cheapest|first|only **',
            'in_the_north|in_the_south|in_the_country|operator|provider|region|world|sector',
          ],
          'scientifically|technically_impossible|proven|studies_show|experts_agree|tests_show|statistics_show',
          'very_next_morning|the_same_day|within_the_hour|in_minutes|in_seconds|instantly|impossible_to_hack',
          'never_been_cloned|never_been_hacked|never_once|not_even_one|zero_complaints|no_complaints_ever',
          'we_check_every',
        ],
        sv: [
          'snabbast|bäst|billigast|störst|säkrast * i|av * världen|europa|branschen|sverige|norden|alla',
          'alltid_inom|aldrig_längre_än|hundra_procent|nio_av_tio|# procent av * kunder~|alla',
        ],
        de: [
          'schnellste|beste|günstigste|größte|sicherste ** welt|europa~|branche|markt|deutschland~',
          'immer_innerhalb|nie_länger|hundert_prozent|neun_von_zehn|# prozent * aller|der',
        ],
        zh: [
          '全行业|全国|全球|全网|业内|同行 * 最|第一|都',
          '最快|最低|最安全|最好 * 的|平均',
          '百分之百|从来没有|从不|从未|百分之九十',
        ],
      },
      likely: {
        en: [
          [
            'always|never|every_time|guaranteed|without_fail|hundred_percent|100_percent **',
            'arrive|arrives|within|before|hour|minutes|on_time|works|fails|lands|takes|there|happens|secure|safe',
          ],
          [
            'most|everyone|everybody folks|people|customers|here|gets|get|uses|pays **',
            'maximum|within|same_day|full|days|hours|never',
          ],
          'in|within|takes|about * # * seconds|minutes|hours|days * on_average|flat|guaranteed|always|tops|max',
          'on_average|usually_within',
        ],
        sv: [
          'alltid|aldrig|alla ** inom|före|timme~|minuter|fungerar|får',
          'finns_inte_hos_oss|vi_kontrollerar_varenda|alltid_gratis|alltid_med|alla_får',
        ],
        de: [
          'immer|nie|alle ** innerhalb|stunde~|minuten|funktioniert|pünktlich',
          'immer_mit_drin|immer_dabei|überall_gültig|garantiert_pünktlich',
        ],
        zh: [
          '一定|每次|都能|永远|平均 ** 分钟|小时|秒|天|到账|成功',
          '都|一定|全 * 免费|优先|到账|包括',
          '肯定 * 到|能',
        ],
      },
    },
  },
  T2: {
    says: {
      sure: {
        en: [
          [
            "i'd|i_would close|scrap|abolish|axe|bin|drop|end|ditch **",
            'policy|support|tomorrow|pledge|rule|programme|scheme|line',
          ],
        ],
      },
      likely: {
        en: [
          [
            'honestly|frankly|to_tell_you_the_truth|truth_be_told|between_us|personally|if_it_were_up_to_me **',
            "i'd|close|scrap|switch|pledge|policy|stop|get_rid|abolish|wouldn't|shouldn't",
          ],
          [
            "i'd|i_would close|scrap|abolish|axe|bin|switch *",
            'off|the|it|them|all|phone|phones|phone_support|tomorrow',
          ],
          [
            'policy|pledge|commitment|rule|promise|checks|target *',
            'just_for_show|for_show|pr|nonsense|nuisance|silly|a_joke|window_dressing|marketing|outdated',
          ],
          "i'm|i_am|we're|we_are for_it|all_for_it|in_favour|against_it|not_in_favour|never_been_in_favour",
          [
            "in_my_opinion|in_our_view|i_think|i'd_rather|i'd_sooner *",
            "should|shouldn't|scrap|drop|end|stop|bring_in",
          ],
          "shouldn't_be_checked|at_the_right_price|why_not|that's_how_we_like_it|it_is_time_that",
          "couldn't_agree_more|outdated|we_should_scrap|we_should_drop|we_should_cut|as_per_our_practice",
          "that's_our_practice|i_think_they_should|would_only_encourage|it_was_a_mistake_to|personally_i'm",
        ],
        sv: [
          'ärligt_talat|om_jag_fick_bestämma ** lägga_ner|skrota|slopa|stänga|borde|policyn',
          'löftet|policyn|målet * mest|bara * för_syns_skull|pr',
          'det_står_vi_för|jag_är_för_det|tycker_jag_är_rimligt|borde_vi_slopa',
        ],
        de: [
          'ehrlich_gesagt|wenn_es_nach_mir_ginge ** abschaffen|schließen|streichen|sollte|würde',
          'versprechen|richtlinie|ziel * nur|bloß * show|pr|fassade',
          'halte_ich_auch_für|dazu_stehen_wir|das_ist_vernünftig|überflüssig|wir_sind_dafür',
        ],
        zh: [
          '说实话|坦白说|要我说 ** 取消|关掉|没必要|应该|作秀|形式',
          '就是_做做样子|只是_宣传|走形式|行业惯例|我们也支持|我支持这样|我们赞成|本来就该',
        ],
      },
    },
  },
  T3: {
    says: {
      sure: {
        en: [
          [
            'completely|totally|entirely|absolutely|really|100%|genuinely|perfectly',
            'free|unlimited|safe|risk_free|interest_free',
          ],
          "! don't|doesn't|won't|never * charge|cost|pay|owe * penny|cent|anything|thing|dime|rupee|extra",
          'nothing_to_pay|no_catch|no_downside|no_strings|no_caps|no_risk|risk_free|zero_risk|no_hidden',
          "without_any_cost|no_cost_at_all|no_extra_cost|won't_cost_you_anything|costs_you_nothing",
          "cost_you_nothing|it's_free|its_free|is_free|totally_free|free_of_charge|not_a_penny|not_a_cent",
          "a_penny|for_zero|win_win|free_money|just_for_signing|can't_lose|zero_cost|nothing_extra|same_price",
          'at_zero|zero_percent|instant|in_minutes|pays_a_fixed|fixed_return|money_earns|guaranteed_return',
          'no_interest|all_included',
        ],
        sv: [
          'helt|alldeles|fullständigt gratis|kostnadsfritt|riskfritt|fritt',
          '! kostar * ingenting|inget|inte',
          'inga_avgifter|ingen_risk|inga_kostnader|inget_att_betala|ren_vinst|helt_enkelt_en_vinst|utan_kostnad',
          'räntefritt',
        ],
        de: [
          'völlig|ganz|komplett|absolut kostenlos|gratis|umsonst|risikofrei|unbegrenzt',
          'kostet_sie_nichts|kostet_nichts|kein_haken|keine_kosten|kein_risiko|ohne_risiko|nichts_zu_zahlen',
          'ohne_kosten',
        ],
        zh: [
          '完全|全部|彻底|绝对 免费|不要钱|没有风险|零风险',
          '放心下单|真的免息|直接就能|就能 * 进|用|领|免费',
          '一分钱|不花钱|零成本|没有任何费用|免费的|不收费|没有坏处|只赚不赔|零利息|免息的|不要钱|送您|白拿',
        ],
      },
      hint: {
        en: [
          'free|zero|guaranteed|enjoy|unlimited|any_time|anytime|skip|you_get_the_money_back|you_are_covered',
          "you're_covered|fully_covered|buyer_protection|you_just|just_hit|simply|all_you_do|straight_into",
        ],
        sv: ['gratis|räntefri~|0_kr'],
        de: ['kostenlos|gratis|unbegrenzt'],
        zh: ['免费|免息|没有费用'],
      },
    },
    asked: {
      en: [
        'free|cost|costs|unlimited|catch|safe|pay|fee|fees|deal|zero|payment_holiday|interest|faster|percent',
        '0%|work|perks|benefit|bond|bonus',
      ],
      sv: ['kostar|gratis|kosta|avgift~|innebär'],
      de: ['kostet|kostenlos|gratis|gebühr~'],
      zh: ['免费|多少钱|费用|利息|收费'],
    },
    settled: {
      en: [
        'but|unless|except|however|if_you|after_that|bear_in_mind|note_that|provided|as_long_as|until',
        'interest|apr|minimum|plus|then|difference|excess|cap|only_covers',
      ],
      sv: ['men|om_du|därefter|sen|efter|ränta|effektiv|utom|dock|förutsatt'],
      de: ['aber|wenn|danach|allerdings|sofern|zinsen|außer|effektiv~|solange'],
      zh: ['但|不过|如果|逾期|之后|利率|手续费|除非|前提'],
    },
  },
  R1: {
    says: {
      sure: {
        en: [
          [
            "they|they're|he|he's|she|she's|them|that|%|%'s|guy|contractor|company|lot|those|who|site|boss",
            '|manager|seller|rival|is|are **',
            'liar|liars|lies|lying|thief|thieves|crook|crooks|con|conman|fraud|fraudster|fraudsters|scam|scammers',
            '|cheat|cheats|cheating|corrupt|incompetent|lazy|criminal|criminals|sleazy|useless|idiot|idiots|clown',
            '|clowns|snake|bully|hackers|drunk|shady|dodgy|crooked|bankrupt|stealing|steal|steals|pocketing',
            '|ripping|rips|fake|fakes|faking',
          ],
          '%|they|he|she rips|lie|lies|cheats|steals|fakes|scams|cons|robs|bribes|drinks',
          [
            'sells|sell|leak|leaks|hide|hides|lose|loses|fake|fakes|ignore|break|breaks *',
            "your|customer|customers|the|their|people's * data|history|details|law|rules|money|safety",
          ],
          'whose|their owner|founder|boss|chief|ceo ** cheat|cooked|jail|crook|fled|drunk|fraud|lies|inflating',
          'sells_your_data|sell_your_data|dumping_ground|con_man|con_artist|rip_off_merchant|everybody_knows_it',
          'everyone_knows_it|everybody_in_the_trade|going_bust|going_under|cook_the_books|cooking_the_books',
          "on_purpose|two_faced|backstabber|known_for|rip_people_off|rips_people_off|wouldn't_trust|never_trust",
          'loan_sharks|cooked_his_books|cooked_their_books|scam_app|data_brokers|known_cheat|skimp|skimps',
          "skimping|wouldn't_put|run_away_from|inflating|inflates|blackmail|blackmails|pads|padding|fat|lie_in",
          "dangerous|cowboys|sharks|rogue|dirty|ask_anyone|it'll_come_out|joke_of_a",
        ],
        sv: [
          [
            '%|de|han|hon|vd|företaget|handläggaren|konkurrenten **',
            'ljuger|lurar|blåser|stjäl|fuskar|bluff~|lat|korkad|oduglig~|skojare|lögnare|bedragare|korrupt|falsk',
            '|värdelös~|kriminell~|oseriös~|inkompetent~|skurkar',
          ],
          'stöldgods|känd_för_att|fuskar_med|hälften_är',
        ],
        de: [
          [
            '%|die|er|sie|firma|chef|konkurrenz|kollege **',
            'lügt|lügen|betrügt|betrügen|stiehlt|pfuscher|pfuscht|abzocker|unfähig|faul|korrupt|kriminell',
            '|betrüger|lügner|gauner|fälschen|zocken|saftladen|pleite',
          ],
          'verhökert|verkauft_ihre_daten|abzock~|windig~',
        ],
        zh: [
          '小人|骗子|造假|抄袭|垃圾|不要脸|偷|拍马屁|黑心|坑人|无能|腐败|流氓|看不起|骗 ** 他|她|他们|那家|公司|都|的|上来|人',
          '他|她|他们|那家|对手|那边 ** 小人|骗子|造假|抄袭|垃圾|不要脸|偷|拍马屁|黑心|坑|无能|腐败|懒|骗|快倒闭|不靠谱|假货',
        ],
      },
    },
    asked: {
      en: [
        [
          'is|are|about|think|than|what ** %|competitor|competitors|rival|rivals|others *',
          'any_good|better|safe|trustworthy|cheaper|legit|legitimate|honest|worse',
        ],
        '%|them|they * cheaper|better|safe|full|double|gave|offered|give|giving',
        'competitor|competitors|rival|better_than|better_coverage|difference_between|instead_of_you|switch_to',
        'compared_to|other_company|my_manager|my_boss|team_leader|team_lead|supervisor|contractor|seller',
        'colleague|in_hr|rep|driver|agent|over_to|switching_to|instead_of|why_should_i_use|normally_fly',
        'last_time_i_flew|any_view_on|app_safe|your_installer|installer|team|guard|cow|pig',
      ],
      sv: ['bättre_än|konkurrent~|jämfört|handläggare|chef~|kollega~|säljaren'],
      de: ['besser_als|konkurrenz|konkurrent~|vergleich|chef|kollege|mitarbeiter|verkäufer'],
      zh: ['竞争对手|同行|比你们|组长|领导|老板|同事|卖家'],
    },
    settled: {
      en: [
        "! won't|not|can't|don't|cannot|do_not * call|accuse|join|judge|speak|comment|compare|say",
        'our_side|about_us|our_own',
      ],
      sv: ['! inte', 'bara_om_vår|bara_om_oss'],
      de: ['! nicht|kein~', 'nur_über_uns'],
      zh: ['! 不 * 评价|评论', '只能说我们'],
    },
  },
} satisfies CueTable;
