package coop.artel.law;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The editions that were asked last, ready to be asked. The one that was not asked for the longest
 * time makes room; whoever is asking it meanwhile keeps it until the end.
 */
final class EditionShelf {
  private final Map<String, CompletableFuture<Edition>> byKey;

  /**
   * @param most how many stand on it at once
   */
  EditionShelf(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("artel.law.editions is %d".formatted(most));
    }
    byKey =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(
              Map.Entry<String, CompletableFuture<Edition>> eldest) {
            return size() > most;
          }
        };
  }

  /** Compiled by the first who asks for it, while others wait for that one only. */
  Edition get(String key, Supplier<Edition> compile) {
    var mine = new CompletableFuture<Edition>();
    CompletableFuture<Edition> there;
    synchronized (byKey) {
      there = byKey.putIfAbsent(key, mine);
    }
    return there == null ? compiled(key, mine, compile) : join(there);
  }

  private Edition compiled(String key, CompletableFuture<Edition> mine, Supplier<Edition> compile) {
    try {
      var edition = compile.get();
      mine.complete(edition);
      return edition;
    } catch (RuntimeException | Error failed) {
      synchronized (byKey) {
        byKey.remove(key, mine);
      }
      mine.completeExceptionally(failed);
      throw failed;
    }
  }

  private static Edition join(CompletableFuture<Edition> there) {
    try {
      return there.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failed) {
        throw failed;
      }
      throw e;
    }
  }
}
