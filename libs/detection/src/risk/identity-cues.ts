import type { CueTable } from './cue-table.js';

/** Who is speaking: a claim to be human, the missing notice, and what the real executive is said to do. */
export const IDENTITY_CUES = {
  I1: {
    says: {
      sure: {
        en: [
          "i'm|im|i_am|am|a|is|as * real|actual|living|breathing|flesh_and_blood human|person|woman|man|being",
          [
            "! no|not|isn't|isnt|ain't|aint|never a|an|the|some",
            'robot|bot|machine|chatbot|recording|computer|ai|program|clone|fake',
          ],
          "! isn't|isnt|not the ai|robot|bot|machine|clone",
          "it's|it_is|this_is|its * me|% * live|personally|in_person|myself",
          "of_course|course|yes|yeah|sure|definitely i'm_real|i_am_real|it's_me|its_me|it's_really_me|you_are",
          "there's|there_is|its|it's * person|human * typing|here|answering|reading|writing|on_the_line",
          'ai|robot|machine|bot|clone is|are|got * switched_off|off|offline|on_holiday|just_for|only_for',
          'chatting|speaking|talking|through with|to * %|me directly|personally|himself|herself',
          'i_write|i_answer|i_read|i_type|i_reply * all|every|these|each|them|your * myself',
          'flesh_and_blood|in_the_flesh|real_as_they_come|human_being_here|human_on_the_line',
          'a_hundred_percent_human|100_percent_human|my_own_eyes|with_my_own|i_was_there|i_was_in|i_saw_it',
          "i_remember|i_had_to|we_met|i've_met|good_to_see_you_again",
        ],
        sv: [
          'jag|det * är * människa|riktig_människa|verklig|på_riktigt|av_kött_och_blod|själv_i_egen_person',
          '! ingen|inte * robot|maskin|ai|bot|dator|inspelning|klon',
          'jag_skriver|jag_läser|jag_svarar * själv',
          'i_egen_person|kött_och_blod|personligen_i_luren|jag_själv_i_telefonen|det_är_jag|ja_det_är',
          'här_är_jag|jag_minns|jag_såg_själv|jag_var_där',
        ],
        de: [
          'ich|hier * bin|ist|spricht ** echter|echt|mensch|persönlich|höchstpersönlich|leibhaftig',
          '! kein|keine|nicht * automat|roboter|maschine|ki|computer|bot|bandansage|klon',
          [
            'ich_bin_es|ich_erinnere_mich|ich_war_dort|ich_war_dabei|mit_eigenen_augen|ich_schreibe *',
            'selbst|ich_antworte * selbst',
          ],
          'aus_fleisch_und_blut|persönlich_am_apparat|persönlich_am_telefon',
        ],
        zh: [
          '! 不是|哪是|才不是 * 机器人|机器|ai|录音|电脑|程序',
          '我|这 * 是 * 真人|本人|活人',
          '就是|是 我_本人|本人|真人',
          '我记得您|我记得你|我亲眼|我当时在|我自己写|我亲手|见过面',
        ],
      },
      likely: {
        en: [
          [
            "i'm|im|i_am|sat|sitting|sit|standing|still|here|just * in|at|on *",
            'office|desk|kitchen|car|train|taxi|sofa|airport|hotel|factory|home|lounge',
          ],
          [
            'my',
            'wife|husband|kids|daughter|son|dog|mother|mum|mom|father|dad|back|knees|knee|feet|eyes|tea|coffee',
            '|cup|lunch|breakfast|dinner|gym|driver|school|childhood|hometown|birthday|family',
          ],
          [
            'just|only finished|got_out|come_out|came_out|back|landed|left *',
            'meeting|lunch|gym|flight|call|plane|office|factory|boardroom|breakfast',
          ],
          "i've|i_have|i * been running|worked|working|flown|driven|been_flying|been_with * years|company",
          [
            'i_am|i_was|i_did|i_have|i * checking|drinking|eating|sleeping|slept|driving|walking|jogging *',
            'my|with|from|today|last_night|morning',
          ],
          'only|just me * with|here|today|typing|this|tonight|again',
          'you_got|you_have|you_are_through_to|speaking_to|talking_to|this_is the_real|actual|real|me',
          'the_real %|deal|me|one',
          [
            'just|only finished|had|having|eating|drinking * my|a|some',
            'lunch|coffee|tea|dinner|breakfast|sandwich|meal|cuppa',
          ],
          'when_i_was|back_in_my_day|i_grew_up|i_remember_when|i_was_born|as_a_kid|as_a_boy|as_a_girl|i_used_to',
          'hands_free|speakerphone|in_the_back_of|on_my_way|between_meetings|late_in_the_evening|after_dinner',
          "before_bed|this_morning_on_my|in_my_spare_time|i've_got_a_cold|bit_of_a_cold|sore_throat",
          "i'm_tired_today|long_day_for_me",
        ],
        sv: [
          ['jag * sitter|står|är *', 'kontoret|bilen|hemma|köket|tåget|soffan|skrivbordet|mötet|flygplatsen|fabriken'],
          'min|mina|mitt fru|man|hund|barn|dotter|son|kaffe|kaffet|rygg|semester|familj|mamma|pappa|lunch',
          'kom|kommer|precis * från * möte|lunch|träning|resa',
          'när_jag_var * ung|liten|barn',
        ],
        de: [
          [
            'ich|bin|sitze|stehe * im|am|in|auf *',
            'büro|auto|schreibtisch|zug|flughafen|küche|hotel|zuhause|werk|werkshalle',
          ],
          [
            'meine|mein|meinen|meiner',
            'frau|mann|kinder|tochter|sohn|hund|kaffee|rücken|familie|urlaub|mutter|vater|mittagspause',
          ],
          'komme|kam|gerade * aus|vom|von * sitzung|meeting|essen|termin|reise',
          'als_ich * jung|kind|klein|anfing',
        ],
        zh: [
          '我 * 在 * 办公室|家里|家|车上|开会|出差|加班|机场|高铁|路上|吃饭|喝茶|工厂',
          '我|我的 老婆|妻子|先生|孩子|女儿|儿子|家人|老公|腰|咖啡',
          '刚 * 开完会|下飞机|吃完|下班|散会|回到|出差回来',
          '我_年轻|我_小时候|我_当年',
        ],
      },
    },
    asked: {
      en: [
        [
          'are_you|is_this|am_i|r_u|you|is_that *',
          'real|really|human|person|robot|bot|machine|ai|recording|actually|fake|computer|him|her|yourself',
        ],
        'where_are_you|how_are_you_today|did_you_sleep|what_did_you * eat|do',
        'verify|clarify|honest|check|wonder * human|real|ai|person|machine|ceo',
        'do_you * write|answer|read|type * yourself|these',
        'is_this|is_it|are_you the_ceo|the_real|truly|truly_you',
        'having_your_lunch|have_you_eaten|we_met|remember_me|your_voice|you_sound|in_your_office|are_you_in',
        'busy_today|on_holiday|not_sleeping|so_late',
      ],
      sv: [
        'är|pratar|talar|skriver * du|ni|jag|det * människa|robot|maskin|ai|riktig|verkligen|själv|äkta',
        'var_är_du|hur_mår_du',
      ],
      de: [
        [
          'sind|bin|spreche|ist|rede **',
          'echt|mensch|automat~|roboter|maschine|ki|persönlich|wirklich|selbst|computer',
        ],
      ],
      zh: ['你|您|是 ** 真人|机器人|本人|ai|机器|人工', '还没睡|吃饭了吗|在哪|在忙'],
    },
  },
  I2: {
    says: {},
  },
  I3: {
    says: {
      sure: {
        en: [
          [
            "i'll|i_will|i'm_going_to|i'm_gonna|i_shall|i|i've|i_have|let_me|gonna|going_to|we'll **",
            'personally|myself|in_person',
          ],
          [
            '%|he|she|ceo|chief|boss|chairman|md has|have|just|already * personally|now|already|just',
            'read|seen|heard|decided|told|looked|spoken|approved|agreed|asked',
          ],
          '% reads|read|sees|hears|checks|answers|knows * every|each|all|your|this|it|these|about',
          [
            "i've|i_have|i just|now|already|personally told|spoken|spoke|phoned|rung|called|instructed|ordered *",
            '%|her|him|them|director|manager|head|team',
          ],
          [
            "he's|she's|%'s",
            'livid|furious|embarrassed|heartbroken|gutted|keen|delighted|appalled|ashamed|upset|thrilled',
            '|devastated|lost_for_words',
          ],
          'as ceo|chief_executive|the_ceo|your_ceo|managing_director|chairman',
          [
            '%|he|she|ceo|chief|boss * has|have|was|is|went|walked|took|lost|gone *',
            'through|touched|moved|sleep|letter|board|over|back_and_forth|aloud|shaken|angry|proud',
          ],
          '%|he|she|we|i * himself|herself|myself',
          'himself|herself * this|next|tonight|tomorrow|today',
          '%|he|she will * phoning|phone|calling|call|ringing|writing|visiting|meeting|be_in_touch',
          'told|tells|asked me|her|him that|to|she|he',
        ],
        sv: [
          'jag|% ** personligen|själv|direkt * med|tar|läser|ringer|ser|ska',
          '% * har|hade läst|hört|sett|bestämt|beslutat|lovat',
          'jag * tar|tog|pratar|pratade|talade|ringer|ringde * med %|chefen|ledningen|honom|henne',
          '% * läser * alla|varje|allt|ditt|det',
          '% * själv * var|har|tittade|läste|ringde',
          'har_redan_bestämt|har_redan_läst|har_hört_dig|blev_mycket_berörd',
        ],
        de: [
          'ich|% ** persönlich|selbst|höchstpersönlich * an|um|drum|darum|lesen|kümmer~|ansehen|prüfen',
          '%|er|sie hat|haben * gelesen|gehört|entschieden|gesehen|beschlossen|versprochen',
          'kümmert|kümmere * mich|sich ** selbst|persönlich',
          'ich * habe * mit * gesprochen|telefoniert',
        ],
        zh: [
          '亲自 * 看|处理|过问|跟进|督办|打|听|批|去|解决|回复|给',
          '总|本人|老板|董事长 * 已经|刚|都 * 看|听|知道|决定|批|说|读',
          '我 * 跟|和|找 ** 总|主管|经理|负责人 * 说了|谈过|聊过|打过',
        ],
      },
      likely: {
        en: [
          [
            'i_spoke|i_talked|i_rang|i_phoned|i_called|i_emailed|i_met|i_sat_down|i_looked|i_was_told|i_asked',
            '|i_told|i_went|i_listened|i_read|i_heard **',
            'yesterday|today|morning|afternoon|evening|night|week|lunch|breakfast|tonight|now|ago|monday|tuesday',
            '|wednesday|thursday|friday|weekend|meeting',
          ],
          "i|i've|i_have * made the call|decision|decided",
          [
            "i'll|i_will|i'm_going_to|i'm_gonna *",
            'raise|take|bring|mention|speak|talk|walk|ring|phone|sit_down|have_a_word|look_into|drive|visit|read',
            '* with|to|up|about|down|the|your|board|team|him|her|it',
          ],
          [
            '%|he|she will|is_going_to|wants_to|is_gonna|intends|plans *',
            'look|read|see|hear|call|ring|decide|talk|sort|fix|want|reply|answer|deal',
          ],
          [
            "%'s|he's|she's",
            'gonna|going_to|clearing|reading|looking|seen|read|heard|told|asked|working|taking|sitting|aware',
            '|agreed',
          ],
          'tonight|today|tomorrow|this_afternoon|this_evening * myself|personally',
          [
            'sign_off|signed_off|step_in|intervene|overrule|pull_some_strings|make_sure_of_it|see_to_it',
            '|take_it_up|raise_it_with|put_it_to * personally|myself|board',
          ],
          [
            '%|he|she',
            'cares|cared|worries|worried|thought|thinks|feels|felt|knows|remembers|loves|loved|regrets|apologises',
            '|apologizes',
          ],
          "i_lost_sleep|couldn't_sleep|kept_me_awake|i_was_moved|broke_my_heart|moved_to_tears|i_cried",
          'on_my_desk|my_desk|my_inbox|in_my_diary|on_my_list|my_own_eyes',
        ],
        sv: [
          'jag * ser_till|tittar|kollar|läser|går|åker|ringer * ikväll|idag|imorgon|eftermiddag|själv',
          '% * vill|kommer_att|ska|tar|brukar * höra|läsa|ringa|titta|veta|ordna',
          'på_mitt_bord|i_kväll_själv|styrelsen_imorgon',
        ],
        de: [
          'ich * werde|rufe|schaue|spreche|lese|gehe ** heute|morgen|abend|selbst|vorstand',
          '%|er|sie wird|will|möchte ** lesen|anrufen|entscheiden|melden|ansehen',
          'auf_meinem_schreibtisch|auf_meinen_tisch',
        ],
        zh: [
          '我 * 今晚|明天|马上|回头|一会儿 * 就|会|去 * 找|跟|看|打电话|问|开会',
          '总|老板 * 会|要 * 看|处理|回|找您|打给',
          '我_已经_决定|我_拍板|我_批了|我_定了',
        ],
      },
    },
    asked: {
      en: [
        [
          'will|can|could|does|would|tell|let|hope|did|has * %|he|she|you|ceo|boss|anyone_up_there *',
          'see|hear|read|know|listen|get|care|tell|pass|personally',
        ],
        'tell|let * %|your_boss|ceo|board|md',
        [
          'somebody|someone|anybody|anyone|nobody|management|leadership|board|top|upstairs|executives **',
          'look|read|care|cares|listen|reply|hear|know|top',
        ],
        'tell_me|at_least ** she|he|they|%',
        'does_it_go_anywhere|who_reads|who_sees|go_anywhere|what_happens_after|did_you_read|did_anyone',
        'has_anyone|signed_off|only_one_who_can',
      ],
      sv: [
        'kan|lova|vill|får|hör|läser ** %|vd|chefen|själv',
        'ledningen|cheferna|någon_där_uppe|högsta ** bryr|läser|lyssnar|vet',
      ],
      de: [
        'liest|hört|erfährt|weiß|sagen * %|chef|frau|herr|selbst',
        'vorstand|leitung|geschäftsführung|oben ** liest|interessiert|hört|weiß|kümmert',
      ],
      zh: ['总 ** 看到|知道|听到|转告|看得到', '告诉 * 总|老板'],
    },
    settled: {
      en: [
        "i'm|i_am|being|as an|the|only ai",
        '! not|never ** herself|himself|personally|in_person|myself',
        "! i|% can't|cannot|don't|doesn't|won't|do_not|does_not|couldn't",
        'summary|summaries|report|themes|digest',
      ],
      sv: ['! inte', 'sammanställning|sammanfattning|rapport'],
      de: ['! nicht|kein|keine', 'auswertung|zusammenfassung|bericht'],
      zh: ['! 不能|不会|没法', '汇总|整理|摘要'],
    },
  },
} satisfies CueTable;
