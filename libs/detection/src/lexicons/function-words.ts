/**
 * The small words that give a language away, per BCP 47 tag. A word that two languages share counts for both,
 * so each list also holds words that only its own language has.
 */
export const FUNCTION_WORDS: Readonly<Record<string, string>> = {
  en:
    "the and of to is you that it he was for on are with as his they at this from i i'm i've it's don't " +
    "can't that's you're what's have or had by but not what were we when your said there use each which " +
    'she do how their will if would could up other about out many then them these so some her make like ' +
    'him into has look more my than been who its now did get come may just because any please thanks ' +
    "thank hello why where much an im ive dont cant thats you'd i'd we're doesn't me no yes can am be in " +
    'a our us am too very still never yeah ok hi sorry good need want help why when got ' +
    'what who where how here going know think look right really oh hey wow guys sure thing something nothing ' +
    "gonna wanna let's isn't didn't wasn't he's she's we've you've they're won't great love awesome",
  sv:
    'och det att i en jag hon som han på den med var sig för så till är men ett om hade de av icke mig du ' +
    'henne då sin nu har inte hans honom skulle hennes där min man ej vid kunde något från ut när efter ' +
    'upp vi dem vara vad över än dig kan sina här ha mot alla under någon eller allt mycket sedan ju ' +
    'denna själv detta åt utan varit hur ingen mitt ni bli blev oss din dessa några deras blir mina samma ' +
    'vilken er sådan vår blivit dess inom mellan sådant varför varje vilka ditt vem vilket hej tack bra ' +
    'också får måste vill ska gör igen bara mina hos era går vet aldrig alltid idag dags',
  de:
    'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden ' +
    'aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur ' +
    'oder aber vor zur bis mehr durch man sein wurde sei ich mir mich mein meine meinen meiner wir uns ' +
    'unser ihr ihre ihnen du dir dich kein keine bitte danke hallo ja nein warum wann wo was wer kann ' +
    'können muss müssen soll habe hatte bin schon immer wieder jetzt heute sehr gut guten tag gibt geht ' +
    'mal doch denn weil wenn dann dort hier alles nichts etwas diese dieser dieses möchte würde seit',
  da:
    'og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min ' +
    'havde ham hun nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil ' +
    'blev kunne ind når være dog noget hende jo deres efter ned skulle denne end dette mit også under ' +
    'have dig anden hende mine alt meget sit sine vor mod disse hvis din nogle hos blive mange ad bliver ' +
    'hendes været jer sådan hvorfor tak hej kun igen mangler jeres aldrig',
  no:
    'og i jeg det at en et den til er som på de med han av ikke der så var meg seg men ett har om vi min ' +
    'mitt ha hadde hun nå over da ved fra du ut sin dem oss opp man kan hans hvor eller hva skal selv ' +
    'sjøl her alle vil bli ble blitt kunne inn når være kom noen noe ville dere deres kun ja etter ned ' +
    'skulle denne for deg si sine mot å meget hvorfor dette disse uten hvordan ingen din ditt blir samme ' +
    'hvilken hvilke sånn inni mellom vår hver hvem hvis både bare enn fordi før mange også slik vært ' +
    'begge siden hei takk mye gjør får må hjelp',
  fi:
    'ja on ei se että oli hän mutta minä sinä me te he ovat olen olet olemme tämä joka jos kun niin mitä ' +
    'miksi missä kuka mikä minun sinun hänen meidän teidän heidän mukaan myös vain kuin nyt jo vielä hyvä ' +
    'kiitos hei moi ole voi voin voitko saa pitää tai sekä eikä olisi ollut minulla sinulla tätä sitä ' +
    'siitä tästä aina koskaan paljon kanssa asia mulla mun',
  fr:
    'le la les de des du un une et est en que qui dans pour pas sur ne se ce il elle je tu nous vous ils ' +
    'elles au aux avec par mais ou où donc sont été était ai as avons avez ont être avoir mon ma mes ton ' +
    "votre vos notre leur cette ces son sa ses c'est j'ai n'est qu'il d'un d'une l'on plus très bien " +
    'merci bonjour oui non pourquoi quand comment quoi tout fait faire peut peux veux toujours jamais ' +
    'encore aussi sans depuis chez même',
  es:
    'el la los las de del un una y es en que no se por con para su al lo como más pero sus le ya o este ' +
    'sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante ' +
    'todos uno les ni contra otros ese eso ante ellos esto mí antes algunos qué unos yo otro otras él ' +
    'tanto esa estos mucho quienes nada muchos cual poco ella estar estas estoy está están mi mis tu tus ' +
    'usted ustedes gracias hola cómo puedo quiero tengo tiene hace nunca siempre',
  nl:
    'de en van ik te dat die in een hij het niet zijn is was op aan met als voor had er maar om hem dan ' +
    'zou of wat mijn men dit zo door over ze zich bij ook tot je mij uit der daar haar naar heb hoe heeft ' +
    'hebben deze u want nog zal me zij nu ge geen omdat iets worden toch al waren veel meer doen toen ' +
    'moet ben zonder kan hun dus alles onder ja eens hier wie werd altijd doch wordt wezen kunnen ons ' +
    'zelf tegen na reeds wil kon niets uw iemand geweest andere jullie waarom bedankt hallo',
};

/** Letters that only some of the languages write. */
export const TELLING_LETTERS: Readonly<Record<string, readonly string[]>> = {
  å: ['sv', 'da', 'no'],
  ä: ['sv', 'de', 'fi'],
  ö: ['sv', 'de', 'fi'],
  ø: ['da', 'no'],
  æ: ['da', 'no'],
  ü: ['de'],
  ß: ['de'],
  ñ: ['es'],
  '¿': ['es'],
  ç: ['fr'],
  é: ['fr', 'es'],
  è: ['fr'],
  ê: ['fr'],
  à: ['fr'],
  ù: ['fr'],
  í: ['es'],
  ó: ['es'],
  á: ['es'],
  ú: ['es'],
};
