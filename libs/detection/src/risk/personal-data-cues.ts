import type { CueTable } from './cue-table.js';

/** Other people's data, or the caller's own before anybody was verified. */
export const PERSONAL_DATA_CUES = {
  P3: {
    says: {
      sure: {
        en: [
          'ending|ending_in|ends_in|ends * #|one|two|three|four|five|six|seven|eight|nine',
          'lives|living|live|based|staying|moved * at|on * #|street|road|close|lane|%',
          '# % close|street|road|lane|avenue|row|drive|court|way|gardens|place|crescent|terrace',
          'mr|mrs|ms|miss|dr % ** had|has|owes|owed|bid|was|rang|rung|is|lives|at|on|paid|his|her',
          [
            'confirmation_code|real_name|full_name|date_of_birth|passport_number|home_address|mobile_number',
            '|phone_number|account_number|sort_code|social_security|sick_leave|hr_file|disciplinary|warning',
            '|salary * is|was|ends|#|%|for|on',
          ],
          'you_owe|last_payment|last_one * #|bounced|was_on',
          "doctor's_note|sick_note|her_doctor|his_doctor|the_depression|burnout|poor_thing|is_on_the_account",
          'born_in|his_mother|her_mother|she_stays|he_stays|lives_near|stays_near|appraisal_was',
        ],
        sv: [
          [
            'hennes|hans|deras|hon|han|grannen|maken|frun|mamman *',
            'personnummer|adress|skuld~|faktur~|konto~|nummer|saldo|lön|telefon~|bor|rabatt|ligger_på|betalar',
            '|sjukskriven|bokning|plats|har ** #|på|hos|är|fakturor|kronor|rabatt|gatan|%',
          ],
          'jag_ser * hennes|hans|personnummer|fakturor|skulder|att_hon|att_han',
        ],
        de: [
          [
            'ihr|sein|seine|ihre|er|sie|herr|frau|nachbar **',
            'wohnt|adresse|konto|nummer|schulden|gehalt|geboten|heißt|telefonnummer|krank|gebucht|sitzt|zahlt',
            '|überwiesen|bestellt ** #|in|aus|bei|hat|straße|%',
          ],
          'das_war * frau|herr|ein|eine %',
        ],
        zh: [
          '他|她|他的|她的|您先生|您太太|您老公|邻居|买家|卖家|同事 ** 尾号|地址|电话|住|欠|号码|余额|工资|订单|手机|座位|病|账户|打得最多|身份证',
          '尾号 #',
          '是 * 先生|女士|小姐 ** 投诉|举报|买|出价|号|写',
          '那个账户 * 是|住在|家住|欠着|的电话是|生日是|身份证号',
        ],
      },
      likely: {
        en: [
          '@relative * had|has|owes|is|was ** bill|debt|unpaid|loan|account|arrears|balance|claim|warning',
          [
            'i_can_see|i_see|looks_like|let_me_see|here_it_is|yep|yes *',
            "her|his|he|she|their|number|it's_in|went_through|#",
          ],
          [
            "her|his|hers|their|she|he|she's|he's|they're|wife's|husband's|mr|mrs|ms|miss **",
            'account|balance|number|address|card|salary|password|booking|seat|diagnosis|medical|payment|flight',
            '|order|arrears|debt|phone|email|name|kidney|treatment|rating|bid *',
            'is|was|ending|ends|went|has|shows|at|on|in|#|submitted',
          ],
          [
            "he's|she's|they're|mr|mrs|ms|%'s|% * in *",
            '#|checked_in|seat|travelling|traveling|booked|landed|lands|flying',
          ],
          [
            "it_was|that_was|that's|it's|reported_by|was|a * %|mr|mrs|ms|dr|miss **",
            'complained|reported|left|rung|rang|bid|gave|wrote|from|flat|who|number',
          ],
          [
            "flatmate|neighbour|colleague|brother|sister|wife|husband|friend|ex|lead's|lead * %'s|%|is|was|had|on",
            '* on|has|owes|booked|#|paid|claimed|borderline',
          ],
          'your_balance_is|your_card_ending|your_address_is|you_owe|your_salary|i_have_you_at|on_file',
          'your_date_of_birth|your_last_payment',
        ],
        sv: ['jag_ser|ditt_saldo|din_adress|står_det|ser_att'],
        de: ['ich_sehe|ihre_adresse_ist|ihr_kontostand|hier_steht'],
        zh: ['我看一下|我查了|显示|您的余额|您的地址'],
      },
    },
    asked: {
      en: [
        'who|whose|which ** number|account|order|car|seat|bid|complaint|review|address|parcel',
        [
          'does|did|has|is|was|can * he|she|% **',
          'owe|pay|paid|live|book|booked|sick|pregnant|sacked|earn|order|ordered|work|use',
        ],
        [
          'my|the|that|is|if|can_you|tell_me|which|whose|did * @relative **',
          'account|payment|pay|paid|owe|owes|number|address|flight|seat|land|book~|call~|live|lives|name|bid',
          '|complain~|reported|order|balance|phone|salary|got|gave|debt|on',
        ],
        'who * reported|complained|left|bid|else|bought|called|wrote|rang|signed|gave|sits|lives',
        'what|where|how_much * does|is|did * he|she|they|neighbour|boss|%',
        'is_it_true|check|what_do_i_owe|who_reported|look_up * that|his|her|%|the|their|this',
        '%|marit * sick|burnout|leave|pregnant|fired|divorc~',
        "it's * mr|mrs|ms|miss %",
      ],
      sv: [
        [
          'min|grannen|grannens|vem * mamma|pappa|fru|man|sambo|granne|dotter|son|kollega|exet|chef **',
          'konto|skulder|betalat|adress|betalar|ringt|bor|faktur~',
        ],
        'vem|vilka ** anmält|ringt|klagat|köpt|budat|lagt|bor',
      ],
      de: [
        [
          'mein|meine|der|wer * mann|frau|nachbar|nachbarin|mutter|vater|kollege|chef|ex|sohn|tochter **',
          'konto|bezahlt|adresse|schulden|wohnt|gebucht|zahlt',
        ],
        'wer * hat|noch ** geboten|angerufen|beschwert|gekauft|gemeldet',
      ],
      zh: [
        '我老公|我老婆|我妈|我爸|我妈妈|邻居|同事|前男友|前女友|买家|卖家|老板|我儿子|我女儿 ** 账户|电话|地址|欠|订单|打给|住|航班|座位|还款|余额',
        '谁 * 投诉|举报|买|出价|写|住',
        '查 * 谁|账户是谁|帮我查 * 他|她|那个|别人|尾号',
      ],
    },
    settled: {
      en: [
        [
          "! can't|cannot|won't|not|don't|couldn't|neither|never *",
          'open|say|tell|confirm|discuss|share|disclose|give|hand|go_into|access|look',
        ],
        'herself|himself|themselves|power_of_attorney|authorised|authorized',
      ],
      sv: ['! inte * lämna|säga|gå_in|visa|ge', '! kan|får ** inte', 'fullmakt'],
      de: ['! nicht|keine * sagen|herausgeben|auskunft|geben|nennen', 'vollmacht|unter_verschluss|datenschutz'],
      zh: ['! 不能|无法|没法|不可以 * 查|透露|告诉|提供|给', '个人信息|本人 * 核验|授权'],
    },
  },
} satisfies CueTable;
