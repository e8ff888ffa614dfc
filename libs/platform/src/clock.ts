/** The one source of "now", so that a test can set it. */
export class Clock {
  constructor(private readonly read: () => number = Date.now) {}

  now(): Date {
    return new Date(this.read());
  }

  /** The instant `seconds` from now. */
  in(seconds: number): Date {
    return new Date(this.read() + seconds * 1000);
  }
}

export const systemClock = new Clock();
