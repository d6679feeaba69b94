package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.chain.Anchor;
import coop.artel.chain.AnchorReader.Held;
import coop.artel.chain.ChainUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A log of a full tile and a part of the next, and what somebody with all rights does to it. */
class LogVerifierTest {
  private static final int[] BATCHES = {200, 60, 10, 1, 20};
  private static final int SIZE = 291;

  private final House house = new House();
  private final JdbcClient superuser = JdbcClient.create(house.databases.superuser());

  LogVerifierTest() {
    for (int batch : BATCHES) {
      house.append(
          "vote",
          Collections.nCopies(batch, Happening.of(RecordKind.BALLOT)).toArray(Happening[]::new));
      house.sequencer.sequenceNow();
      if (batch != 20) {
        house.anchorer.anchorNow();
      }
    }
  }

  @Test
  void a_whole_log_holds() {
    var verdict = verify();

    assertThat(verdict.lines()).allMatch(Verifier.Line::holds);
    assertThat(verdict.lines())
        .filteredOn(line -> line.number() > 0)
        .extracting(line -> line.number() + " " + line.key())
        .containsExactly(
            "1 check.log-checkpoint",
            "2 check.log-signature",
            "3 check.log-entries",
            "4 check.log-tiles",
            "5 check.log-history",
            "6 check.log-root",
            "7 check.log-anchors");
    assertThat(said(verdict))
        .endsWith(
            "told.log-history [4]",
            "told.log-anchors [4, 271, 4]",
            "told.log-unanchored [20]",
            "told.log [%s, 291]".formatted(house.keys.log().origin()));
    assertThat(verdict.result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(verdict.anchoring()).isEqualTo(Verifier.Anchoring.UNSEALED);
  }

  @Test
  void without_a_policy_the_signer_is_unknown_and_without_a_chain_no_anchor_is_compared() {
    var verdict = verify(null, null);

    assertThat(verdict.result()).isEqualTo(Verifier.Result.SIGNER_UNKNOWN);
    assertThat(said(verdict)).contains("told.log-no-rpc []", "signer-unknown []");
    assertThat(verdict.anchoring()).isEqualTo(Verifier.Anchoring.NONE);
  }

  @Test
  void an_edited_entry_is_named() {
    edit(280);
    assertThat(wrong()).isEqualTo("3 wrong.log-entry [280, tile/0/001.p/35]");
    edit(7);
    assertThat(wrong()).isEqualTo("3 wrong.log-entry [7, tile/0/000]");
  }

  @Test
  void a_deleted_entry_is_named() {
    for (int index : new int[] {290, 270, 256, 255, 100, 0}) {
      run("delete from notary.entries where idx = " + index);
      assertThat(wrong()).isEqualTo("3 wrong.log-entry-absent [%d]".formatted(index));
    }
  }

  @Test
  void two_entries_that_changed_places_are_named() {
    swap(3, 9, false);
    assertThat(wrong()).isEqualTo("3 wrong.log-entry [3, tile/0/000]");
    swap(3, 9, false);
    assertThat(verify().result()).isEqualTo(Verifier.Result.GOOD);

    swap(3, 9, true);
    assertThat(wrong()).isEqualTo("3 wrong.log-entry [3, tile/0/000]");
    swap(3, 9, true);

    // In the part of a tile that is computed from the entries themselves.
    swap(275, 288, true);
    assertThat(wrong()).isEqualTo("6 wrong.log-entries-swapped [275, 288]");
    swap(275, 288, true);

    // Over more than one checkpoint.
    swap(262, 280, true);
    assertThat(wrong()).isEqualTo("5 wrong.log-entries-changed [260, 269]");
  }

  @Test
  void an_entry_that_was_replaced_with_its_hashes_is_narrowed_down_by_earlier_checkpoints() {
    replace(270);
    assertThat(wrong()).isEqualTo("5 wrong.log-entry-changed [270]");
  }

  @Test
  void a_full_tile_that_was_rewritten_too_does_not_give_the_checkpoints() {
    replace(100);
    byte[] leaf = leaf(100);
    superuser
        .sql(
            "update notary.tiles set hashes = overlay(hashes placing ? from 3201) where level = 0"
                + " and idx = 0")
        .param(leaf)
        .update();
    assertThat(wrong()).isEqualTo("5 wrong.log-entries-changed [0, 199]");

    run("delete from notary.lost_anchors");
    run("delete from notary.anchor_proofs");
    run("delete from notary.anchors");
    run("delete from notary.checkpoints where size < 291");
    assertThat(wrong(List.of())).isEqualTo("6 wrong.log-entries-changed [0, 290]");
    assertThat(wrong()).startsWith("7 wrong.log-anchor [200, 1, 0x");
  }

  @Test
  void the_root_of_a_tile_that_was_changed_is_named_with_its_entries() {
    run("update notary.tiles set root = leaf from notary.entries e where e.idx = 0 and level = 0");
    assertThat(wrong()).isEqualTo("4 wrong.log-tile [tile/1/000.p/1, 0, 255]");
  }

  @Test
  void a_log_whose_end_was_cut_off_is_found_by_its_anchors() {
    run("delete from notary.anchor_proofs");
    run("delete from notary.anchors where size > 260");
    run("delete from notary.checkpoints where size > 260");
    run("delete from notary.entries where idx >= 260");

    assertThat(verify(policy(), null).result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(wrong()).isEqualTo("7 wrong.log-cut [260, 270]");
  }

  @Test
  void an_anchor_of_another_beginning_is_named() {
    var anchors = new ArrayList<>(held());
    var true1 = anchors.get(1);
    anchors.set(
        1,
        new Held(true1.size(), new byte[32], true1.checkpoint(), true1.block(), "0xtransaction"));
    assertThat(wrong(anchors)).isEqualTo("7 wrong.log-anchor [260, 2, 0xtransaction]");

    anchors.set(
        1, new Held(true1.size(), true1.root(), new byte[32], true1.block(), "0xtransaction"));
    assertThat(wrong(anchors)).isEqualTo("7 wrong.log-anchor [260, 2, 0xtransaction]");
  }

  @Test
  void an_anchor_is_demanded() {
    assertThat(verify(policy(), List.of()).result()).isEqualTo(Verifier.Result.GOOD);
    assertThat(said(verify(policy(), List.of(), true)))
        .endsWith("7 check.log-anchors", "wrong.log-not-anchored []");
  }

  @Test
  void every_checkpoint_must_be_signed_by_the_log_of_the_policy() {
    var stranger = LogKey.generate(house.keys.log().origin());
    for (int size : new int[] {270, SIZE}) {
      var note =
          superuser
              .sql("select note from notary.checkpoints where size = " + size)
              .query((row, i) -> row.getBytes(1))
              .single();
      var forged = SignedNote.sign(SignedNote.parse(note).text(), stranger).bytes();
      set("update notary.checkpoints set note = ? where size = " + size, forged);
      assertThat(wrong())
          .isEqualTo(
              size == SIZE ? "2 wrong.signature [checkpoint]" : "5 wrong.signature [history/0]");
      set("update notary.checkpoints set note = ? where size = " + size, note);
    }
  }

  @Test
  void where_there_is_no_log_nothing_is_verified() {
    assertThatThrownBy(
            () -> new LogVerifier(path -> Optional.empty(), policy(), false).verify(null))
        .isInstanceOf(LogVerifier.NoLog.class);
    assertThatThrownBy(
            () ->
                new LogVerifier(
                        path -> {
                          throw new IOException("away");
                        },
                        policy(),
                        false)
                    .verify(null))
        .isInstanceOf(IOException.class)
        .hasMessage("away");
  }

  private void edit(int index) {
    var entry = entry(index);
    int at = new String(entry, UTF_8).indexOf("ballot");
    entry[at] ^= 1;
    superuser
        .sql(
            "update notary.records set entry = ? where id ="
                + " (select record from notary.entries where idx = ?)")
        .params(entry, index)
        .update();
  }

  /** With the hashes beside it, as somebody would who knows the tables. */
  private void replace(int index) {
    edit(index);
    byte[] leaf = Merkle.leaf(entry(index));
    set("update notary.entries set leaf = ? where idx = " + index, leaf);
    set(
        "update notary.records set leaf = ? where id ="
            + " (select record from notary.entries where idx = %d)".formatted(index),
        leaf);
  }

  private void swap(int one, int other, boolean leaves) {
    long first = record(one);
    long second = record(other);
    run("alter table notary.entries drop constraint if exists entries_record_key");
    run("update notary.entries set record = %d where idx = %d".formatted(second, one));
    run("update notary.entries set record = %d where idx = %d".formatted(first, other));
    if (leaves) {
      byte[] left = leaf(one);
      set("update notary.entries set leaf = ? where idx = " + one, leaf(other));
      set("update notary.entries set leaf = ? where idx = " + other, left);
    }
  }

  private long record(int index) {
    return superuser
        .sql("select record from notary.entries where idx = " + index)
        .query(Long.class)
        .single();
  }

  private byte[] leaf(int index) {
    return superuser
        .sql("select leaf from notary.entries where idx = " + index)
        .query((row, i) -> row.getBytes(1))
        .single();
  }

  private byte[] entry(int index) {
    return superuser
        .sql("select entry from notary.records where id = " + record(index))
        .query((row, i) -> row.getBytes(1))
        .single();
  }

  private void run(String sql) {
    superuser.sql(sql).update();
  }

  private void set(String sql, byte[] bytes) {
    superuser.sql(sql).param(bytes).update();
  }

  private Policy policy() {
    return Policy.parse(house.policy());
  }

  private List<Held> held() {
    return house.chain.anchors.stream().map(LogVerifierTest::held).toList();
  }

  private static Held held(Anchor anchor) {
    return new Held(
        anchor.size(), anchor.root(), anchor.checkpoint(), anchor.block(), anchor.transaction());
  }

  private Verifier.Verdict verify() {
    return verify(policy(), held());
  }

  private Verifier.Verdict verify(@Nullable Policy policy, @Nullable List<Held> anchors) {
    return verify(policy, anchors, false);
  }

  private Verifier.Verdict verify(
      @Nullable Policy policy, @Nullable List<Held> anchors, boolean required) {
    var files = new LogFiles(house.database);
    var verifier =
        new LogVerifier(path -> files.find(path).map(LogFiles.LogFile::bytes), policy, required);
    try {
      if (anchors == null) {
        return verifier.verify(null);
      }
      var each = anchors.iterator();
      return verifier.verify(
          List.of(() -> each.hasNext() ? Optional.of(each.next()) : Optional.empty()));
    } catch (IOException | ChainUnavailable e) {
      throw new AssertionError(e);
    }
  }

  /** The check that does not hold and what is wrong. */
  private String wrong() {
    return wrong(held());
  }

  private String wrong(List<Held> anchors) {
    var verdict = verify(policy(), anchors);
    assertThat(verdict.result()).isEqualTo(Verifier.Result.BAD);
    var lines = verdict.lines();
    var last = lines.get(lines.size() - 1);
    var check = lines.get(lines.size() - 2);
    assertThat(check.holds()).isFalse();
    return "%d %s %s".formatted(check.number(), last.key(), last.arguments());
  }

  private static List<String> said(Verifier.Verdict verdict) {
    return verdict.lines().stream()
        .map(
            line ->
                line.number() > 0
                    ? line.number() + " " + line.key()
                    : line.key() + " " + line.arguments())
        .toList();
  }
}
