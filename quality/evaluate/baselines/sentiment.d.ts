declare module 'sentiment' {
  /** AFINN-165 and its emoji, with negation. */
  export default class Sentiment {
    analyze(text: string): { score: number; comparative: number };
  }
}
