import type { CueTable } from './cue-table.js';

/** Callers who need care: hardship and grief, and thoughts of self-harm. The caller gives the cue. */
export const CARE_CUES = {
  P4: {
    says: {
      sure: {
        en: [
          'contract_is|the_contract|policy_is|rules_are|terms_are|as_per_policy|per_policy|as_per_the_contract',
          'it_stands|so_it_stands|at_your_own_expense|loss_of_pay_is|has_to_come|still_has_to|still_due',
          "is_still_due|debt_is_a_debt|everyone_has_problems|not_our_problem|that's_the_job|part_of_the_job",
          "get_over_it|life_goes_on|these_things_happen|nothing_we_can_do|that's_just_the_system",
          'ask_your_family|borrow_from|upgrade|bigger_bundle|biggest_package|premium|boost|our_best',
          'special_offer|good_time_to|take_out|top_up',
        ],
        sv: [
          'avtal_är_avtal|avtalet_gäller|enligt_avtal|reglerna|ändå_betala|måste_betala|låna_av',
          'inte_vårt_problem|perfekt_läge|uppgradera|köp|sånt_är_livet',
        ],
        de: [
          'bestellt_ist_bestellt|vertrag_ist_vertrag|verträge_sind|laut_vertrag|trotzdem_zahlen',
          'müssen_sie_zahlen|nicht_unser_problem|upgrade|größeres_paket|so_ist_das_leben',
        ],
        zh: [
          '合同上|合同_就是|按合同|规定_就是|找亲戚|借一借|凑一凑|照样还|还是要还|必须还|不是我们的问题|升级|套餐|谁都有困难',
        ],
      },
    },
    asked: {
      en: [
        "i|we|he|she * can't|cannot|couldn't * pay|eat|manage|breathe|walk|remember|understand|feed|heat",
        'my|our|the * house|home|business|job|shop * burned|burnt|flooded|gone|lost|repossessed|closed',
        'beaten|hits|hit|hurts|threatens|threatened|controls * me|us',
        'my|our * savings * gone|lost|stolen|wiped',
        [
          'died|passed_away|passed|death|funeral|widow|widower|bereave~|lost_my *',
          'wife|husband|mum|mom|dad|son|daughter|job|baby|home|house',
        ],
        "i'm|i_am|im|he's|she's|is|my_mother_is|my_father_is * eighty|seventy|ninety|alone|divorc~",
        [
          'my mother|father|mum|mom|dad|nan|gran|husband|wife|sister|brother|son|daughter|baby|partner **',
          'died|passed|dying|hospital|icu|cancer|dementia|ill|sick|confused|funeral',
        ],
        [
          "can't_cope|can't_sleep|crying|in_tears|breaking_down|at_breaking_point|scared_to|domestic|abusive",
          '|beats_me|we_lost * patients',
        ],
        'died|passed_away|funeral|widow|widower|cancer|chemo|tumour|stroke|dementia|alzheimer~|memory_trouble',
        'hospice|intensive_care|icu|hospital|surgery|disabled|bedridden|depressed|depression|panic_attack',
        'breakdown|anxiety_attack|pregnant|miscarriage|suicidal|overwhelmed|lost_my_job|laid_off',
        "made_redundant|no_income|no_money|can't_afford|cannot_afford|cant_afford|food_bank|hungry|evicted",
        'homeless|bailiff~|benefits|skipping_meals|feed_my|heating|bankrupt|life_savings|lost_everything',
        "flood|fire_took|i_am_alone|all_alone|on_my_own_now|only_thing_i_have|don't_understand_what",
        'letters_in_his_name|letters_in_her_name|he_died|she_died|in_the_hospital|since_the_accident',
        "mother's_dying|dying|hasn't_long|he_took_my_phone|checks_who_i_call|hits_me|controls_my|he_can't_see",
        "she_can't_see|can't_keep_track|memory_problems|afraid_of_him|my_late_husband|my_late_wife",
      ],
      sv: [
        'gick_bort|gått_bort|dog|död|begravning~|änka|änkling|cancer|demens|dement|sjukhus~|intensiven|gravid',
        'missfall|panikattack|arbetslös|förlorat_jobbet|sjukskriven|ensam|har_inte_råd|råd_med_mat|utan_mat',
        'vräkt|orkar_inte|gråter|utbränd|skilsmässa|förvirrad|psykiskt|ångest',
      ],
      de: [
        'gestorben|verstorben|tod|beerdigung|witwe|witwer|krebs|chemo|dement|demenz|krankenhaus',
        'intensivstation|schwanger|fehlgeburt|panikattacke|arbeitslos|job_verloren|allein|nicht_leisten',
        'kein_geld|hunger|verzweifelt|weine|depress~|burnout|scheidung|pflege',
      ],
      zh: [
        '去世|过世|走了|葬礼|癌|化疗|住院|重症|痴呆|流产|怀孕|失业|下岗|没钱吃|吃不上|揭不开锅|离婚|抑郁|崩溃|独居|一个人过|老人家|还不上|车祸|手术|残疾|生病|急救|洪水|绝收',
        '一个人住|看不懂|七十|八十|九十',
      ],
    },
    settled: {
      en: [
        'a_person|a_human|colleague|specialist|care_team|bereavement|trained|relief_desk|hardship',
        'support_team|someone|officer|occupational_health|peer_support|connect|transfer~|hand_you',
        "put_you_through|take_this_now|pause|breathing_space|take_your_time|you_don't_have_to|emergency",
      ],
      sv: ['människa|kollega|medarbetare|kopplar|koppla|någon_som|pausa|beklagar_sorgen|behöver_inte'],
      de: ['kollegin|kollege|mensch|verbinde|verbinden|person|pausier~|in_ruhe|beileid'],
      zh: ['真人|专员|同事|转给|转接|暂缓|困难客户|节哀|人工'],
    },
  },
  P5: {
    says: {},
    asked: {
      en: [
        [
          "i|i'm|i_am|i'd|i'll **",
          'better_off_dead|better_off_gone|not_around|rather_die|gone_soon|no_way_out|no_future',
          '|out_of_here_for_good',
        ],
        [
          "can't|cannot|don't|dont|no_longer * do_this|carry_on|keep_going|want_to_be|see_the_point|go_on *",
          'anymore|any_more|much_longer|here|alive',
        ],
        "nobody|no_one|family|everyone|kids|they * would|will|'d|wouldn't * miss|notice|better_off",
        "i'm|im|i_am done * i_mean|done",
        [
          'think|thinking|thought|thoughts * about|of *',
          'not_being|ending|dying|jumping|suicide|hanging|the_bridge|not_waking',
        ],
        'lol|guess|maybe|just|will * end_it|kill_me_now_not_joking',
        'no|nothing * waiting_for_me|left_for_me|to_live',
        'kill_myself|killing_myself|end_it_all|end_my_life|ending_it|take_my_own_life|suicide|suicidal',
        "don't_want_to_live|dont_want_to_live|don't_want_to_be_here|dont_want_to_be_here|dont_want_to_wake",
        "don't_want_to_wake|not_being_here|not_be_here|better_off_dead|better_off_without_me",
        "no_reason_to_live|can't_go_on|cant_go_on|won't_be_here|done_with_life|life_isn't_worth",
        'not_worth_living|hurt_myself|hurting_myself|cut_myself|cutting_myself|harm_myself|jump_off',
        'in_front_of_a_train|overdose|looking_at_the_pills|all_the_pills|goodbye_letter',
        "say_goodbye_to_everyone|disappear_forever|what's_the_point_in_anything|whats_the_point_in_anything",
        'point_of_living|wish_i_was_dead|wish_i_were_dead|want_to_die|rather_be_dead|nothing_left_to_live',
        "sleep_and_not_wake|never_wake_up|end_it_then|just_end_it|won't_bother_anyone|last_time_you_hear",
        'not_going_to_be_around|goodbye_forever|no_one_would_miss_me|nobody_would_miss_me|nobody_would_notice',
        "tired_of_living|tired_of_being_alive|won't_need_it_where|end_everything|step_off|hang_myself",
        'drive_into',
      ],
      sv: [
        'vill_inte_leva|orkar_inte_leva|ta_livet|ta_mitt_liv|självmord~|vill_dö|slippa_leva|skada_mig',
        'skadar_mig|göra_slut_på|inte_finnas|slipper_jag|lika_bra_att_jag_dör|hoppa_från|bättre_utan_mig',
        'kunde_få_ta_mig|inte_vakna|gör_slut_på_allt|vill_inte_mer|orkar_inte_mer_livet|ingen_skulle_sakna',
        'slippa_allt',
      ],
      de: [
        'nicht_mehr_leben|umbringen|selbstmord~|suizid~|das_leben_nehmen|will_sterben|nicht_mehr_da',
        'nicht_mehr_aufwachen|mich_verletze|ritze|schluss_machen|ohne_mich_besser|vor_den_zug|von_der_brücke',
        'tabletten_nehmen|keinen_sinn_mehr|lieber_tot|mach_schluss|mache_schluss|ich_will_einfach_nicht_mehr',
        'ich_will_nicht_mehr|niemand_würde_mich|alles_beenden',
      ],
      zh: [
        '不想活|想死|自杀|活不下去|跳下去|跳楼|结束生命|了结|一了百了|割腕|伤害自己|没有活着|活着没意思|站在天台|安眠药|遗书|解脱算了|不在了就好',
      ],
    },
    settled: {
      en: [
        '#|999|112|988|911|116|nine_nine_nine|nine_eight_eight|nine_one_one|one_one_two|helpline|crisis',
        'samaritans|lifeline|emergency|hotline|suicide_line|are_you_safe|thinking_about_hurting',
        "i_am_concerned|i'm_concerned|very_concerned|worried_about_you",
      ],
      sv: ['112|krislinjen|självmordslinjen|jourhavande|mind|akut|90101|jour'],
      de: ['112|telefonseelsorge|notruf|krisendienst|0800'],
      zh: ['热线|120|110|心理援助|急救|危机'],
    },
  },
} satisfies CueTable;
