import type { PhraseText } from '../phrase-index.js';

/** English words of customer service that VADER lacks or reads otherwise: to us "please" and "credit" feel nothing. */
export const ENGLISH_SERVICE: readonly (readonly [valence: number, words: string])[] = [
  [
    -3,
    'scam scammed scammers scammer ripoff appalling disgraceful shambles livid furious fuming atrocious ' + 'abysmal',
  ],
  [
    -2.2,
    'unacceptable useless pathetic clueless incompetent nightmare ridiculous joke rude misleading ' +
      'overcharged stranded rubbish garbage crap shite bollocks fobbed robbed unbelievable ashamed ' +
      'disgusted fedup infuriating outrageous predatory bullied',
  ],
  [
    -1.6,
    'cancelled canceled cancelling delayed delays delay refused declined denied unfair confusing confused ' +
      'slow crashed crashes crashing broken faulty damaged missing lost stuck stolen outage dropped ignored ' +
      'unanswered unresolved failing fails failed buggy glitchy glitch glitches bug overpriced expensive ' +
      'unhelpful misled excuses excuse fob struggling worried worry worse hopeless sick tired skint evicted ' +
      'hungry crying cried sobbing scared desperate overdrawn bailiffs exhausted knackered rejected',
  ],
  [
    -1,
    'waiting waited hold complaint complain nobody blocked frozen locked expired wrong error errors late ' +
      'nope lag laggy clunky',
  ],
  [
    0,
    'like liked likes please sorry credit interest interested care cares support share shares help pay ' +
      'number fine free reward rewards security secure save saved value join agree agreed party sure yes ok ' +
      'okay dear well no problem problems question play player certain certainly chance matter protect ' +
      'protection trust cut leave leaves pressure demand charge charges debt debts alert allow want natural ' +
      'share limited straight number legal safe commitment hand huge true truth truly really confirm ' +
      'confirmed energy wellness special strong big important interesting certified honest honestly frankly ' +
      'kindly worth better best good_deal good_idea good_time insurance loved_one popular grand god bless ' +
      'easy_way original trusted value_of welcome rich top asset assets profit profits dividend growth gain ' +
      'gains bonus winner solution sell risk risks risky suit sue suing strike steal sentence court fight ' +
      'hang on_hand dumb limited hell weird sharp pay_off emergency war gun drop block low cash hid stop ' +
      'stopped stopping arrest fire fired won jerk active created create fun',
  ],
  [
    1.3,
    'sorted resolved fixed quick quickly helpful easy easier smooth smoothly simple clear clearer works ' +
      'worked patient cheers ta',
  ],
  [
    2,
    'brilliant fab lifesaver legend seamless chuffed delighted impressed impressive reassuring effortless ' +
      'flawless prompt spot_on thankyou thanks thank appreciate appreciated grateful recommend congrats ' +
      'superb smashing fun',
  ],
  [2.8, 'fantastic amazing awesome outstanding excellent wonderful love loved loving incredible perfect best'],
];

