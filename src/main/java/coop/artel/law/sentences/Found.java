package coop.artel.law.sentences;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A condition's answer in working memory, with what it leads to if it does not hold. */
public final class Found {
  private final String rule;
  private final Answer answer;
  private final String otherwise;
  private final @Nullable String code;

  Found(String rule, Answer answer, String otherwise, @Nullable String code) {
    this.rule = rule;
    this.answer = answer;
    this.otherwise = otherwise;
    this.code = code;
  }

  public String getRule() {
    return rule;
  }

  public Answer getAnswer() {
    return answer;
  }

  public boolean isHeld() {
    return answer.state() == Answer.State.HELD;
  }

  /** Failed on grounds that decide. */
  public boolean isRefuses() {
    return failed() && answer.decides() && otherwise.equals("refused");
  }

  /** A fact is not known, or what the condition asks for is not there. */
  public boolean isLacks() {
    return factUnknown() || (failed() && answer.decides() && otherwise.equals("missing"));
  }

  /** It rests on a norm that may not decide, or the rule leaves its failure to a human. */
  public boolean isDoubtful() {
    return !factUnknown() && (!answer.decides() || (failed() && otherwise.equals("human")));
  }

  public boolean isOpen() {
    return isRefuses() || isLacks() || isDoubtful();
  }

  /** The code of what is missing. */
  public String missing() {
    if (code != null) {
      return code;
    }
    var fact = answer.fact();
    return fact == null ? rule : fact.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private boolean failed() {
    return answer.state() == Answer.State.FAILED;
  }

  private boolean factUnknown() {
    var norm = answer.norm();
    return answer.state() == Answer.State.UNKNOWN
        && (norm == null || !norm.standing().equals(NormValue.ABSENT));
  }
}
