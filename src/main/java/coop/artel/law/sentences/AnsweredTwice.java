package coop.artel.law.sentences;

/** Rules gave a matter two answers: which stands would hang on their order. */
public final class AnsweredTwice extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private final String first;
  private final String second;

  AnsweredTwice(String first, String second) {
    super("The rules answer both %s and %s".formatted(first, second));
    this.first = first;
    this.second = second;
  }

  public String first() {
    return first;
  }

  public String second() {
    return second;
  }
}
