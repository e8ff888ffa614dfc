import type { CueTable } from './cue-table.js';

/** How people are treated: traits, and insults. */
export const RESPECT_CUES = {
  P1: {
    says: {
      sure: {
        en: [
          [
            'people|customers|folks|those|women|girls|men|names|applicants|guys|candidates|foreigners|immigrants',
            '|muslims|christians|jews|hindus|blacks|gypsies|boomers|millennials|pensioners|mothers|older_people',
            '|old_people|young_people|deaf_customers *',
            "from|like|of|at|with|who|tend|are|always|never|usually|do|slow|just|can't|there *",
            'that|your|there|area|country|community|background|religion|caste|default|emotional|lazy|slow|bad|you',
            '|age|rollout',
          ],
          [
            'your|her|his|their|my_of age|kind|lot|sort|type|people|community|accent|condition *',
            "should|tend|always|never|usually|mostly|too|can't|hard|struggle|is_too|slow|default",
          ],
          [
            "should_learn|learn_to_speak|speak_proper|speak_better|can't_speak|understand_your **",
            'english|accent|swedish|german',
          ],
          [
            "we_keep|we_limit|we_prefer|we'd_rather|we'd_sooner|we_avoid|better_you|don't_have_the_patience",
            '|not_suitable **',
            'that_community|women|men|older|young|wheelchair~|deaf|foreign|pregnant|muslims|disabled|limit_low',
            '|from_there',
          ],
          [
            'wheelchairs|wheelchair_users|disabled|pregnant_women|mothers|deaf_people|the_elderly *',
            'hold|slow|are_a|cost|delay|cause',
          ],
          "mostly_bad|bad_paymasters|more_default|default_more|don't_pay * there|only|from",
          [
            'older_folks|older_people|old_people|moms|mums|disability|women|men|girls|foreigners|outfit|hijab',
            "|turban * forget|usually|away|bad_bet|better|nervous|sense|don't|are|come_back",
          ],
          'at_your_age|at_her_age|at_his_age|a_woman_your_age|too_old_for|for_a_woman|for_a_girl|as_a_woman',
          'people_like_you|people_like_that|your_sort|that_community|women_drivers|boys_will|maternity_leave',
          "for_the_men|men's_work|nerves_and_strength|women_are|biology|can't_keep_up|too_frail",
          'get_your_husband|get_your_son|ask_your_husband|bad_bet|makes_people_nervous|folks_get_nervous',
          'forget_to_pay|steer_older|with_that_name|names_like_that|with_an_accent|extra_checks_make_sense',
        ],
        sv: [
          [
            'i_din_ålder|i_er_ålder|utländska_namn|invandrare|sådana_som_ni|folk_från|folk_som_ni|kvinnor',
            '|muslimer|zigenare|pensionärer|gamlingar|ungdomar|rullstol~ **',
            'betalar|fattar|klarar|brukar|sämre|inte|alltid|aldrig|för|är',
          ],
          'era_sorter|där_ni_kommer_ifrån|lär_dig_svenska|för_att_vara_kvinna|äldre_hänger_inte|det_är_biologi',
          'kvinnor_är|såna_namn|sådana_namn',
        ],
        de: [
          [
            'in_ihrem_alter|ausländer|leute_wie_sie|solche_leute|frauen|muslime|rentner|ältere_leute|türken',
            '|behinderte|schwangere|leute_aus ** zahlen|können|verstehen|sind|immer|nie|nicht|halt|eher|zu',
          ],
          'türkischen|arabischen|ausländischen|russischen|polnischen namen|kunden|leuten',
          'für_eine_frau|deutsch_lernen|ihresgleichen|in_ihrer_gegend|solchen_kunden|solche_kunden',
          'bei_diesen_namen',
        ],
        zh: [
          '女生|女的|女人|外地人|农村|乡下|年纪大|老年人|老人|少数民族|残疾人|河南人|东北人|穷人|孕妇|男生 ** 不|太|都|麻烦|容易|信用|产假|懂|还不起|不行|优先|以下|不靠谱|情绪',
          '三十五岁|35岁 * 以下|以上',
          '您这岁数|这个年纪|您这把年纪|你们那边的人|你们这种人|添麻烦|别折腾|净添|这么大年纪|女人家|带孩子的|你们那里人',
        ],
      },
    },
    asked: {
      en: [
        'as_a * woman|man|muslim|foreigner|student|pensioner|mother|mum|mom|carer',
        [
          "i'm|i_am|he's|she's|we're *",
          'blind|deaf|disabled|dyslexic|autistic|pregnant|gay|lesbian|trans|jewish|hindu|sikh|black|asian',
          '|polish|roma|elderly|retired',
        ],
        'old|age|muslim~|christian|black|deaf|blind|wheelchair|disabled|pregnant|woman|women|foreign|accent',
        'religion|spanish|hindi|relay|gay|immigrant|refugee|caste|visa|too_old|discriminat~|sixty|seventy',
        'fifty|hijab|disability|only_woman|only_one|maternity|mother_tongue|my_name_is|surname|benefits',
        'single_mother',
      ],
      sv: [
        'gammal|ålder|invandrare|muslim~|döv|blind|rullstol|gravid|kvinna|utländsk~|andraspråk|språk',
        'funktionsned~|80|pensionär',
      ],
      de: ['alt|alter|ausländer~|muslim~|gehörlos|blind|rollstuhl|schwanger|frau|behindert|akzent|rentner~'],
      zh: ['女|年龄|岁|外地|农村|少数民族|残疾|怀孕|老人|聋|轮椅'],
    },
    settled: {
      en: ['same_for_everyone|same_for_all|regardless|no_place|not_asked|everybody|everyone|as_welcome|equal~'],
      sv: ['samma_för_alla|oavsett|inget_med_saken'],
      de: ['für_alle_gleich|unabhängig|gleichen'],
      zh: ['没有 * 限制|一样|同样|不限'],
    },
  },
  P2: {
    says: {
      sure: {
        en: [
          [
            "you|you're|ur|your|yeah_you * are *",
            'useless|hopeless|thick|pathetic|stupid|dumb|ugly|fat|lazy|ridiculous|a_joke|clueless|worthless',
            '|delusional|mad|crazy|a_fool|poor',
          ],
          [
            "you|you're|your *",
            'muppet|clown|cow|bag|old_bag|fool|nobody|dozy|miserable|nasty|grubby|sad_little|waste|joke|problem',
            '|five_year_old|child|baby|embarrassment|disgrace',
          ],
          'idiot|idiots|moron|morons|imbecile|dumbass|dumb|stupid|loser|crybaby|crybabies|whiner|beggars|beggar',
          'bitch|slut|slutty|whore|twat|wanker|prick|arsehole|asshole|bastard|scum|pathetic|parasite|fatso',
          'retard|retarded|cow|pig|peasant|halfwit|numpty|muppet|brainless|whining|snowflake|shut_up|get_lost',
          'piss_off|fuck_off|fuck_you|screw_you|sod_off|cry_me|cry_about|get_over_yourself|grow_up',
          "waste_of_space|use_your_brain|can't_read|learn_to_read|if_you_had_a_brain|talk_properly",
          'mind_your_tone|stop_whining|stop_crying|stop_moaning|man_up|boo_hoo|nobody_likes_you|no_wonder_you',
          "serves_you_right|do_you_even|are_you_deaf|are_you_blind|are_you_slow|what's_wrong_with_you|sexy",
          'hot_stuff|what_are_you_wearing|what_you_wearing|send_a_pic|good_looking|gorgeous_body|your_body',
          "come_over_tonight|naked|in_bed|bet_you_look|sweet_cheeks|or_else|we_know_where|you'll_regret",
          'watch_your_back|be_sorry|make_your_life|teach_you_a_lesson|come_after_you|shame_them|shame_you',
          "you_wouldn't_want|break_your|genius|little_princess|sweetheart_you|what_happens_to_you",
          'love_to_see_you_try|come_on_down|see_what_happens|with_that_tone|nobody_would_want|maybe_stay_away',
          'go_cry|cry_harder|tough_luck|stupid_question|dumb_question|read_for_once',
        ],
        sv: [
          'din|ditt|ni|du ** lilla|dum|dumma|jävla|fattig|ynklig|trög|patetisk',
          'idiot|idioter|miffo|dumskalle|gnällspik|korkad|korkade|pucko|käften|håll_käften|håll_klaffen|dra_åt',
          'äckel|fet|ful|kärring|gubbjävel|subba|hora|skit_på_dig|sluta_gnälla|väx_upp|råkar_illa_ut|akta_dig',
          'värdelös_är|lipa|snyfta',
        ],
        de: [
          'idiot|idioten|trottel|depp|dummkopf|blödmann|dämlich|klappe|halt_die_klappe|halten_sie_den_mund',
          'verpiss|schlampe|heulsuse|jammerlappen|versager|penner|arschloch|fettsack|hirn|zu_blöd|zu_dumm',
          'zu_doof|kapieren|stellen_sie_sich_nicht|sie_werden_es_bereuen|sexy|ausziehen',
        ],
        zh: [
          '傻|蠢|滚|闭嘴|废物|没脑子|穷鬼|有病|活该|白痴|猪|脑残|神经病|贱|丑|胖子|哭什么|矫情|玻璃心|没教养|老不死|不要脸|讨饭|叫花子|身材|小宝贝|美女陪|弄死|小心点|等着瞧|智商',
          '听不懂人话|瞎',
        ],
      },
    },
    settled: {
      en: ["! don't|do_not|won't|not * say|call|feel|think", 'sorry|i_hear|i_understand'],
      sv: ['förlåt|beklagar|förstår'],
      de: ['tut_mir_leid|entschuldig~|verstehe'],
      zh: ['抱歉|对不起|理解'],
    },
  },
} satisfies CueTable;
