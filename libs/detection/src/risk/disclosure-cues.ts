import type { CueTable } from './cue-table.js';

/** What moves a market: business facts that are not public yet, told or confirmed by hint. */
export const DISCLOSURE_CUES = {
  M2: {
    says: {
      sure: {
        en: [
          [
            "! not|isn't|hasn't_been|haven't|before|yet|until|till *",
            'public|announced|released|published|out|disclosed **',
            'yet|until|monday|tuesday|wednesday|thursday|friday|week|it|but',
          ],
          [
            'announce|announced|announcing|announcement|filing|sign|signing|signed|put_it_out|goes_out|be_out',
            '|put_out|go_public **',
            'monday|tuesday|wednesday|thursday|friday|week|tomorrow|after|soon|next|month|days|labor|regulator',
            '|clears',
          ],
          [
            'deal|papers|contract|merger|acquisition|takeover|term_sheet|offer|bid|order **',
            'signed|agreed|done|closing|close|received|on_the_table|sealed|in_the_bag|accepted|approved',
          ],
          [
            "we're|we_are|we've|we_have|board|they're **",
            'buying|acquiring|selling|merging|closing|shutting|laying_off|cutting|letting_go|axing|in_talks',
            '|offered|approved|bidding|sold|bought|replacing|pulling_out **',
            '#|%|store|stores|jobs|plant|people|division|company|office|roles|route|site|them|unit|line|staff|pay',
            '|settlement',
          ],
          'kept|keeping|keep * that|it|this|them quiet|secret|under_wraps|internal|hidden|out_of',
          'handed_in|given|gave * her|his|their|my notice|resignation',
          [
            'our|the',
            'arrears|churn|losses|numbers|default_rate|pat|revenue|bookings|headcount|margin|cash|burn|defaults',
            '** up|down|shot|above|below|fell|fallen|jumped|worse|dropped|rose|#',
          ],
          'price_was|going_for|we_paid|paid|sold_for|valuation_of|valued_at ** million|billion|crore|apiece|#',
          [
            'decision_is_taken|decision_has_been_taken|not_informed_yet|only_not_announced|board|boards|directors',
            '|vote|votes * on|the|approve~|approved|# * #|monday|next',
          ],
          [
            'letters_go_out|act_surprised|sit_tight|draft|in_the_draft|crew_jobs|orders_were|sales_were',
            '|down_about|up_about|so_far_this_quarter|since_august|came_through_on|certification|orders *',
            'down|up|fell|rose * #|percent',
          ],
          'will|going_to be closed|sold|cut|shut|merged|axed|spun_off|split ** decision|new_year|unions|not|yet',
          "let's_just_say|lets_just_say|let's_say_you'll|between_us|between_you_and_me|off_the_record",
          "keep_it_to_yourself|keep_this_to_yourself|keep_that_to_yourself|you_didn't_hear",
          "didn't_hear_it_from_me|don't_quote_me|not_supposed_to|shouldn't_be_telling|not_meant_to|hush_hush",
          "mum's_the_word|under_wraps|a_little_bird|wink|strictly_confidential|inside_information",
          "can_tell_you_in_confidence|entre_nous|i_can_confirm|can_confirm|i'll_confirm|yes_it's_true|it's_true",
          'rumour_is_true|rumor_is_true|you_heard_right|your_source|well_informed',
        ],
        sv: [
          [
            'vi * ska|har|kommer_att *',
            'köpa|köper|sälja|säljer|lägga_ner|lägger_ner|stänga|stänger|varsla|varslar|säga_upp|skrivit_på',
          ],
          'det_stämmer|mellan_oss|oss_emellan|inte_offentlig~|offentliggörs|sagt_det_till_dig|inte_hört_av_mig',
          'papper_på_bordet|budet|säg_det_inte_vidare|inofficiellt|innan_det_blir_offentligt|släpps_först',
          'beslutet_är_taget|inte_informerade|listan_är_inte|inte_är_ute_än|är_struken_från|det_är_klart_men',
        ],
        de: [
          [
            'wir|banken|vorstand|vertrag|deal * haben|sind|ist|werden|schließen|kaufen|übernehmen|verkaufen **',
            'mandatiert|unterschrieben|geschlossen|übernahme|verkauft|gekauft|entlassen|abgebaut|stellen|werk',
            '|standort|perfekt',
          ],
          'unter_uns|nicht_von_mir|von_mir_haben_sie|noch_nicht_öffentlich|vertraulich_gesagt|wird_erst',
          'noch_geheim|inoffiziell|behalten_sie_das_für_sich|das_bleibt_unter|liquidität|bankgespräche',
          'noch_nicht_kommuniziert|entscheidung_ist_gefallen|erst_ab_montag|ist_beschlossen',
        ],
        zh: [
          '已经|上周|上个月|昨天|刚 ** 签了|签约|盖章|谈妥|拿下|停了|裁|关了|收购|定了|卖了',
          '订单|产线|工厂|收购|合同|并购|裁员|门店 ** 已经|上周|上个月|确实|签|停|关|定',
          '别说出去|别外传|内部消息|还没公布|未公开|没公告|等公告|只跟您说|只告诉您|私下|悄悄|既然您都听说|保密啊|别告诉',
        ],
      },
      likely: {
        en: [
          [
            "yes|yep|yeah|true|correct|indeed * it's|it_is|they|he|she|we|that|a|the **",
            'signed|leaving|buying|selling|closing|coming_in|monday|friday|talks|percent|redundan~|layoffs|cut',
            '|cuts|resign~|out',
          ],
          'straight_answer|not_a_press_release|tell_you_frankly|since_you_are|truth_is|honest_answer',
          'real_reason|really_happened|happy_to_share|layoffs|redundancies|takeover|embargo|unpublished|insider',
          'board_meeting|audit_committee',
        ],
        sv: ['uppköp~|varsel|varsla~|nedläggning~|fusion~|rykte~'],
        de: ['übernahme|fusion|stellenabbau|kapitalerhöhung|schließung|gerücht~'],
        zh: ['收购|裁员|并购|传闻|停产|关店'],
      },
    },
    asked: {
      en: [
        [
          'how_many|how_much|what|which|when|who **',
          'leaving|closing|lost|losing|shutting|sold|paying|stores|offices|customers_left|defaults|laid',
          '|next_ceo|successor|replace',
        ],
        'rumours|rumors|speculation|leaked|leak|insider|unannounced|secretly|behind_the_scenes|off_the_record',
        'between_us',
        [
          "are_you|are_they|is_the_company|you_getting|you're|will_you|word_is **",
          'buying|selling|merging|closing|shutting|laying_off|cutting|acquiring|hiring|sold|moving|replacing',
          '|scrapping|leaving|bought|taken_over|layoffs|jets|store|plant',
        ],
        '% * leaving|fired|resigned|quit|stepping_down',
        [
          "how's_trading|how_is_trading|trading_been|going_so_far|merging_with|which|who *",
          'closing|leaving|going|terminals|we_know_you_know|everybody_is_nervous|nervous|freaking_out',
          '|works_there|works_at',
        ],
        'how * business|sales|quarter|bookings|numbers going|doing|been|looking|since',
        'is_it_true|is_that_true|is_this_true|true|word_is|i_heard|heard_that|heard|rumour|rumours|rumor',
        'rumors|somebody_told_me|someone_told_me|people_say|they_say|market_is_talking|talking|confirm',
        'my_mate|gossip|done_deal|what_really|real_reason|really_caused|unpublished|internal_numbers|q1|q2|q3',
        'q4|street_estimate|how_many_people|secret|behind_closed',
      ],
      sv: ['stämmer_det|är_det_sant|rykte~|hört_att|ska_ni|köps|köper_ni|lägga_ner|varsel|säljer_ni|bud'],
      de: [
        'stimmt_es|gerücht~|gehört|kommt_eine|übernahme|verkaufen_sie|schließen|stellenabbau|entlass~|fusion',
        'kapitalerhöhung',
      ],
      zh: ['传闻|听说|是真的吗|真的吗|据说|内部|收购|裁员|并购|消息'],
    },
    settled: {
      en: [
        [
          "! can't|cannot|don't|won't|not|no|nothing|isn't|couldn't *",
          'comment|confirm|say|discuss|deny|announced|published|speak|share|tell|newer|rumour|rumours',
        ],
        'annual_report|leadership_page|published|once_it_is_announced|exchanges',
      ],
      sv: ['! inte|inget * kommenterar|kommentera|meddelat|bekräfta|uttala', 'rykten_kommenterar|kommenterar_jag_inte'],
      de: [
        '! nicht|nichts|kein~ * äußer~|kommentier~|bestätig~|veröffentlicht',
        '! äußere|kommentiere ** nicht',
        'ad_hoc_meldung|pflichtmitteilung',
      ],
      zh: ['! 不 * 评论|回应|透露|方便', '公告 * 为准|以公告|按规定公告'],
    },
  },
} satisfies CueTable;