/** English feelings that need more than one word. */
export const ENGLISH_FEELINGS: readonly (readonly [valence: number, phrases: readonly PhraseText[]])[] = [
  [
    -2.4,
    [
      '! fed_up|sick_of|sick_and_tired|had_enough|at_my_wits|at_the_end_of_my',
      '! waste|waste_of * time|money|space',
      '! worst * ever|experience|company|airline|service|bank',
      '! never * again|flying|using|buying',
      "! don't|dont|do_not * trust|believe * you|your|them|this",
      '! how_dare|shame_on|what_a_joke|are_you_kidding|a_joke|rip_off|ripped_off|screw_you|sod_off|get_lost',
      "! can't|cannot|cant * afford|cope|sleep|breathe|believe_this|believe_how",
      "! don't|dont * want_to * live|wake_up|be_here|go_on",
    ],
  ],
  [
    -1.7,
    [
      '! still * waiting|wait|nothing|broken|down|missing|hold|no',
      '! no_one|nobody|no_body * answer~|respond~|repl~|help~|care~|call~|told|tells|listen~|knows|picks',
      [
        "! not|isn't|isnt|doesn't|doesnt|won't|wont|can't|cant|never *",
        'work|working|loading|load|fair|good|happy|acceptable|enough|helpful|right|clear',
      ],
      "! didn't|didnt|never|not|haven't|hasn't * receive~|arrive~|get|got|show~|respond~|repl~|answer~|refund~",
      '! on_hold|keep_getting|keeps_getting|keeps_crashing|keep_saying|hung_up|hangs_up|cut_me_off|cut_off',
      '! gave_up|let_down|let_me_down',
      '! # hours|hrs|weeks|months|days * still|hold|wait~|late|delay~|stuck|nothing|no',
      '! # times|attempts|calls * no|nothing|still',
      '! second|third|fourth|fifth|sixth|tenth|umpteenth time|week|month',
      '! where_is|wheres|where_are * refund|money|bag|bags|luggage|parcel|order|payout',
      '! too * long|slow|expensive|much|late|many|high|complicated|often',
      '! why|how * keep|still|always|again|cancel~|so_hard|so_long|so_slow',
      '! fee|fees|charge|charged|interest * again|twice|extra|ridiculous|unfair|late',
      '! my * died|passed_away|passed|funeral|cancer|lost_my_job|got_fired',
      '! lost_my * job|husband|wife|mum|mom|dad|bag|home|son|daughter',
      '! want|need|give|get|speak|talk * human|real_person|actual_person|manager|supervisor',
      '! supposed_to|expected_to|forced_to|made_to|asked_to|told_to * eat|pay|wait|sit|accept|swallow',
      "! still|again * isn't|isnt|aren't|hasn't|hasnt|haven't|not|no|charged|cancelled|wrong",
      "! don't|dont|please_don't|and_don't say|tell|give|start|bother * soon|me|excuse|again",
      '! getting_rid|went_up|gone_up|going_up|put_up|keep_cutting|cutting_our|taken_away|took_away',
      '! closed_down|hit_me_with',
      '! nonsense|bull|bs|cheek|insult|third_class|looting|robbing|cheated|cheating|harassing|harassment',
      '! tension',
      '! nothing|nobody|no_one * works|happens|happened|helps|changes|fixed|fixes|cares|replied|answers',
      '! ever_since|since_then|for_ages|for_weeks|for_months|how_many_times|how_long|how_much_longer',
      '! once_more|yet_again|over_and_over',
      "! didn't|never|wouldn't|refused_to|won't|can't * even|let|listen|help|bother|refund|explain|say|tell",
      '! one_of_those * bots|recordings|machines|robots',
      [
        '! they|you|he|she|agent|staff|manager *',
        'lied|lies|refused|ignored|hung|changed|took|shouted|laughed|cancelled|denied|blocked',
      ],
      '! what|who * am_i_supposed|gives_you_the_right|do_you_think_you_are|the_hell|on_earth|a_mess|nonsense',
      '! zero|no * response|reply|answer|explanation|apology|help|warning|refund|communication|idea|clue',
      '! you_people|your_lot|none_of_you|fat_cat|fat_cats|do_better|get_it_together|sort_it_out|fix_this|fix_it',
    ],
  ],
  [
    2.2,
    [
      '! well_done|good_job|great_job|nice_one|spot_on|hats_off|keep_it_up|keep_up_the|made_my_day',
      '! so_much_better|life_saver',
      'thank|thanks * so_much|a_lot|for_the_help|for_your_help|a_million|ever_so_much',
      "! no_complaints|can't_complain|can't_fault|couldn't_be_happier|couldn't_ask|not_bad|no_problem_at_all",
      'love|loved|loving * the|your|it|this|new',
      'just|only * wanted|want|ringing|calling|writing * say|thank|thanks',
      '! so|very|really|dead exciting|excited|kind|lovely|sweet|good_to_hear|thoughtful',
      'really|so|very|quite|pretty|super happy|pleased|good|nice|helpful|easy|kind|impressed|fast|quick',
      'works * well|perfectly|great|now|better|like_a_charm',
      "i'd|would|will * recommend|come_back|fly_again|use_again",
      'made_it * easy|easier|better',
    ],
  ],
];

export const ENGLISH_DEGREES = {
  stronger:
    'very really so extremely totally completely absolutely utterly incredibly ridiculously bloody damn ' +
    'fucking freaking such insanely deeply terribly awfully hugely super especially particularly most too ' +
    'beyond',
  weaker: 'slightly somewhat bit little kinda kind sort fairly almost barely partly occasionally sometimes',
  contrast: 'but however although though except yet nevertheless',
};
