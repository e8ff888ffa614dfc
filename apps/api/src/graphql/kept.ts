/** The last so many values that were asked for, by key. */
export class Kept<Value> {
  private readonly values = new Map<string, Value>();

  constructor(private readonly most: number) {}

  get(key: string): Value | undefined {
    const value = this.values.get(key);
    if (value !== undefined) {
      this.values.delete(key);
      this.values.set(key, value);
    }
    return value;
  }

  set(key: string, value: Value): void {
    this.values.delete(key);
    const [oldest] = this.values.keys();
    if (this.values.size >= this.most) this.values.delete(oldest!); // it is not empty
    this.values.set(key, value);
  }
}
