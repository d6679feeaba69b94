package coop.artel.desk.frame;

/** A request names a parameter that there is not. */
class UnknownParameter extends RuntimeException {
  private final String parameter;

  UnknownParameter(String parameter) {
    super("There is no parameter %s".formatted(parameter));
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }
}
