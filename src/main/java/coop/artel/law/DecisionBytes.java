package coop.artel.law;

import coop.artel.values.CanonicalJson;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * The bytes that a decision's digest is of, put together of findings that are written already: the
 * same as {@link Decision#canonical}, members in their order.
 */
final class DecisionBytes {
  private byte[] bytes = new byte[8192];
  private int length;

  private DecisionBytes() {}

  static byte[] of(Decision decision, QuestionMemory memory) {
    var out = new DecisionBytes();
    var basis = decision.basis();
    out.ascii("{");
    if (!basis.charters().isEmpty()) {
      out.ascii("\"charters\":").list(basis.charters(), out::charter).ascii(",");
    }
    out.ascii("\"cooperative\":").text(decision.cooperative().toString());
    out.ascii(",\"demonstration\":").ascii(String.valueOf(decision.demonstration()));
    out.ascii(",\"edition\":").text(decision.edition());
    out.ascii(",\"findings\":")
        .list(decision.findings(), finding -> out.add(memory.bytes(finding)));
    out.ascii(",\"missing\":").list(decision.missing(), out::text);
    out.ascii(",\"outcome\":").text(decision.outcome().id());
    out.ascii(",\"question\":").text(decision.question());
    out.ascii(",\"reasons\":").list(decision.reasons(), out::text);
    out.ascii(",\"referenceDate\":").text(decision.referenceDate().toString());
    if (!basis.verifications().isEmpty()) {
      out.ascii(",\"verifications\":").list(basis.verifications(), out::verified);
    }
    out.ascii("}");
    return Arrays.copyOf(out.bytes, out.length);
  }

  private void charter(Basis.CharterEdition charter) {
    ascii("{\"digest\":").text(charter.digest());
    ascii(",\"since\":").text(charter.since().toString());
    ascii("}");
  }

  private void verified(Basis.Verified verified) {
    ascii("{\"demonstration\":").ascii(String.valueOf(verified.demonstration()));
    ascii(",\"digest\":").text(verified.digest());
    ascii(",\"figure\":").text(verified.figure());
    ascii("}");
  }

  private <T> DecisionBytes list(List<T> items, Consumer<T> write) {
    ascii("[");
    for (int i = 0; i < items.size(); i++) {
      if (i > 0) {
        ascii(",");
      }
      write.accept(items.get(i));
    }
    return ascii("]");
  }

  private void text(String text) {
    if (isPlain(text)) {
      ascii("\"").ascii(text).ascii("\"");
    } else {
      add(CanonicalJson.text(text));
    }
  }

  /** Stands in canonical JSON as it is. */
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x20 || c > 0x7e || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private DecisionBytes ascii(String text) {
    int more = text.length();
    room(more);
    for (int i = 0; i < more; i++) {
      bytes[length + i] = (byte) text.charAt(i);
    }
    length += more;
    return this;
  }

  private void add(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void room(int more) {
    if (length + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
    }
  }
}
