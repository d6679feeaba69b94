package coop.artel.workflow;

/** A refusal that only its module can make, for tests of others. */
public final class CommentMalformedSample {
  private CommentMalformedSample() {}

  public static CommentMalformed refusal() {
    return new CommentMalformed(Comments.LONGEST);
  }
}
