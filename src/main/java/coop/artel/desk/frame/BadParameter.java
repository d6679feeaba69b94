package coop.artel.desk.frame;

/** A parameter of a request is not one of the values that it may have. */
public class BadParameter extends RuntimeException {
  private final String parameter;

  public BadParameter(String parameter) {
    super("Parameter %s has a value that it may not have".formatted(parameter));
    this.parameter = parameter;
  }

  String parameter() {
    return parameter;
  }
}
