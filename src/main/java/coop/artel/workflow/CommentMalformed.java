package coop.artel.workflow;

import coop.artel.values.Refusal;

/** A remark says nothing, says too much, or holds what is no text. */
public class CommentMalformed extends Refusal {
  CommentMalformed(int longest) {
    super(
        Kind.INVALID,
        "comment-malformed",
        "A remark has 1 to %d characters and no control characters",
        longest);
  }
}
