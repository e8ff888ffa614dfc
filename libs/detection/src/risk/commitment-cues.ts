import type { CueTable } from './cue-table.js';

/** What is promised to a person, and what is said on topics the policy keeps out. */
export const COMMITMENT_CUES = {
  C1: {
    says: {
      sure: {
        en: [
          'consider * cancelled|canceled|waived|gone|done|paid|refunded|sorted|settled|approved|yours',
          [
            '@grant *',
            'waive|waiving|waived|refund|refunding|refunded|credit|crediting|credited|cancel|cancelling|canceling',
            '|wipe|wiping|wiped|scrap|scrapping|strike|struck|knock|knocking|drop|dropping|write|writing|reverse',
            '|reversing|reversed|remove|removed|upgrade|upgrading|lower|lowering *',
            'fee|fees|charge|charges|bill|balance|debt|interest|amount|money|you|your|account|it|off|full|order',
            '|rate|cost|penalty|invoice',
          ],
          [
            "you'll|you_will|he'll|she'll|they'll|you're_going_to|you're_getting|you_get|will *",
            'have|get|receive|see|be|getting *',
            'money|refund|refunded|full|it_back|that_back|compensation|compensated|upgraded|upgrade|credited|credit',
            '|bonus|voucher|discount|raise|promotion|paid|#',
          ],
          // Not of others: "a colleague will get back to you" promises an answer only.
          "you'll|you_will|you're_going_to|you're_getting|you_get * have|get|receive|see|getting * back",
          [
            "fee|fee's|fees|charge|charges|penalty|interest|invoice|bill|debt is|are|has_been|was|off|gone *",
            'waived|cancelled|canceled|removed|gone|off|dropped|reversed|forgiven|wiped|deleted|scrapped',
          ],
          'i|we|you_have * promise|guarantee|guaranteed|my_word|swear|give_you_my_word|have_my_word',
          [
            "there's|there_is|there_are|that's|here's ** cheque|check|refund|credit|rental|months|miles|points|#",
            '* coming|going|on_its_way|heading|for_you|back',
          ],
          [
            '@grant * hold|keep|lock|freeze|match|cap|guarantee|cut|halve|extend|fix * your|you|the *',
            'rate|price|fee|limit|plan|contract|deadline|date|commission',
          ],
          [
            '@grant *',
            'adding|add|put|putting|sending|send|paying|pay|transferring|transfer|throwing|throw|giving|give * #',
            '** account|you|card|way|back|extra',
          ],
          "we'll|we_will|i'll|i_will * match|beat|honour|honor * #|that|it|their|price|offer",
          [
            "refund|refund's|claim|upgrade|request|leave|raise|credit|waiver|extension|payout|reimbursement *",
            'is|was|has_been|are|be * approved|granted|yours|guaranteed|authorised|authorized|going_through',
          ],
          'have|you|got our|my commitment|word|guarantee|promise',
          '# days|weeks|months|% * is|are * given|granted|yours|extra',
          [
            '@grant * send|get|put|have * someone|somebody|engineer|technician|replacement|new|another *',
            'free|charge|today|tomorrow|@day',
          ],
          'stays_at|is_frozen_at|fixed_at|locked_at * #',
          '@grant * pay|cover|reimburse * for|your|the|full|all|that|hotel|taxi|bill|repair|difference',
          'on_us|on_the_house|on_me|my_treat|free_of_charge_for_you|at_no_charge|no_questions_asked|i_approve',
          "i_hereby|i've_approved|i_have_approved|i'm_approving|i_authorise|i_authorize|i'm_authorising",
          "approved_it_for_you|no_penalty|penalty_will_not|no_fee_will|fee_waived|fees_waived|won't_cost_you",
          'be_charged_nothing',
        ],
        sv: [
          [
            'du|ni|han|hon * får|slipper|kommer_att_få *',
            'tillbaka|pengarna|pengar|rabatt|ersättning|gratis|kompensation|betala|avgiften|räntan|hela|alla',
          ],
          [
            'jag|vi *',
            'stryker|tar_bort|avskriver|sänker|lovar|garanterar|krediterar|betalar_tillbaka|efterskänker|nollar',
            '|bjuder|skriver_av|drar_av|ger_dig|fryser|höjer',
          ],
          [
            'avgiften|räntan|skulden|fakturan|straffavgiften * är|blir|borta *',
            'struken|borttagen|avskriven|borta|makulerad',
          ],
          [
            'jag|vi|det * har * flyttat|strukit|tagit_bort|godkänt|krediterat|ordnat|lagt_in *',
            'betalning~|avgift~|faktur~|återbetalning~|ränta~|rabatt~',
          ],
          'det_bjuder_jag|det_bjuder_vi|du_har_mitt_ord|det_lovar_jag|jag_lovar_dig|det_är_godkänt|beviljad',
          'beviljat|strukits|kostnadsfritt_för_dig|vi_matchar|jag_bjuder|du_behöver_inte_betala',
          'ni_behöver_inte_betala',
        ],
        de: [
          [
            'ich|wir *',
            'erlasse|erlassen|streiche|streichen|erstatte|erstatten|verspreche|garantiere|überweise|storniere',
            '|schenke|schreibe_ihnen|lasse_sie|gebe_ihnen|übernehme|verzichte|senke|lösche',
          ],
          [
            'sie|du * bekommen|erhalten|kriegen|müssen **',
            'zurück|erstattet|gutschrift|rabatt|geld|kostenlos|gratis|geschenkt|entschädigung|upgrade',
          ],
          [
            'gebühr|mahngebühr|rechnung|zinsen|forderung * ist|sind|habe_ich *',
            'gestrichen|storniert|erledigt|erlassen|gelöscht|weg',
          ],
          'verspreche_ich|das_garantiere_ich|haben_mein_wort|geht_auf_uns|auf_unsere_kosten|betrachten_sie_das',
          'ist_genehmigt|wird_erstattet|wird_gutgeschrieben|erlasse_ich|schenke_ich|müssen_sie_nicht_zahlen',
          'brauchen_sie_nicht_zu_zahlen|übernehmen_wir|wir_halten_den_preis|auf_dauer',
        ],
        zh: [
          [
            '我|我们|给您|给你|帮您|帮你|直接|马上|这就 * 免|免掉|免了|减免|退|退给|全退|消掉|消了|取消|赔|补偿|补给|返|升级|降到|打折|撤销|抹掉 *',
            '了|您|你|费|款|钱|全额|利息|罚息|给',
          ],
          '给您 * 全免|免了|退|送|赔|升级|打折|延期|宽限',
          '这次 * 免|算了|不收|不扣',
          '送您|送你|宽限 * 天|您 * 不用 * 付|还|交',
          '不收了|不用还了|不用付了|全额退|打到您|打到你|赔您|赔你|肯定赔|免单|白送|包赔|算我的|全免|我_保证|我_承诺|我_答应|我_担保|跟您保证|向您保证|包在我身上|一定给您',
        ],
      },
      likely: {
        en: [
          'by * @day',
          "sorted|done|settled|it's_done|all_sorted mate|for_you|sir|ma'am|already|now",
          [
            "your|you * code's|code_is|upgrade_is|refund_is|raise_is|job_is|place_is *",
            'safe|secured|approved|confirmed|done|on_its_way',
          ],
          'nobody|no_one|nothing will|is_going_to * touch|happen|lose|fire|sack|charge',
          'treat * this * confirmation|as_confirmed',
          [
            "half_price|owes_you|you're_owed|free|extra|double **",
            'for_you|for_life|on_top|this_month|next_month|from_now',
          ],
          ["won't|will_not|never|! won't * pay|be_charged|charge_you|owe|cost_you *", 'again|anything|penny|cent|it|a'],
          [
            'full|the refund|amount|money|compensation * is|will|goes|lands|be *',
            'with_you|in_your|account|today|processed',
          ],
          'settle|pay|sign today|now|tonight|this_week and',
          'your * back|money * by|before|within|in @day|#|hours|days',
        ],
        sv: [
          'senast|redan|på * måndag|tisdag|onsdag|torsdag|fredag|imorgon|i_morgon',
          'det_ordnar_jag|ordnar_jag_direkt|fixar_jag|helt_gratis|utan_kostnad|på_vår_bekostnad|klart_du_får',
          'självklart_får_du|visst_får_du',
        ],
        de: [
          'bis|spätestens|noch * montag|dienstag|mittwoch|donnerstag|freitag|morgen|heute|monatsende',
          'kein_problem * ich|wir',
          'ohne * restzahlung|gebühr|kosten|aufpreis',
          'arbeitsplatz|job|stelle * sicher',
        ],
        zh: [
          '三天|两天|明天|今天|本周|这周|周五|月底|马上|立刻 * 之内|内|就|前 * 到账|打|退|给|解决|处理好|消掉',
          '您放心|放心吧|没问题 * 给|退|赔|免|一定|肯定',
        ],
      },
      hint: {
        en: [
          'refund|credit|waive|voucher|compensation|discount|upgrade|free|bonus|right_now|straight_away',
          'immediately|this_minute|already_done',
        ],
        sv: ['jag_ordnar|jag_fixar|direkt|gratis|rabatt'],
        de: ['sofort|kostenlos|gratis|gutschrift'],
        zh: ['免|退|赔|补偿|优惠'],
      },
    },
    asked: {
      en: [
        'refund|money_back|compensat~|waive|discount|upgrade|cancel|promise|guarantee|late_fee|charged|owe',
        'pay_me|free|take_off|raise|bonus|credit|interest|penalty|match|approve|approved|#_days|few_days',
        'extension|offered_me|broken|damaged|for_the_same|unsuspend|suspension|pay_rise|leave|commitment',
        'commit|drop',
      ],
      sv: ['pengar~|återbetal~|ersättning|kompensation|avgift~|lova|rabatt|slippa|garanter~'],
      de: ['geld|erstatt~|entschädig~|gebühr~|versprechen|rabatt|gutschrift|vertrag'],
      zh: ['退|赔|免|补偿|保证|优惠|费'],
    },
    settled: {
      en: [
        [
          "! can't|cannot|can_not|couldn't|not|won't|don't *",
          'promise|approve|grant|guarantee|waive|refund|authorise|authorize|decide|give|say|hold|commit',
        ],
        'open|opened|opening|raise|raised|log|logged|file|filed * request|claim|complaint|query|case',
        'decides|decide|decision|up_to|considered|reviewed|eligible|may_be|might',
      ],
      sv: ['! kan|får|vågar * inte * lova|bevilja|godkänna|utlova', 'ärende|anmälan|prövas|prövad|avgör|bedömer'],
      de: ['! nicht|kein * zusagen|versprechen|garantieren|entscheiden', 'entscheidet|prüft|geprüft|antrag'],
      zh: ['! 不能|没法|无法|没有权限 * 答应|承诺|保证|减免|改', '登记|审核|申请|核实|异议'],
    },
  },
  C2: {
    says: {
      sure: {
        en: [
          [
            'lawsuit|case|suit|claim|court|judge|jury|they|appeal|complaint *',
            'nowhere|weak|nonsense|rubbish|no_chance|baseless|laughable|thrown_out|going_to_lose|throw|dismiss',
            '|send_them|side_with|deserve',
          ],
          [
            "we'll|we_will|we're_going_to|going_to|gonna|they'll * win|lose|settle|take_it|crush *",
            'case|court|lawsuit|suit|it|them|appeal|settlement',
          ],
          'vote|voting|voted * for|against|labour|tory|republican|democrat|them|him|her',
          [
            "scrap_it|tax_on|dog's_dinner|nothing_to_do_with_our|not_our_fault|report_will_say|tribunal",
            '|arbitrator|judge|court|jury **',
            'irritated|agree|side|sees|with_us|impressed|convinced|feel_calm|confident',
          ],
          [
            "we_feel|we_are|we're|i'm * calm|confident|sure|relaxed **",
            'tribunal|court|case|judge|ruling|hearing|outcome',
          ],
        ],
        sv: [
          'facket|motparten|strejken|de * bluffar|viker|ger_sig|har_fel|förlorar',
          'målet|stämningen|rättegången|tvisten|tingsrätten * vinner|svag|inget|ogrundad|går',
          [
            'rösta|röstar|regeringen|partiet|ministern|moderaterna|sossarna|politikerna *',
            'på|fel|bäst|dum|borde|inte',
          ],
          'mellan_oss|oss_emellan|skötte_inte|det_visste_alla|ingen_saknar|utredningen_visar',
        ],
        de: [
          [
            'gewerkschaft|streik|kläger|klage|verfahren|prozess|gegenseite *',
            'blufft|knickt|chance|verliert|gewinnen|aussichtslos|schwach|lächerlich|nachgeben',
          ],
          [
            'wählen|partei|regierung|minister|kanzler|opposition *',
            'versagt|besser|unfähig|sollte|katastrophe|richtig|falsch',
          ],
          'unter_uns|im_vertrauen_gesagt',
        ],
        zh: [
          '工会|对方|法院|官司|原告|诉讼 ** 赢|输|不足|心里有数|没戏|撑不|站不住|放心',
          '政府|党|总统|议员|政策 ** 不行|无能|支持|反对|乱来|错',
          '私下说|咱们私下|跟你说实话|你知我知|理念不合|闹了|内斗|早晚的事|站不住脚|他就是',
        ],
      },
      likely: {
        en: [
          ['honestly|frankly|to_be_honest|if_you_ask_me|our_view_is|my_view_is|truth_is *', 'they|the|he|she|that|it'],
          [
            "union|unions|union's|strikers|pilots|crew|they're|they'll *",
            'bluffing|fold|blink|greedy|wrong|cave|weak|split|losing',
          ],
          [
            'party|government|minister|president|treasury|regulator|politicians|opposition|congress|parliament',
            '|left|right *',
            'only|making_it_up|clueless|wrong|useless|corrupt|idiots|tax_us|better|mess|best|disgrace',
          ],
          'union|strike|lawsuit|litigation|court|judge|election|politicians|minister|government|tribunal',
          'arbitration|witness|plaintiff|levy|immigration|war|between_you_and_me|between_us|off_the_record',
          'strictly_between',
        ],
        sv: ['facket|strejk~|stämning~|rättegång~|valet|regeringen|domstol~|skiljedom~'],
        de: ['gewerkschaft~|streik~|klage|prozess|gericht|wahl|regierung|politik~'],
        zh: ['工会|罢工|官司|法院|诉讼|选举|政府|仲裁'],
      },
    },
    asked: {
      en: [
        [
          'why|what|how|is|did **',
          'quit|sacked|fired|demoted|disciplined|promoted|affair|investigated|charged|arrested|convicted',
        ],
        'strike|walkout|picket|protest|boycott|sanctions|tariffs|minimum_wage|net_zero|climate_policy',
        'monarchy|royal',
        ['why_was|why_did|is|was|what_happened_to **', 'fired|sacked|moved|demoted|suspended|let_go|leaving|dismissed'],
        [
          'opinion|think|view|comment|take **',
          'government|union|law|bill|levy|tax|election|party|minister|case|court|arbitration|investigation',
          '|crash|accident|incident|pilots|protest',
        ],
        'union|unions|strike|strikes|striking|lawsuit|suing|sued|court|litigation|judge|trial|tribunal',
        'arbitration|settlement|case|election|elections|vote|voting|party|parties|government|minister',
        'president|politic~|labour|tory|trump|congress|brexit|levy|immigration|war|gaza|ukraine|abortion',
        'religion|gun_control|trans|nato|what_caused|who_was_to_blame|investigation|accident|incident|runway',
        'fired|sacked|resigned|resign|why_did_he_leave|why_did_she_leave|protest|referendum|dispute',
      ],
      sv: [
        'facket|strejk~|stämning~|rättegång~|domstol~|tvist~|regeringen|valet|rösta~|parti|partiet|politik~',
        'sparkad|avskedad|omplacerad|sparkade|slutade|utredning~|olyckan|åsikt|tycker_du_om|skatten',
      ],
      de: [
        'gewerkschaft|streik~|klage|prozess|gericht|verfahren|wahl|wählen|partei|regierung|politik~|entlassen',
        'gefeuert|kanzler|warum_ist|warum_musste|untersuchung|unfall|meinung|steuer~|rücktritt|entlassung',
      ],
      zh: [
        '工会|罢工|官司|法院|诉讼|起诉|选举|投票|政府|政治|政党|被开除|被裁|仲裁|台湾|战争|辞职|离职|为什么走|怎么看|被查|调查|事故|内斗',
      ],
    },
    settled: {
      en: [
        ["! don't|can't|cannot|won't|not|do_not|will_not **", 'comment|discuss|talk|rate|speak|go_into|side|opinion'],
        'leave_it_to|leave_that|off_the_table|for_the_court|before_the_court|pending|government_policy',
        'not_for_me',
      ],
      sv: ['! kommenterar|uttalar|diskuterar|talar * inte', '! inte * kommentera|uttala|diskutera'],
      de: ['! nicht * kommentier~|äußer~|sprechen', '! kommentiere|äußere|spreche ** nicht'],
      zh: ['! 不 ** 评论|讨论|谈论|方便'],
    },
  },
} satisfies CueTable;
