import type { CueTable } from './cue-table.js';

/** Personal advice a company's clone may not give: on money, on law, tax and health. */
export const ADVICE_CUES = {
  A1: {
    says: {
      sure: {
        en: [
          [
            "you_should|you_ought_to|better_you|you'd_be_better|you'd_better|you_want_to|i'd_say|i_suggest",
            "|i_recommend|my_advice|i'd_recommend|i'd_suggest|best_thing **",
            'take|buy|sell|invest|borrow|put|loan|plan|fund|shares|insurance|cover|mortgage|pension|consolidate',
            '|hold|add|switch|keep|move|split',
          ],
          [
            'for_you|someone_like_you|your_age|your_salary|your_income|your_situation|your_horizon|for_someone',
            '|a_person_like_you|horizon_like_yours **',
            'perfect|ideal|best|right|no_brainer|take|even|go|makes_sense|better|worth|suits|only',
          ],
          'you_can|you_could * easily * pay|afford|manage|handle',
          'if_i_were_you|if_i_was_you|were_i_you|no_brainer|safe_bet|sure_thing|can_only_go_up|go_all_in',
          'put_everything|perfect_for_you|right_for_you|best_for_you|suits_you|ideal_for_you|worth_it_for_you',
          "most_suitable|suitable_for_her|suitable_for_him|crazy_not_to|you'd_be_mad|at_this_price|is_a_steal",
          'bargain_right_now|kindly_go_for|right_cover_for|right_plan_for|right_one_for|with_your_sales',
          'with_your_credit|makes_sense_for_you|smartest_for_you',
        ],
        sv: [
          [
            '^ ?ja lägg|ta|köp|sälj|behåll|låna|satsa|investera|lös|flytta **',
            'lån~|fond~|aktie~|alltihop|pengar~|spar~|kredit~|allt|försäkring~|pension~',
          ],
          'jag_skulle|om_jag_vore_du|i_ditt_ställe|i_din_situation|mitt_råd|jag_tycker_att_du|jag_rekommenderar',
          'jag_tycker_du|bäst_för_dig|passar_dig|i_din_ålder|med_din_lön|med_din_inkomst|i_ditt_läge',
          'klart_smartast|så_hade_jag_gjort|jag_hade_gjort|köp_före|det_smartaste_för_dig|om_jag_var_du',
        ],
        de: [
          [
            '^ ?ja nehmen|kaufen|verkaufen|halten|legen|investieren|behalten|leihen sie **',
            'kredit|aktien|fonds|rate|geld|versicherung|plan|laufzeit',
          ],
          'an_ihrer_stelle|wenn_ich_sie_wäre|mein_rat|ich_würde|ich_rate_ihnen|ich_empfehle|in_ihrer_situation',
          'in_ihrem_alter|bei_ihrem_gehalt|bei_ihrem_einkommen|für_sie_das_beste|passt_zu_ihnen|da_bleibt_ihnen',
          'das_lohnt_sich_für_sie|sie_verdienen_genug|das_können_sie_sich|ganz_klar_die',
        ],
        zh: [
          '我|我个人 * 建议|推荐|劝 * 您|你 ** 借|买|卖|投|加|选|办|存|持有|分期|仓|还|配',
          '要是我|换我|我要是您|按您这个|像您这样|以您的|按您的|您的收入|您这情况 ** 借|买|选|够|合适|还|加|划算|适合',
          '肯定还得上|闭眼买|抄底|加仓|满仓|最适合您|适合您|稳赚|放心借|放心买',
        ],
      },
      likely: {
        en: [
          [
            '^ ?yes|yeah|sure|honestly|well|so',
            'take|buy|sell|hold|invest|borrow|put|keep|go_for|go_with|get|max|split|switch|grab|move|leave|opt **',
            'plan|loan|savings|shares|stock|fund|pension|cover|insurance|#|it|them|money|credit|limit|maximum',
            '|card',
          ],
          '^ hold|sell|buy',
          'your|our rate|interest * low_enough|cheap|better_than|nothing',
          [
            "i'd|i_would|i_wouldn't|i'd_just **",
            'take|put|buy|sell|go_for|invest|keep|leave|hold|borrow|pay|skip|switch|add|stick|sign|max|move|get',
          ],
          [
            'take|buy|go_for|choose|sell|put|get **',
            'only|first|crazy_not|steal|forget|never_touch|most_suitable|right_cover|at_this_price|with_your|full',
          ],
          "i'd|i_would * not|never|definitely|always * bother|touch|risk|wait|lock_in",
          "you_can_afford|you_could_afford|affordable_for_you|easily_afford|you'll_manage|it_pays_for_itself",
          "you'll_thank_me|can't_go_wrong|great_investment|good_investment|great_deal_for_you|worth_every",
        ],
        sv: ['det_är_värt|lönar_sig_för_dig|klokt_val|bra_affär|du_har_råd|bästa_för_dig|köp_mer|behåll_dem'],
        de: [
          'lohnt_sich|gute_anlage|können_sie_sich_leisten|da_machen_sie_nichts_falsch|das_beste_für_sie',
          'kaufen_sie|greifen_sie_zu',
        ],
        zh: ['建议_您|建议_你|值得买|可以入手|再加|多借点|多买点|划算|赶紧买|拿着别动'],
      },
    },
    asked: {
      en: [
        [
          'should_i|shall_i|would_you|do_you_think_i|ought_i|better_to|better_for_me|is_it_smart|is_it_wise',
          '|is_it_dumb|is_that_dumb|good_idea|good_time_to|worth_it|good_deal|what_would_you_do',
          "|makes_sense_for_me|recommend|advise|your_advice|which_one|what's_best|right_for_me|suit_me **",
          'loan|borrow|buy|sell|invest|hold|pay|savings|shares|stock|plan|insurance|cover|card|fund|pension',
          '|credit|mortgage|me|do|take|put|deal|401k|emi|it',
        ],
        [
          'loan|borrow|buy|sell|invest|hold|pay|savings|shares|stock|plan|insurance|cover|card|fund|pension',
          '|credit|mortgage|401k **',
          'should_i|worth_it|good_deal|good_idea|for_me|or_not|dumb|better|what_would_you_do',
        ],
        'should_i|would_you|shall_i hold|sell|buy|take|invest|borrow|pay|consolidate|switch',
        'which|what * to_take|should|better|is_better',
        'suitable|suit ** her|him|me|us',
        'should_i|shall_i|do_i|can_i * buy|take|sell|get|invest|wait|go_for',
        'qualify_for|take_it|worth_taking|retirement|gold_loan|personal_loan|cash_advance|flogging|smartest',
      ],
      sv: [
        [
          'ska_jag|borde_jag|bör_jag|är_det_värt|lönar_det_sig|tycker_du|vad_skulle_du|rekommenderar **',
          'lån~|låna|fond~|aktie~|köpa|sälja|spara|försäkring~|kredit~|betala|binda|pension~',
        ],
        'är_det_smart~|smartast|bäst_att|vänta|samla ** köper|lån~|kredit~|rapporten|aktie~|er|mig',
        'borde_jag|ska_jag|bör_jag',
      ],
      de: [
        [
          'soll_ich|sollte_ich|lohnt|würden_sie|empfehlen|raten_sie|ist_es_sinnvoll **',
          'kredit|aktie~|fonds|kaufen|verkaufen|sparen|anlegen|versicherung|rate~|nehmen|finanzier~|geld',
        ],
        'lieber * oder',
        'soll_ich|sollte_ich|netto|was_würden_sie|was_ist_besser',
      ],
      zh: [
        '该不该|要不要|值不值|值得|应不应该|应该|推荐|怎么选|划算|能不能|好不好|合适吗 ** 借|买|卖|投|贷|分期|股|基金|保险|存|加',
        '借|买|卖|投|贷|分期|股|基金|保险|存 ** 该不该|要不要|值不值|值得|合适|划算|好吗|怎么样',
      ],
    },
    settled: {
      en: [
        "! can't|cannot|not|don't|won't * advise|say|weigh|judge|recommend|tell_you|give_advice|suit|give",
        'adviser|advisor|advisers|advisors|debt_charity|licensed|yours_to_call|up_to_you|your_decision',
        'your_call',
      ],
      sv: ['! kan_inte_ge|ger_jag_inte', '! inte * råd|avgöra|bedöma|säga', 'rådgivare|budget_och_skuldrådgivning'],
      de: [
        '! nicht|keine|kein * empfehl~|raten|beraten|rat|anlageberatung|beurteilen',
        'berater|beraterin|schuldnerberatung|verbraucherzentrale',
      ],
      zh: ['! 不能|没法|无法|不 * 给 * 建议|意见', '顾问|自己的账|您自己决定'],
    },
  },
  A2: {
    says: {
      sure: {
        en: [
          [
            "! you|you're|they|he|she|it's|its * don't|needn't|never|not|no * have_to|need_to|need|required *",
            'declare|report|tax|return|pay_tax|answer|appear|respond|mention|disclose',
          ],
          [
            '! legally|by_law|in_law|law_says|under_the_law|law_is|the_law *',
            'you|your|they|he|she|company|it|that|no|is',
          ],
          "! you|you're|he's|she's|they're not|never liable|responsible|guilty|obliged",
          [
            "you'd|you'll|you_would|you_will|you_can|they'd_lose|you'll_easily * win|sue|claim|beat *",
            'it|case|court|them|easily|that|tribunal',
          ],
          "! ignore|bin|throw_away|don't_answer|don't_reply * letter|summons|notice|court|claim|bailiff|it",
          [
            'take|pop|double|halve|skip|stop|swap|up|try|drop|half|two|# *',
            'ibuprofen|paracetamol|aspirin|tablets|tablet|units|dose|mg|pills|pill|decongestant|antihistamine',
            '|insulin|medication|medicine|antibiotics|melatonin|painkiller|painkillers',
          ],
          ["! don't|no|needn't|skip * bother|need *", 'doctor|gp|hospital|see_a_doctor|physio|nurse|lawyer|solicitor'],
          [
            "that's|that'll_be|it's|sounds_like|that_is|it_is|probably|just *",
            'stress|pressure|anxiety|migraine|infection|allergy|a_virus|sinus|vertigo|sciatica|deep_vein',
            '|nothing_serious|muscular|hormones|burnout|depression',
          ],
          'file|get|sue|claim * filed|tribunal|court|before * month|year|deadline',
          '# mg|milligrams|milligram|tablets|units|pills|drops|an_hour_before',
          'write_it_off|claim_it_back|claim_it_as|tax_deductible|tax_free|deduct_it|off_your_tax|put_it_down_as',
          "slam_dunk|you've_got_a_case|strong_case|clear_case|illegal_full_stop|it's_illegal|that's_illegal",
          "perfectly_legal|totally_legal|no_tax_on|tax_free_for_you|you'll_keep_the|write_off|stop_paying",
          "refuse_to_pay|nobody_can_file|they_can't_touch|can_legally|not_a_crime|isn't_a_crime|no_case_against",
          "just_tell_them|that's_the_end_of_it",
        ],
        sv: [
          '! behöver|måste * du|ni|man|inte|aldrig ** deklarera|deklarationen|skatta|skatt|betala_skatt|ta_upp',
          'du * vinner|kan_stämma|har_rätt_att|är_inte_skyldig',
          [
            'ta|dubbla|halvera|sluta_med|hoppa_över *',
            'alvedon|ipren|tablett~|dos~|medicin~|insulin|enheter|värktablett~',
          ],
          '! behöver|inte * läkare|vårdcentral|advokat',
          'juridiskt|enligt_lag|lagligt|rättsligt|avdragsgill~|skattefri~|dra_av|milligram|skippa_läkaren',
          'melatonin|du_vinner|helt_lagligt|helt_olagligt|skatteverket_kollar',
        ],
        de: [
          '! müssen|brauchen * sie * nicht|nie|kein~ ** versteuern|angeben|steuererklärung|deklarieren|melden',
          'sie * gewinnen|klagen_sie|verklagen_sie|einfach_ignorieren|ignorieren_sie',
          [
            'nehmen|verdoppeln|setzen * sie *',
            'ibuprofen|aspirin|tablette~|dosis|insulin|einheiten|medikament~|paracetamol',
          ],
          '! kein~|nicht * zum_arzt|arzt|anwalt',
          'rechtlich|juristisch|laut_gesetz|strafbar|gesetzlich|steuerfrei|absetzen|absetzbar|haften_sie_nicht',
          'milligramm|vor_gericht|ist_illegal|ist_legal|ist_nicht_strafbar|strafbar_ist_das_nicht',
          'merkt_das_finanzamt|das_finanzamt',
        ],
        zh: [
          '! 不用|不需要|没必要 ** 报税|申报|交税|纳税|看医生|去医院|理会|律师',
          '能赢|肯定赢|一定赢|直接 * 起诉|去告|告他|告他们',
          '法律上|按法律|依法|合法的|违法的 ** 您|你|他|公司|可以|不能|必须|没',
          '吃|服|停|加|减|多吃 * 药|片|粒|布洛芬|止痛药|胰岛素|剂量|感冒药',
          '就是|应该是 * 压力|上火|感冒|焦虑|过敏|颈椎|气压',
        ],
      },
      likely: {
        en: [
          'tax|taxes|hmrc|irs|court|judge|tribunal|liable|legally|illegal|statute|contract_law|small_claims',
          'doctor|gp|dose|symptoms|rash|headache|pain|fever|medication|pregnancy|blood_pressure',
        ],
        sv: ['skatt~|deklar~|lagen|domstol~|läkare~|dos~'],
        de: ['steuer~|gesetz|gericht|arzt|dosis'],
        zh: ['税|法院|律师|医生|药'],
      },
    },
    asked: {
      en: [
        'do|must|can|should * i|we|they ** declare|sue|appeal|sign|legal|claim|deduct|divorce|inherit|report',
        'is_it|is_that|is_this|are_they * allowed|legal|lawful|against_the_law|illegal',
        'should_i * worry|doctor|hospital|stop|take|worried',
        'tax|taxes|taxable|hmrc|irs|income|declare|tds|gst|vat|legal|legally|law|illegal|sue|liable|court',
        'lawyer|solicitor|rights|claim|contract|tribunal|will|inherit|custody|visa|eviction|notice_period',
        'doctor|dose|pills|pill|medicine|medication|insulin|tablets|headache|headaches|pain|rash|ears|fever',
        'pregnant|dizzy|symptom~|allergic|allergy|blood|heart|sick|chest|sleep|back|criminal|file_case|police',
        'arrest~|even_legal|write_off|wash_sale|recovering|injury|accident|sick_leave|sleeping|insomnia',
        'tax_office|owe_tax|resign|relieving|fired_for|denied',
      ],
      sv: [
        'skatt~|deklarera~|deklaration~|lag|lagen|lagligt|stämma|domstol|rätt_till|avtal~|läkare|medicin~|ont',
        'yr|huvudvärk|gravid|tablett~|insulin|sover_inte|sömn|hjälper|värk|skatteverket|uppsägning',
      ],
      de: [
        'steuer~|versteuern|gesetz|legal|klagen|verklagen|gericht|haft~|recht|anwalt|arzt|medikament~',
        'tabletten|schmerzen|kopfschmerzen|schwanger|insulin',
      ],
      zh: ['税|法律|起诉|告|赢|违法|合法|律师|医生|药|疼|头痛|过敏|怀孕|症状|胰岛素'],
    },
    settled: {
      en: [
        "! can't|cannot|not|won't|don't * tell|say|judge|advise|give|know",
        'adviser|advisor|lawyer|solicitor|accountant|preparer|tax_office|citizens_advice|law_centre|legal_aid',
        'ombudsman|see_your|your_gp|your_doctor|a_doctor|doctor_or|nurse_line|pharmacist|ask_a',
      ],
      sv: ['! kan_inte|inte_jag|kan_jag_inte', 'skatteverket|jurist|advokat|vårdcentral~|1177|läkare'],
      de: ['! kann|darf ** nicht', 'steuerberater~|anwalt|anwältin|arzt|ärztin|finanzamt|verbraucherzentrale'],
      zh: ['建议 * 问|咨询|看 * 律师|医生|税务|消协|消费者协会', '! 没法|不能|无法'],
    },
  },
} satisfies CueTable;
