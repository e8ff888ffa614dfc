import { FAMILY_NAMES } from '../lexicons/family-names.js';
import { GIVEN_NAMES } from '../lexicons/given-names.js';
import type { PersonalData } from './kinds.js';

/** A word as it is written, and where. */
interface WrittenWord {
  written: string;
  lower: string;
  start: number;
  end: number;
  capital: boolean;
  /** Only spaces stand between the word before and this one. */
  joined: boolean;
  /** Ends in 's, so that what follows is another thing. */
  owns: boolean;
}

const WORD = /\p{L}[\p{L}\p{M}]{0,40}(?:['’-]\p{L}[\p{L}\p{M}]{0,40}){0,3}/gu;
const TITLES = new Set(
  'mr mrs ms miss mister dr doctor prof professor herr frau fru fröken monsieur madame señor señora'.split(' '),
);
const PARTICLES = new Set('van von der den de del della di da du la le af zu bin al ten ter y'.split(' '));
/** Written with a capital at the start of a sentence, or everywhere, and nobody's name. */
const NO_NAMES = new Set(
  (
    'i the a an and or but if it he she they we you his her my your our their this that these those is are was were do does ' +
    'did can could will would should may what who why when where how which there here please thanks thank hello hi hey dear ' +
    'yes no not so as at by for from in of on to with about after before because just let also then than bank street road ' +
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september ' +
    'october november december english swedish german chinese french sir madam ok okay calling speaking afraid sorry sure ' +
    'from not here very really still trying asking looking going ringing jag du han hon vi ni de det den hej tack och eller ' +
    'men inte ich du er sie wir ihr das die der und oder aber nicht bitte danke hallo name called one everyone'
  ).split(' '),
);
/** What comes right before a name, one or more words; of the last word only names follow, in whatever case. */
const INTRODUCTIONS =
  /(?:\bmy (?:full |first |last |maiden |real )?name(?:'s| is)|\b(?:her|his|maiden|the|their) (?:maiden )?name is|\bcall me|\bcalls me|people call me|\bi(?:'m| am) called|\bname on the (?:account|card) is|\bname:|\bjag heter|\bmitt namn är|\bhon heter|\bhan heter|\bich heiße|\bmein name ist|\bsie heißt|\ber heißt|\bje m'appelle|\bme llamo|\bmijn naam is|\bjeg heter|\bjeg hedder|\bnimeni on)\s{1,8}$/iu;
const INTRODUCTION_LENGTH = 40;
const CHINESE_SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文';
const CHINESE_INTRODUCED = new RegExp(
  `(?:我叫|名叫|姓名[是：:]|名字[是叫]|我是)([${CHINESE_SURNAMES}][\\u4e00-\\u9fff]{1,2})(?![\\u4e00-\\u9fff])`,
  'gu',
);
const CHINESE_TITLED = new RegExp(`([${CHINESE_SURNAMES}])(?:先生|女士|小姐|太太|经理|老师|医生)`, 'gu');
const MOST_NAME_WORDS = 5;

let given: ReadonlySet<string> | undefined;
let family: ReadonlySet<string> | undefined;

/** The names of people in a folded text: after words that introduce one, after titles, and by common given names. */
export function namesIn(text: string): PersonalData[] {
  const words = wordsOf(text);
  const found = /[\u4e00-\u9fff]/.test(text) ? chineseNames(text) : [];
  for (let at = 0; at < words.length; at += 1) {
    const end = nameAt(text, words, at);
    if (end === at) continue;
    const [first, last] = [words[at]!, words[end - 1]!]; // a name has words
    found.push(person(text, first.start, last.end));
    at = end - 1;
  }
  return found;
}

function person(text: string, start: number, end: number): PersonalData {
  return { kind: 'PERSON', value: text.slice(start, end).toLowerCase(), start, end };
}

function chineseNames(text: string): PersonalData[] {
  return [CHINESE_INTRODUCED, CHINESE_TITLED].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => {
      const name = match[1] ?? '';
      const start = match.index + match[0].indexOf(name);
      return person(text, start, start + name.length);
    }),
  );
}

function wordsOf(text: string): WrittenWord[] {
  let before = 0;
  return [...text.matchAll(WORD)].map((match) => {
    const written = match[0].replace(/['’]s$/i, '');
    const start = match.index;
    const joined = isJoined(text.slice(before, start), text.slice(Math.max(0, before - 4), before));
    before = start + match[0].length;
    const lower = written.toLowerCase();
    return {
      written,
      lower,
      start,
      end: start + written.length,
      capital: lower.charCodeAt(0) !== written.charCodeAt(0),
      joined,
      owns: written.length < match[0].length,
    };
  });
}

/** A dot between two words belongs to a title or an initial, or it ends a sentence. */
function isJoined(between: string, before: string): boolean {
  return (
    /^ {1,2}$/.test(between) || (/^\. ?$/.test(between) && /(?:^|[^\p{L}])(?:\p{Lu}|mr|mrs|ms|dr|prof)$/iu.test(before))
  );
}

/** Where the name ends that begins at this word; the word itself when none does. */
function nameAt(text: string, words: readonly WrittenWord[], at: number): number {
  given ??= new Set(GIVEN_NAMES.flatMap((line) => line.split(' ')));
  family ??= new Set(FAMILY_NAMES.flatMap((line) => line.split(' ')));
  const word = words[at]!; // callers stay inside
  if (NO_NAMES.has(word.lower)) return at;
  const before = at > 0 && word.joined ? words[at - 1]! : undefined; // at is over 0
  const titled = before !== undefined && TITLES.has(before.lower);
  const introduced = INTRODUCTIONS.test(text.slice(Math.max(0, word.start - INTRODUCTION_LENGTH), word.start));
  const isGiven = given.has(word.lower) && (word.capital || word.lower.length > 4);
  const isFamily = word.capital && family.has(word.lower);
  if (!titled && !introduced && !isGiven && !(isFamily && !startsSentence(text, word))) return at;
  if (!introduced && !titled && !word.capital && !isGiven) return at;
  return endOfName(words, at, introduced || titled || word.capital);
}

/** Further words of a name: capitals, particles between them, and in lower-case texts names that are known. */
function endOfName(words: readonly WrittenWord[], at: number, sure: boolean): number {
  let end = at + 1;
  const capitals = words[at]!.capital; // callers stay inside
  for (let next = end; next < words.length && next - at < MOST_NAME_WORDS; next += 1) {
    const word = words[next]!; // below the length
    if (!word.joined || (words[next - 1]?.owns ?? false)) break;
    if (PARTICLES.has(word.lower)) continue;
    if (NO_NAMES.has(word.lower)) break;
    const known = given?.has(word.lower) === true || family?.has(word.lower) === true;
    if (capitals ? !word.capital : !(sure && known) && !known) break;
    end = next + 1;
  }
  return end;
}

function startsSentence(text: string, { start }: WrittenWord): boolean {
  return /(?:^|[.!?\n>:"]\s{0,4})$/.test(text.slice(Math.max(0, start - 5), start));
}
