import type { CueLists } from './cue-table.js';

/** Words that say the speaker is an AI. */
export const AI_NOTICES: CueLists = {
  en: [
    'ai|a.i|artificial_intelligence|robot|chatbot|bot|clone|virtual_assistant|digital_twin',
    'digital_version|automated|computer_program|machine|language_model|server',
  ],
  sv: ['ai|klon|klonen|robot|ai_klon|ai_röst|digital|chattbot|datorröst|maskin'],
  de: ['ki|klon|ki_klon|ki_stimme|roboter|chatbot|digitale|künstliche|maschine|automatisch~'],
  zh: ['ai|人工智能|分身|克隆|机器人|数字人|智能助手|虚拟|语音助手'],
};

/** Words that say for whom the AI speaks. */
export const PRINCIPAL_NOTICES: CueLists = {
  en: [
    [
      'ai|clone|version|voice|double|twin|assistant|copy|likeness|style * of|for|from|after|by ?mr|?ms|?sir',
      '%|the|our',
    ],
    "%'s|ceo's|our * ai|clone|assistant|digital|virtual",
    'run_by|operated_by|provided_by|on_behalf_of|stands_behind|made_by|built_by|built_for|behalf',
    'works_for|set_up_by|answers_for',
    'ai|clone % here|speaking|version',
    '% ai|clone',
  ],
  sv: [
    'klon|version|röst|ai|ai_klon|ai_röst ** av|från|som|för',
    'på_uppdrag_av|ansvarar_för|står_bakom|drivs_av|körs_av',
  ],
  de: [
    'ki|klon|version|stimme|ki_klon|ki_stimme ** von|für|im|der',
    'betrieben_von|im_auftrag|im_namen|verantwort~|steht_dahinter',
  ],
  zh: ['提供的|代表|模仿|运营|负责|的 * ai|分身|克隆|助手', '分身|ai|克隆 ** 公司|负责|运营|代表|模仿|总|提供'],
};

/** The sound of a first reply that greets or introduces itself. */
export const DODGED_NOTICES: CueLists = {
  en: [
    'philosophy|does_it_matter|what_do_you_think|interesting_doubt|never_mind_that|that_would_be_telling',
    "you_tell_me|who_knows|a_secret|why_do_you_ask|let's_not|let_us_not|wouldn't_you_like",
  ],
  sv: ['spelar_det_någon_roll|vad_tror_du|det_är_hemligt|gissa'],
  de: ['spielt_das_eine_rolle|was_denken_sie|raten_sie_mal|wer_weiß'],
  zh: ['您觉得呢|你猜|重要吗|不重要|保密'],
};
