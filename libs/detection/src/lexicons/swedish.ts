import type { PhraseText } from '../phrase-index.js';

/** Swedish words of feeling, written for customers of credit, apps, travel and support. `~` stands for any ending. */
export const SWEDISH: readonly (readonly [valence: number, words: string])[] = [
  [
    -3,
    'bedrägeri~ bedrag~ lurendrej~ skandal~ katastrof~ avskyvärd~ vidrig~ hemsk~ fruktansvär~ förbann~ ' +
      'förjävlig~ jävla jävlig~ helvete~ fan satan rövare skojare skojar~ bluff~ hatar hata hatade ' +
      'skitföretag~ ursinnig~ rasande förnedra~ förödmjuk~ självmord~ vedervärdig~ skamlig~ usel uselt usla ' +
      'uslaste',
  ],
  [
    -2.2,
    'värdelös~ dålig~ sämst~ sämre skit~ löjlig~ oacceptabel~ oanständig~ idiot~ korkad~ pinsam~ besviken ' +
      'besvikna besvikelse~ arg argt arga förbannad frustrer~ irriter~ upprörd~ oförskäm~ otrevlig~ ' +
      'nonchalan~ respektlös~ oseriös~ oduglig~ inkompetent~ lura~ lurad lurade lurat orättvis~ orimlig~ ' +
      'ocker~ kränk~ svik~ sviken mardröm~ hopplös~ förtvivl~ desperat~ ledsen ledsna gråt~ gråter panik~ ' +
      'ångest~ deprim~ rädd rädda chockad~ chock~ stressad~ stress~ hot hotar hotad~ tragisk~ skäms skäm~ ' +
      'förstör~ tröttsam~ urusel~ urdålig~ skamligt ensam ensamt',
  ],
  [
    -1.5,
    'problem~ fel felaktig~ felet strul~ krångl~ trasig~ krasch~ krånglig~ långsam~ seg segt sega försen~ ' +
      'dröj~ strular missnöjd~ trött trötta tråkig~ synd tyvärr jobbig~ svår svårt svåra förvirr~ otydlig~ ' +
      'obegriplig~ orolig~ oro oroar dyr dyrt dyra dyrare avgift~ påminnelseavgift~ förseningsavgift~ ' +
      'inkasso~ kronofogd~ skuld skulder skulden betalningsanmärkning~ nekad~ nekade nekas avslag~ avvis~ ' +
      'spärra~ blockera~ låst försvun~ försvann saknas saknar väntat väntar vänta kö köa köade avbrott~ ' +
      'störning~ avbruten inställ~ inställt klaga~ klagomål~ reklam~ skada~ skadad förlora~ tappat tappar ' +
      'glömt glömde ignorera~ struntar strunt onödig~ omöjlig~ sjuk sjukt sjuka dog död döda gick_bort ' +
      'arbetslös~ uppsagd skilsmässa svek nej krånglar bugg~ laggar oärlig~ misslyck~ läckt läcka stulen ' +
      'stulet stöld',
  ],
  [0, 'tackar_nej hälsning~ trevlig_dag'],
  [
    1.3,
    'tack tackar fungerar funkar funkade fungerade smidig~ enkel enkelt enkla lätt snabb snabbt snabba ' +
      'tydlig~ klar klart bra okej skön skönt hjälpsam~ hjälpte vänlig~ rolig~ kul trevlig~ fin fint fina ' +
      'lugn~ löste löst ordnade fixade prisvärd~ billig~ äntligen trygg~ säker säkert rimlig~ rättvis~ gott ' +
      'behaglig~ lättnad~ hoppas generös~ praktisk~ användbar~',
  ],
  [
    2,
    'nöjd nöjda glad glada gladare jättebra toppen kanon kanonbra grymt grym suverän~ utmärkt~ perfekt~ ' +
      'proffsig~ imponera~ uppskatta~ tacksam~ rekommendera~ gillar gilla gillade älskvärd~ duktig~ bäst ' +
      'bästa bättre superbra strålande jättenöjd~ jätteglad~ jättefin~ jättesmidig~ härlig~ underbar~ ' +
      'mysig~ grattis lysande utomordentlig~ skickl~',
  ],
  [
    2.8,
    'älskar älska älskade fantastisk~ underbart enastående otrolig~ makalös~ magisk~ förträfflig~ ' +
      'världsklass superglad~',
  ],
];

export const SWEDISH_FEELINGS: readonly (readonly [valence: number, phrases: readonly PhraseText[]])[] = [
  [
    -2.2,
    [
      '! aldrig * mer|igen|er|hos',
      '! slöseri|bortkastad * tid|pengar|tiden',
      '! fått_nog|trött_på|less_på|nog_nu|inte_klokt|på_riktigt|vad_i_helvete|skärp_er|går_inte_an',
      '! under_all_kritik',
      '! orkar|står|klarar|pallar inte',
      '! har_inte_råd|inte_råd|vill_inte_leva|vill_inte_mer|lika_bra_att_jag',
    ],
  ],
  [
    -1.6,
    [
      '! fungerar|funkar|går|stämmer|hjälper|svarar|duger|räcker * inte|ej|aldrig',
      '! inte|aldrig|ingen * fungera~|funka~|svarar|svar|svarat|fått|hjälp|kommit|nöjd|bra|okej|rimligt|rätt',
      '! # timmar|veckor|månader|dagar|gånger|minuter * kö|telefon~|utan|vänta~|inget|ingen',
      '! vill|måste|får|kan * prata|tala * människa|chef|riktig',
      '! betalat|betalar * full|för * som|utan|inte',
      '! igen|ännu_en_gång|fortfarande|hela_tiden|gång_på_gång|som_vanligt|bryr_sig_inte|bryr_er_inte',
      '! ingen_bryr',
      '! tredje|fjärde|femte|andra|tionde gången|veckan|månaden',
      '! varför * igen|alltid|aldrig|fortfarande|inte',
      '! för * dyr|dyrt|lång|länge|sen|sent|dåligt|svårt|mycket|hög|höga',
      '! jag|vi väntar|väntat * fortfarande|länge|sedan|i',
      '! gick_bort|gått_bort|min_man_dog|förlorade_jobbet|förlorat_jobbet|blev_av_med',
    ],
  ],
  [
    2,
    [
      'tack|stort_tack * så_mycket|för_hjälpen|för_all|allihop|snälla',
      '! inga_problem|inte_dåligt|inte_illa|kan_inte_klaga|bra_jobbat|heja_er|tummen_upp|helt_okej',
      'så|väldigt|riktigt|jätte|verkligen bra|glad|nöjd|fint|roligt|skönt|smidigt|snabbt|hjälpsam',
    ],
  ],
];

export const SWEDISH_DEGREES = {
  stronger:
    'väldigt mycket så helt jätte otroligt extremt riktigt verkligen totalt fruktansvärt sjukt jävligt ' +
    'alldeles fullständigt',
  weaker: 'lite något ganska rätt nästan knappt aningen',
  contrast: 'men dock däremot fast ändå',
};
