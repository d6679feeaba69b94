package coop.artel.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import coop.artel.jurisdiction.Countries;
import coop.artel.law.sentences.Matter;
import coop.artel.law.sentences.NormValue;
import coop.artel.values.CanonicalJson;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** A session of the engine that one matter left to the next holds nothing of it. */
class WarmSessionsTest {
  private static final Edition WARM = new Editions(new Countries()).current("ru");
  private static final Edition AFRESH = WARM.afresh();

  @Test
  void whatever_was_asked_before_the_answer_is_that_of_a_new_session() throws Exception {
    var cases = shuffled();
    var expected = new ArrayList<byte[]>();
    for (var one : cases) {
      expected.add(bytes(one, AFRESH));
    }
    var threads = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Void>> works = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        var random = new Random(i);
        works.add(
            () -> {
              for (int asked = 0; asked < 1500; asked++) {
                int which = random.nextInt(cases.size());
                assertThat(bytes(cases.get(which), WARM)).isEqualTo(expected.get(which));
              }
              return null;
            });
      }
      for (var work : threads.invokeAll(works)) {
        work.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void an_asking_that_broke_off_leaves_nothing_to_the_next() throws IOException {
    var one = CasesTest.read().stream().filter(it -> it.id().equals("A1")).findFirst();
    var sound = one.orElseThrow();
    var broken =
        new Matter(
            name -> {
              throw new IllegalStateException("the facts are away");
            },
            sound.day(),
            (norm, day) -> new NormValue(norm, "1", "word", "a", "law", "confirmed"),
            WARM.country().calendar());

    for (int i = 0; i < 3; i++) {
      assertThatThrownBy(() -> WARM.judge("admission", broken, sound.day()))
          .hasStackTraceContaining("the facts are away");
      assertThat(bytes(sound, WARM)).isEqualTo(bytes(sound, AFRESH));
    }
  }

  @Test
  void what_was_asked_about_is_let_go() throws Exception {
    var one = CasesTest.read().get(0);
    var asked = asked(one);
    for (int i = 0; i < 50 && asked.get() != null; i++) {
      System.gc();
      Thread.sleep(20);
    }

    assertThat(asked.get()).isNull();
  }

  private static WeakReference<Matter> asked(Case one) {
    var matter =
        new Matter(
            FactNames.of(one.facts()),
            one.day(),
            (norm, day) -> new NormValue(norm, "1", "word", "a", "law", "confirmed"),
            WARM.country().calendar());
    WARM.judge(one.facts().question(), matter, one.day());
    assertThat(matter.found()).isNotEmpty();
    return new WeakReference<>(matter);
  }

  private static List<Case> shuffled() throws IOException {
    var cases = new ArrayList<>(CasesTest.read());
    Collections.shuffle(cases);
    return cases;
  }

  private static byte[] bytes(Case one, Edition edition) {
    return CanonicalJson.write(Judgement.content(one.ask(edition, true), true));
  }
}
