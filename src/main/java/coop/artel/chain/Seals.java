package coop.artel.chain;

/**
 * How many of those who may seal a block have done so.
 *
 * @param counted each validator once
 */
public record Seals(int counted, int validators) {
  /** Two thirds, rounded up: fewer and two different blocks of one number could have as many. */
  public int needed() {
    return (2 * validators + 2) / 3;
  }

  public boolean enough() {
    return validators > 0 && counted >= needed();
  }
}
