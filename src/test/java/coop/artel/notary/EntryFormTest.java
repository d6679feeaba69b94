package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import coop.artel.values.CanonicalJson;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Entries that somebody has made up to hurt whoever reads them. */
class EntryFormTest {
  private static final String HASH = "ab".repeat(32);

  @Test
  void a_kind_of_many_parts_is_read_in_one_go() throws Wrong {
    var kind = "a" + "-a".repeat(30_000);

    assertThat(EntryForm.read("e", entry(kind)).text("kind")).isEqualTo(kind);
  }

  @Test
  void a_kind_that_ends_in_the_middle_is_none() {
    for (String kind : new String[] {"", "-", "a-", "a--a", "A", "a" + "-a".repeat(30_000) + "-"}) {
      assertThatExceptionOfType(Wrong.class)
          .as(kind.length() > 9 ? "long" : kind)
          .isThrownBy(() -> EntryForm.read("e", entry(kind)));
    }
  }

  private static byte[] entry(String kind) {
    return CanonicalJson.write(
        Map.of(
            "v",
            1,
            "kind",
            kind,
            "case",
            HASH,
            "n",
            1,
            "prev",
            HASH,
            "at",
            "2026-03-01T10:00Z",
            "commitment",
            HASH));
  }
}
