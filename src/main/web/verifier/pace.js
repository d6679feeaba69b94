// A large export takes seconds: the page is let draw and answer in between.
const TURN = 40;

export class Pace {
  /** @param tell is given the share that is done, from 0 to 1 */
  constructor(whole, tell) {
    this.whole = Math.max(whole, 1);
    this.tell = tell;
    this.done = 0;
    this.rested = performance.now();
  }

  async spend(amount) {
    this.done += amount;
    if (performance.now() - this.rested > TURN) {
      this.tell(Math.min(this.done / this.whole, 1));
      await new Promise((again) => setTimeout(again));
      this.rested = performance.now();
    }
  }
}
