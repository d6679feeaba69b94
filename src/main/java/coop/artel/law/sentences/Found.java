package coop.artel.law.sentences;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A condition's answer in working memory, with what it leads to if it does not hold. */
public final class Found {
  private final String rule;
  private final Answer answer;
  private final String otherwise;
  private final @Nullable String code;
  private final @Nullable Judged judged;
  private final boolean applies;

  Found(String rule, Answer answer, String otherwise, @Nullable String code) {
    this(rule, answer, otherwise, code, null, true);
  }

  private Found(
      String rule,
      Answer answer,
      String otherwise,
      @Nullable String code,
      @Nullable Judged judged,
      boolean applies) {
    this.rule = rule;
    this.answer = answer;
    this.otherwise = otherwise;
    this.code = code;
    this.judged = judged;
    this.applies = applies;
  }

  /** The same of a condition that the law asks of other legal forms: it stands in no way. */
  Found asOfAnotherForm() {
    return new Found(rule, answer, otherwise, code, null, false);
  }

  /** The same with a person's answer to what the law leaves open; where it does not, as it was. */
  Found judged(Judged by) {
    return isDoubtful() ? new Found(rule, answer, otherwise, code, by, true) : this;
  }

  public String getRule() {
    return rule;
  }

  public Answer getAnswer() {
    return answer;
  }

  /** What it comes to, with a person's answer where there is one. */
  public boolean isHeld() {
    return !applies || state() == Answer.State.HELD;
  }

  /** What the law itself found. */
  public boolean isMet() {
    return answer.state() == Answer.State.HELD;
  }

  /** The digest of the judgement that answered where the law did not. */
  public @Nullable String getJudgement() {
    return judged == null ? null : judged.digest();
  }

  /** What that judgement was. */
  public @Nullable Boolean getAllowed() {
    return judged == null ? null : judged.allowed();
  }

  /** Failed on grounds that decide, or because a person did not allow it. */
  public boolean isRefuses() {
    return applies && (disallowed() || (failed() && decides() && otherwise.equals("refused")));
  }

  /** A fact is not known, or what the condition asks for is not there. */
  public boolean isLacks() {
    return applies
        && (factUnknown()
            || (failed() && decides() && !disallowed() && otherwise.equals("missing")));
  }

  /** It rests on a norm that may not decide, or the rule leaves its failure to a human. */
  public boolean isDoubtful() {
    return applies
        && judged == null
        && !factUnknown()
        && (!answer.decides() || (failed() && otherwise.equals("human")));
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

  private Answer.State state() {
    if (judged == null) {
      return answer.state();
    }
    if (!judged.allowed()) {
      return Answer.State.FAILED;
    }
    return otherwise.equals("human") ? Answer.State.HELD : answer.allowed();
  }

  private boolean decides() {
    return judged != null || answer.decides();
  }

  private boolean disallowed() {
    return judged != null && !judged.allowed();
  }

  private boolean failed() {
    return state() == Answer.State.FAILED;
  }

  private boolean factUnknown() {
    var norm = answer.norm();
    return answer.state() == Answer.State.UNKNOWN
        && (norm == null || !norm.standing().equals(NormValue.ABSENT));
  }
}
