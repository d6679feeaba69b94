package coop.artel.desk.frame;

/** A parameter of a request has a value that it may not have, or is none that there is. */
public class BadParameter extends RuntimeException {
  private final String code;
  private final String parameter;

  public BadParameter(String parameter) {
    this("bad-parameter", parameter);
  }

  private BadParameter(String code, String parameter) {
    super("%s: %s".formatted(code, parameter));
    this.code = code;
    this.parameter = parameter;
  }

  static BadParameter unknown(String parameter) {
    return new BadParameter("unknown-parameter", parameter);
  }

  /** Of the problem that tells of it. */
  String code() {
    return code;
  }

  String parameter() {
    return parameter;
  }
}
