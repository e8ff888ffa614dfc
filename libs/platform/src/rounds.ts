/** Work that is done again and again, after a pause or as soon as somebody calls for it, until it is stopped. */
export class Rounds {
  private stopped = false;
  private running: Promise<void> = Promise.resolve();
  private endPause = (): void => {};

  /** @param work one round; it never fails, as nobody hears it @param pauseSeconds between the end of one and the next */
  constructor(
    private readonly work: () => Promise<void>,
    private readonly pauseSeconds: number,
  ) {}

  /** Whether the round under way is the last one. */
  get isStopping(): boolean {
    return this.stopped;
  }

  start(): void {
    this.running = this.run();
  }

  /** Ends the pause, if there is one. */
  callNow(): void {
    this.endPause();
  }

  /** Begins no further round, and resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.endPause();
    await this.running;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.work();
      if (!this.stopped) await this.pause();
    }
  }

  private async pause(): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve) => {
      this.endPause = resolve;
      timer = setTimeout(resolve, this.pauseSeconds * 1000);
    });
    clearTimeout(timer);
  }
}
