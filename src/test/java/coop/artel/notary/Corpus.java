package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.signing.NoTimeStamp;
import coop.artel.signing.OpensslAuthority;
import coop.artel.signing.StubAuthority;
import coop.artel.signing.TimeAuthority;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Files with the verdict that every verifier of format 1 must give. The same bytes each time: keys,
 * salts and choices follow from seeds.
 */
public final class Corpus {
  /** Of files that are not mutants. */
  public static final String GOOD_FILES = "good";

  private static final List<Sample> ALL =
      Stream.of(
              GoodFiles.all(),
              ContentMutants.all(),
              SealMutants.all(),
              AnchorProofMutants.all(),
              StampFiles.all(),
              StampMutants.all(),
              StampFormMutants.all(),
              FormMutants.all())
          .flatMap(List::stream)
          .toList();

  private Corpus() {}

  /**
   * A file, what it is checked with, and what must come of it.
   *
   * @param policy the text, or null where there is none
   * @param digest of a receipt, empty where there is none
   * @param check the number of the check that does not hold, 0 if all do
   */
  public record Sample(
      String name,
      String family,
      byte[] file,
      @Nullable String policy,
      boolean requireAnchor,
      String digest,
      Verifier.Result result,
      int check) {

    static Sample good(String name, byte[] file, String policy) {
      return new Sample(name, GOOD_FILES, file, policy, false, "", Verifier.Result.GOOD, 0);
    }

    static Sample bad(String family, String name, byte[] file, String policy, int check) {
      return new Sample(name, family, file, policy, false, "", Verifier.Result.BAD, check);
    }

    Sample demandingAnchor() {
      return new Sample(name, family, file, policy, true, digest, result, check);
    }

    Sample withDigest(String receipt) {
      return new Sample(name, family, file, policy, requireAnchor, receipt, result, check);
    }

    Sample withoutPolicy() {
      return new Sample(
          name, family, file, null, requireAnchor, digest, Verifier.Result.SIGNER_UNKNOWN, check);
    }

    @Override
    public String toString() {
      return family + ": " + name;
    }
  }

  public static List<Sample> all() {
    return ALL;
  }

  /** What the service's own verifier says. */
  public static Verifier.Verdict verdict(Sample sample) {
    var policy = sample.policy() == null ? null : Policy.parse(sample.policy().getBytes(UTF_8));
    if (ProofVerifier.isProof(sample.file())) {
      byte[] digest = sample.digest().isEmpty() ? null : Hashes.ofHex(sample.digest());
      return ProofVerifier.verify(sample.file(), policy, digest);
    }
    return Verifier.verify(sample.file(), policy, sample.requireAnchor());
  }

  /** One more that is good, too large to be among the others. */
  public static Sample large() {
    return GoodFiles.large(24 << 20);
  }

  /** One more that is good, stamped by an authority that OpenSSL plays. */
  public static Sample stampedByOpenssl(Path folder) throws IOException, NoTimeStamp {
    var base = GoodFiles.bases().get(2);
    var openssl = OpensslAuthority.made(folder, "rsa:2048", "sha1");
    try (var stub = new StubAuthority(openssl::answer)) {
      var authority = new TimeAuthority(stub.settings(openssl.certificate()));
      byte[] stamp = authority.stamp(base.imprint());
      String trusted = authority.certificates().iterator().next();
      return Sample.good(
          "stamped by OpenSSL",
          base.copy().stamped(stamp).zip(),
          StampFiles.trusting(GoodFiles.POLICY, trusted));
    }
  }

  /** Gathers samples of one family after another. */
  static final class Gathering {
    private final List<Sample> samples = new ArrayList<>();
    private String family = "";

    Gathering family(String name) {
      family = name;
      return this;
    }

    /** One mutant of each base. */
    Gathering each(List<Draft> bases, String name, int check, Mutation mutation) {
      for (int i = 0; i < bases.size(); i++) {
        var draft = bases.get(i).copy();
        byte[] file = mutation.of(draft, new Chance(family + name + i));
        add(Sample.bad(family, name + " " + (i + 1), file, GoodFiles.POLICY, check));
      }
      return this;
    }

    Gathering add(String name, byte[] file, String policy, int check) {
      return add(Sample.bad(family, name, file, policy, check));
    }

    Gathering add(Sample sample) {
      samples.add(sample);
      return this;
    }

    List<Sample> all() {
      return List.copyOf(samples);
    }
  }

  /** Makes a file out of a good export. */
  @FunctionalInterface
  interface Mutation {
    byte[] of(Draft draft, Chance chance);
  }
}
