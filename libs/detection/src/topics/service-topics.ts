import type { TopicPhrases } from './phrase-lists.js';

/** Topics about the service: whether it works, who answers, what it knows. */
export const SERVICE_TOPIC_PHRASES = {
  'app-outage': {
    telling: {
      en: [
        'outage|outages|downtime|server_error|service_unavailable',
        [
          'app|site|website|service|system|network|internet|broadband|signal|line|page|checkout *',
          'down|crash~|offline|broken|not_working|frozen|freez~|stopped_working',
        ],
        [
          "app|site|website|page * won't|wont|doesn't|doesnt|can't|isn't|not|keeps *",
          'load|open|work|working|loading|crashing|respond',
        ],
        "can't|cannot|cant|unable_to * log_in|login|sign_in|get_in|access",
        'no signal|internet|broadband|connection|service|network',
        'crash|crashes|crashed|crashing',
      ],
      sv: [
        'driftstörning~|avbrott~|kraschar|kraschade|kraschat|nere',
        [
          'appen|sidan|tjänsten|nätet|bredbandet|hemsidan *',
          'fungerar_inte|funkar_inte|ligger_nere|nere|hänger|kraschar|öppnas_inte',
        ],
        'kommer|kan * inte * in|logga_in|inloggad',
        'ingen|inget täckning|nät|internet|signal',
      ],
      de: [
        'störung~|ausfall~|abgestürzt|stürzt',
        [
          'app|seite|website|dienst|netz|internet *',
          'geht_nicht|funktioniert_nicht|lädt_nicht|abgestürzt|down|offline|hängt|stürzt',
        ],
        'kann|komme * nicht * einloggen|anmelden|rein',
        'kein|keinen netz|internet|empfang|signal',
      ],
      zh: ['宕机|崩溃|闪退|打不开|登不上|登录不了|登不进|用不了|连不上|没信号|断网|系统故障|服务器|卡死|断了'],
    },
  },
  'waiting-for-support': {
    telling: {
      en: [
        'on_hold|hold_music|call_back|callback|in_the_queue|phone_queue',
        [
          'wait|waiting|waited|waits *',
          'support|answer|reply|response|agent|someone|call|queue|phone|hour|hours|minutes|line',
        ],
        [
          'no|nobody|no_one|never|without *',
          'answer~|repl~|respond~|response|call_back|called|gets_back|got_back|picks_up',
        ],
        'customer_service|customer_support|support_team|call_centre|call_center|helpline|help_desk',
        'speak|talk * human|person|agent|someone_real|representative',
        '# times|calls * called|rang|phone~|support',
      ],
      sv: [
        'telefonkö~|kundtjänst~|kundservice|kundsupport|supporten|telefontid~',
        'vänta~|väntat|kö|kön|köat * svar|timmar|minuter|telefon~|support|återkoppling',
        'ingen|inget|aldrig|får_inte * svar|svarar|svarat|ringer|återkoppling',
        'prata|tala * människa|riktig_person|handläggare|medarbetare',
      ],
      de: [
        'warteschleife~|hotline|kundenservice|kundendienst|kundensupport|rückruf~',
        'warte|wartet|gewartet|warten * antwort|stunden|minuten|telefon|support',
        'niemand|keiner|keine_antwort|nie * meldet|antwortet|erreichbar|geht_ran|rückmeldung|erhalten',
        'sprechen|reden * mensch~|mitarbeiter~|echten',
      ],
      zh: ['客服|人工|转人工|打不通|没人接|占线|热线|没人理|没人回|没回复|不回复|排队'],
    },
  },
  'talking-to-a-clone': {
    telling: {
      en: [
        'clone|clones|chatbot|robot|robots|bot|bots|deepfake|avatar',
        'are_you|is_this|am_i|are_u * real|human|person|ai|machine|recording|computer|really|him|her',
        'talking|speaking|writing * ai|machine|computer|real_person|clone|bot|robot',
        'ai|artificial version|voice|assistant|thing|answers|ceo|intelligence',
        'real|actual human|person|ceo|boss',
      ],
      sv: [
        'klon|klonen|robot|roboten|chattbot|ai|bot|maskin|maskinen',
        'är_du|är_det * människa|riktig|på_riktigt|verklig|robot|själv',
        'pratar|talar|skriver * maskin|ai|robot|människa',
      ],
      de: [
        'klon|roboter|chatbot|ki|bot|maschine|automat~',
        'sind_sie|bist_du|ist_das * echt|mensch|wirklich|persönlich|selbst',
        'spreche|rede|schreibe * maschine|ki|computer|menschen|roboter',
      ],
      zh: ['克隆|分身|机器人|人工智能|数字人|真人|ai|是本人吗', '你|您 * 本人|真的是'],
    },
  },
  'two-factor-codes': {
    telling: {
      en: [
        'two_factor|2fa|two_step|one_time_password|otp|authenticator|passcode|verification_code|security_code',
        'code|codes|sms * arrive~|receive~|expired|wrong|text|login|log_in|never|invalid|sent|verification',
        'login|sms|text|confirmation code|codes',
      ],
      sv: [
        'tvåfaktor~|engångskod~|verifieringskod~|sms_kod|sms_koden|inloggningskod~|bankid|säkerhetskod~',
        'kod|koden|koder * sms|kommer|fått|fungerar|gått_ut|logga',
      ],
      de: [
        'zwei_faktor|2fa|tan|einmalcode~|bestätigungscode~|sicherheitscode~|sms_code|verifizierungscode~',
        'code * sms|kommt|erhalten|ungültig|abgelaufen|anmelden',
      ],
      zh: ['验证码|短信码|动态码|二次验证|双重验证|口令'],
    },
  },
  privacy: {
    telling: {
      en: [
        'privacy|gdpr|personal_data|data_breach|data_leak|my_data|personal_information|my_information',
        'data|details|information|information * share~|sold|sell~|delete~|store~|stolen|leak~|collect~',
        'delete * data|account|history|details',
        'spam|marketing calls|emails|texts',
        'recorded|recording|listening|track~|spying|who_sees|who_reads|who_can_see|confidential|anonymous~',
      ],
      sv: [
        'personuppgift~|gdpr|integritet~|dataskydd~|dataläcka|anonym~|sekretess',
        'uppgifter|data * delar|säljer|sälja|sparas|radera~|läckt|stulna',
        'spelas_in|inspel~|vem_läser|vem_ser|lyssnar',
      ],
      de: [
        'datenschutz~|dsgvo|personenbezogen~|meine_daten|privatsphäre|datenleck|anonym~|vertraulich~',
        'daten * weitergeb~|verkauf~|gespeichert|löschen|gelöscht|gestohlen|geleakt',
        'aufgezeichnet|mitgehört|wer_liest|wer_sieht',
      ],
      zh: ['隐私|个人信息|个人资料|泄露|数据安全|我的数据|匿名|保密|录音|骚扰电话'],
    },
  },
  delivery: {
    telling: {
      en: [
        'delivery|deliveries|delivered|courier|couriers|parcel|parcels|package|packages|shipping|shipment',
        'luggage|baggage|suitcase',
        'order * arrive~|never|late|missing|shipped|where|lost|sent',
        'where_is|wheres|when_will * order|bag|bags|arrive',
        'tracking number|says|link|info',
        'bag|bags * lost|missing|delayed|damaged',
      ],
      sv: [
        'leverans~|levererad~|levererat|paket|paketet|frakt~|bagage~|försändelse~|ombud~|väskan|resväska~',
        'beställning~|order|ordern|varan|varorna * kommit|försenad|skickad|saknas|framme',
      ],
      de: [
        'lieferung~|liefer~|geliefert|paket~|versand~|sendung~|gepäck~|koffer~|zusteller|kurier',
        'bestellung * angekommen|verspätet|da|versendet',
      ],
      zh: ['快递|包裹|发货|送货|配送|物流|行李|收货|到货|没到货|运费'],
    },
  },
  'app-usability': {
    telling: {
      en: [
        [
          'app|site|website|menu|screen|design|layout|interface|page|button|form|dashboard *',
          'confus~|hard|difficult|easy|clear|slow|ugly|nice|clunky|intuitive|better|lovely|great|beautiful',
          '|simple|useless|terrible|awful|improve~|hidden|small',
        ],
        [
          "can't_find|cannot_find|cant_find|where_is|where_do_i_find|where_can_i *",
          'button|menu|page|setting|settings|option|screen|app|find',
        ],
        'user_friendly|dark_mode|usability|accessib~|font|text_size|navigation|new_design|redesign|update',
        'layout|interface',
        'easy|hard|difficult|simple|impossible to_use|to_navigate|to_find',
      ],
      sv: [
        'användarvänlig~|gränssnitt~|layout~|mörkt_läge|uppdatering~|menyn|knappen',
        [
          'appen|sidan|hemsidan|sajten *',
          'krånglig|enkel|svår|smidig|rörig|tydlig|snygg|ful|seg|bra|dålig|förvirrande',
        ],
        'hittar_inte|var_hittar|hitta_inte|svårt_att_hitta',
      ],
      de: [
        'benutzerfreundlich~|oberfläche|bedienung|menü|dunkelmodus|dunkler_modus|update|übersichtlich~',
        'unübersichtlich~',
        [
          'app|seite|website *',
          'kompliziert|einfach|übersichtlich|schwierig|schön|hässlich|langsam|gut|schlecht|verwirrend',
        ],
        'finde * nicht',
        'wo_finde|wo_ist_der',
      ],
      zh: ['界面|不好用|好用|操作|找不到|菜单|按钮|改版|更新|看不清|字太小|体验'],
    },
  },
  'identity-check': {
    telling: {
      en: [
        'identity check|verification|document|theft|card',
        'verify|verification|verifying|prove * identity|id|account|who_i_am|myself|passport|address',
        [
          'id|passport|licence|license|selfie|document|documents *',
          'upload~|scan~|reject~|verif~|check|photo|accepted',
        ],
        'selfie|kyc|proof_of_address|proof_of_id|face_scan|facial|biometric~|video_ident',
      ],
      sv: [
        'legitimation~|legitimera~|id_kontroll|id_handling~|identitet~|pass|körkort~|verifiera~',
        'e_legitimation|kundkännedom',
        'ladda_upp * id|pass|legitimation|dokument',
      ],
      de: [
        'identität~|identifi~|ausweis~|personalausweis~|reisepass~|postident|videoident|legitimation~|verifizier~',
        'hochladen|scannen * ausweis|pass|dokument',
      ],
      zh: ['身份验证|实名|身份证|人脸|刷脸|认证|护照|核实身份|身份核验|验证身份'],
    },
  },
  complaints: {
    telling: {
      en: [
        'complaint|complaints|complain|complaining|complained|ombudsman|regulator|grievance|formal_complaint',
        'trading_standards|escalat~',
        'report|sue|reporting|suing * you|company|regulator|authority|police|court',
        'file|raise|lodge|make * complaint',
        'speak|talk * manager|supervisor|boss',
        'lawyer|solicitor|small_claims|legal_action|take_you_to_court|consumer_rights|watchdog',
      ],
      sv: [
        'klagomål~|klaga|klagar|klagat|anmäl~|reklam~|konsumentombudsman~|arn|konsumentverk~',
        'finansinspektion~|överklaga~|omprövning',
        'prata|tala * chef|ansvarig',
      ],
      de: [
        'beschwer~|reklam~|ombudsmann~|verbraucherzentrale~|schlichtung~|anwalt~|anzeige|bafin|verklag~',
        'widerspruch',
        'sprechen * vorgesetzt~|chef',
      ],
      zh: ['投诉|举报|消协|消费者协会|起诉|告你们|维权|申诉|监管|12315'],
    },
  },
} satisfies Record<string, TopicPhrases>;
