package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.jurisdiction.Countries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Editions stay ready while they are asked, and make room for others when they are not. */
class EditionShelfTest {
  private static final Edition EDITION = new Editions(new Countries()).current("ru");

  private final List<String> compiled = new ArrayList<>();

  @Test
  void the_edition_that_was_not_asked_for_the_longest_time_makes_room() {
    var shelf = new EditionShelf(2);
    for (var key : List.of("a", "b", "a", "c", "a", "b", "b")) {
      shelf.get(key, () -> compile(key));
    }

    assertThat(compiled).containsExactly("a", "b", "c", "b");
  }

  @Test
  void an_edition_that_made_room_is_still_asked_by_whoever_has_it() {
    var rehearsal = new Rehearsal("ru", "consumer-society", 1);
    var day = LocalDate.of(2025, 10, 1);
    var facts =
        new AdmissionFacts("council", true, true, day.minusYears(30), true, day, true, false);
    var first = rehearsal.edition(1);
    var second = rehearsal.edition(2);

    assertThat(first.ask(facts, day).outcome()).isEqualTo(Outcome.GRANTED);
    assertThat(first.ask(facts, day).edition()).isNotEqualTo(second.ask(facts, day).edition());
  }

  @Test
  void many_who_ask_at_once_wait_for_one_compilation() throws Exception {
    var shelf = new EditionShelf(2);
    var begun = new CountDownLatch(1);
    var count = new AtomicInteger();
    var threads = Executors.newFixedThreadPool(4);
    try {
      var works =
          threads.invokeAll(
              Collections.nCopies(
                  4,
                  (Callable<Edition>)
                      () ->
                          shelf.get(
                              "a",
                              () -> {
                                count.incrementAndGet();
                                begun.countDown();
                                return EDITION;
                              })));
      begun.await();
      for (var work : works) {
        assertThat(work.get()).isSameAs(EDITION);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(count).hasValue(1);
  }

  @Test
  void an_edition_that_could_not_be_compiled_is_tried_again() {
    var shelf = new EditionShelf(2);

    assertThatThrownBy(
            () ->
                shelf.get(
                    "a",
                    () -> {
                      throw new IllegalStateException("no file");
                    }))
        .hasMessage("no file");
    assertThat(shelf.get("a", () -> compile("a"))).isSameAs(EDITION);
  }

  @Test
  @Timeout(20)
  void whoever_waits_for_an_edition_that_cannot_be_compiled_is_told_why() throws Exception {
    var shelf = new EditionShelf(2);
    var told = new CompletableFuture<Edition>();
    var second =
        new Thread(
            () -> {
              try {
                told.complete(shelf.get("a", () -> EDITION));
              } catch (RuntimeException failed) {
                told.completeExceptionally(failed);
              }
            });

    assertThatThrownBy(
            () ->
                shelf.get(
                    "a",
                    () -> {
                      second.start();
                      while (second.getState() != Thread.State.WAITING) {
                        Thread.onSpinWait();
                      }
                      throw new IllegalStateException("no file");
                    }))
        .hasMessage("no file");
    assertThatThrownBy(told::get)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("no file");
  }

  @Test
  void a_shelf_without_room_is_refused() {
    assertThatThrownBy(() -> new EditionShelf(0)).isInstanceOf(IllegalArgumentException.class);
  }

  private Edition compile(String key) {
    compiled.add(key);
    return EDITION;
  }
}
