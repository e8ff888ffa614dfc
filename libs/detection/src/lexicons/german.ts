import type { PhraseText } from '../phrase-index.js';

/** German words of feeling, written for customers of credit, apps, travel and support. `~` stands for any ending. */
export const GERMAN: readonly (readonly [valence: number, words: string])[] = [
  [
    -3,
    'betrug~ betrüg~ abzock~ abzocke katastroph~ skandal~ unverschämt~ widerlich~ ekelhaft~ hass~ hasse ' +
      'verarsch~ scheiße scheiß~ verdammt~ wucher~ kriminell~ entsetzlich~ grauenhaft~ grauenvoll~ ' +
      'abscheulich~ furchtbar~ selbstmord~ demütig~ frechheit~ saftladen drecksladen schweinerei mies ' +
      'mieser miese mieses miesester arschloch~',
  ],
  [
    -2.2,
    'schlecht~ schlimm~ schrecklich~ wertlos~ nutzlos~ sinnlos~ unfähig~ inkompetent~ lächerlich~ ' +
      'enttäusch~ frustrier~ wütend~ sauer verärger~ ärger~ ärgerlich~ nervig~ nervt nerven genervt~ ' +
      'unfreundlich~ respektlos~ unzumutbar~ inakzeptabel~ peinlich~ unseriös~ unfair~ ungerecht~ lüge ' +
      'lügen gelogen getäuscht~ hintergangen alptraum albtraum verzweifel~ hoffnungslos~ traurig~ angst ' +
      'ängst~ panik~ weine weinen geweint depress~ bedroh~ drohung~ schock~ geschockt stress~ gestresst ' +
      'dumm dumme blöd~ idiot~ unmöglich~ schäm~ erbärmlich~ zumutung~ dreist~ einsam~',
  ],
  [
    -1.5,
    'problem~ fehler~ fehlerhaft~ kaputt~ defekt~ langsam~ verspät~ verzöger~ störung~ ausfall~ ' +
      'ausgefallen abgestürzt abstürz~ absturz~ hängt unzufrieden~ müde leider schwierig~ kompliziert~ ' +
      'umständlich~ verwirr~ unklar~ unverständlich~ sorge sorgen besorgt~ teuer teure teurer gebühr~ ' +
      'mahngebühr~ mahnung~ inkasso~ schulden schuld abgelehnt~ ablehn~ gesperrt~ sperre blockier~ ' +
      'verschwunden fehlt fehlen warte warten wartet gewartet warteschleife warteschlange beschwer~ reklam~ ' +
      'beschädig~ verloren verlor vergessen ignorier~ unnötig~ krank~ verstorben gestorben tod tot ' +
      'arbeitslos~ gekündigt scheidung storniert~ annulliert~ umsonst vergeblich~ mangel~ unzuverlässig~ ' +
      'schleppend~ doppelt falsch~ gestohlen geklaut',
  ],
  [0, 'kein_problem keine_sorge gern gerne bitte'],
  [
    1.3,
    'danke dankeschön funktioniert funktionierte klappt geklappt einfach~ leicht schnell~ unkompliziert~ ' +
      'übersichtlich~ verständlich~ klar hilfreich~ geholfen freundlich~ nett nette netter angenehm~ gelöst ' +
      'erledigt günstig~ sicher fair faire ok okay passt schön schöne schönes praktisch~ zuverlässig~ ' +
      'problemlos~ reibungslos~ erleichter~ höflich~ kompetent~ gut gute guter gutes guten',
  ],
  [
    2,
    'zufrieden~ glücklich~ froh freue freut gefreut super toll tolle toller tolles prima klasse spitze ' +
      'lob loben dankbar~ empfehl~ begeister~ beeindruck~ perfekt~ lieb liebe bester beste bestes besser ' +
      'sehr_gut vorbildlich~ großartig~ herzlich~ top glückwunsch~ hervorragend~ vielen_dank ausgezeichnet~',
  ],
  [2.8, 'fantastisch~ wunderbar~ liebe_es genial~ traumhaft~ sensationell~ überragend~ phänomenal~ weltklasse'],
];

export const GERMAN_FEELINGS: readonly (readonly [valence: number, phrases: readonly PhraseText[]])[] = [
  [
    -2.2,
    [
      '! nie|niemals * wieder|mehr',
      '! zeitverschwendung|geldverschwendung|die_nase_voll|reicht_es|reicht_mir|das_letzte|geht_gar_nicht',
      '! eine_unverschämtheit|kann_doch_nicht_sein|darf_nicht_wahr',
      '! kann|halte * nicht_mehr|nicht_leisten|nicht_aus',
      '! will_nicht_mehr|nicht_mehr_leben|am_ende',
    ],
  ],
  [
    -1.6,
    [
      '! funktioniert|klappt|geht|stimmt|hilft|reagiert|antwortet|kommt * nicht|nie|niemand',
      [
        '! nicht|nie|kein|keine|keinen *',
        'funktioniert|antwort|hilfe|rückruf|zufrieden|gut|fair|akzeptabel|erreichbar|angekommen|erhalten',
        '|bekommen',
      ],
      '! niemand * hilft|antwortet|zuständig|weiß|erreichbar|geht',
      '! will|möchte|geben ** menschen|mitarbeiter|vorgesetzten',
      '! zum|das_dritte|das_zweite|schon_wieder|ohne_ein_wort|mühe_sparen|interessiert_sie|interessiert_euch',
      '! seit # tagen|wochen|monaten|stunden|minuten',
      '! # stunden|wochen|monate|tage|mal * warte~|gewartet|ohne|nichts|kein~|immer_noch',
      '! zum dritten|zweiten|vierten|fünften|zehnten|# mal',
      '! warum|wieso * schon_wieder|immer|nicht|noch',
      '! zu teuer|lange|spät|hoch|langsam|kompliziert|wenig',
      '! immer_noch|schon_wieder|noch_immer * nicht|kein~|warte~|nichts|so',
    ],
  ],
  [
    2,
    [
      'vielen|herzlichen|tausend|besten dank',
      '! kein_problem|nicht_schlecht|kann_nicht_klagen|weiter_so|gut_gemacht|daumen_hoch|nichts_auszusetzen',
      'sehr|wirklich|echt|richtig|total gut|nett|freundlich|schnell|zufrieden|hilfreich|schön|froh',
      'gefällt_mir * gut|sehr',
    ],
  ],
];

export const GERMAN_DEGREES = {
  stronger:
    'sehr so wirklich total völlig extrem absolut echt unglaublich richtig wahnsinnig äußerst überaus ' +
    'verdammt besonders',
  weaker: 'etwas bisschen wenig ziemlich recht fast kaum teilweise eher',
  contrast: 'aber jedoch allerdings trotzdem dennoch doch',
};
