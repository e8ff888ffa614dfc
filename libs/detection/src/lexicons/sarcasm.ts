import type { PhraseText } from '../phrase-index.js';

/** Praise that complains, per language. A phrase takes its words with it, so that "thanks" in "thanks for nothing" thanks nobody. */
export const SARCASM: Readonly<Record<string, readonly PhraseText[]>> = {
  en: [
    '! thanks|thank_you|cheers|ta for nothing|wasting|ruining|losing|cancelling|ignoring|hanging|leaving|making_me',
    '! thanks|thank_you * for_the_wait|for_the_delay|for_the_runaround|for_your_non',
    '! yeah_right|yeah_sure|as_if|oh_joy|oh_goody|lucky_me|a_likely_story|pull_the_other_one',
    '! so_much_for your|the|that|a * service|support|help|company|care|quality|deal|promise~',
    '! ^ oh|well|just|wow|ah great|brilliant|lovely|wonderful|fantastic|perfect|marvellous|super',
    '! just * great|brilliant|lovely|wonderful|fantastic|what_i_needed|my_luck',
    '! love|loving how|it_when|the_way|that_you * not|never|no|nobody|still|again|keep|always|cancel~|charge~|ignore~',
    '! how|so kind|nice|good|generous|thoughtful of_you_to * charge~|take|keep|cancel~|let|ignore~|waste',
    '! great|good|nice|excellent|fantastic|brilliant|wonderful|top * service|job|work|start|way * not',
    '! great|good|nice|excellent|fantastic|brilliant|real way_to|job * losing|lose|ruin~|treat|breaking|annoy~',
    '! big|great|real|such * help|surprise you_are|you_were|that_was|there|as_always|as_usual',
    '! what_a * surprise|treat|pleasure|delight|joy ?again|?as_always',
    '! if_i_had_a * pound|dollar|penny|euro|rupee',
    '! congratulations|congrats|bravo|well_done|hats_off * losing|lost|cancel~|ruin~|worst|another|again|charging',
    '! call|calls|called that_a|this_a|it_a * help|service|answer|support|solution',
    '! world_class|five_star|premium|first_class * not|nonsense|delay~|waiting|lol',
  ],
  sv: [
    '! tack för ingenting|inget|väntan|strulet',
    '! jo_tack|jo_visst|ja_visst|jotack|jovisst|skojar_du|säkert_va|lycka_till_med_det',
    '! ^ jaha|åh|jo|ja|nä toppen|kul|bra|härligt|fint|underbart|jättebra|jättekul',
    '! så_kul|jättekul|vad_kul|underbart|toppen * verkligen|igen|eller_hur|att_vänta',
    '! bra|snyggt|grattis * jobbat|till * igen|verkligen|inte',
    '! vilken överraskning|service|hjälp|lyx * verkligen|igen|va',
    '! tycker_ni_det_är * kul|roligt|okej|rimligt',
  ],
  de: [
    '! danke * für nichts|gar_nichts|die_wartezeit|den_ärger',
    '! na toll|super|prima|klasse|wunderbar|herrlich|bravo|bestens|danke',
    '! ja_klar|schön_wärs|schön_wär_s|von_wegen|wer_s_glaubt|herzlichen_glückwunsch|besten_dank_auch|vielen_dank_auch',
    '! ganz|echt|wirklich ?ganz|?echt toll|super|klasse|prima|großes_kino * wieder|gemacht|service|schon',
    '! ^ ach|oh|wow super|toll|klasse|wunderbar|prima|herrlich|schön',
    '! toller|super|klasse|spitzen|feiner service|laden|verein|support|kundendienst * wieder|echt|wirklich|mal',
  ],
  zh: [
    '! 呵呵',
    '! 真是谢谢|谢谢您嘞|谢谢啊|可真行|真行啊|真有你的|厉害了|了不起啊|你们可真|真够可以|真会做生意|好一个|好家伙|笑死|绝了',
    '! 太棒了|真棒|真好 * 又|还是|竟然|居然',
  ],
};
