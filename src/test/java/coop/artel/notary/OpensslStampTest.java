package coop.artel.notary;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.signing.OpensslAuthority;
import coop.artel.signing.StubAuthority;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real authority, run by {@code openssl ts}, from the question to the verdict and back. */
class OpensslStampTest {
  @ParameterizedTest
  @CsvSource({
    "rsa:2048, sha256",
    "rsa:3072, sha1",
    "ec -pkeyopt ec_paramgen_curve:P-256, sha256",
    "ec -pkeyopt ec_paramgen_curve:P-384, sha512"
  })
  void a_checkpoint_is_stamped_exported_and_taken_by_both_sides(
      String key, String naming, @TempDir Path folder) throws Exception {
    var openssl = OpensslAuthority.made(folder, key, naming);
    try (var stub = new StubAuthority(openssl::answer)) {
      var house = new House(stub.settings(openssl.certificate()));
      house.append("a", Happening.of(RecordKind.STARTED));
      house.sequencer.sequenceNow();
      house.anchorer.anchorNow();
      house.stamper.stampNow();

      byte[] export = house.export("a");
      var files = StoredZip.read(export);
      assertThat(Verifier.verify(export, house.policy()).result()).isEqualTo(Verifier.Result.GOOD);
      assertThat(Verifier.verify(export, house.policy()).lines())
          .extracting(Verifier.Line::key)
          .contains("check.stamp", "told.stamped");
      byte[] stamp = files.get(ExportNames.STAMP);
      assertThat(openssl.takes(stamp, files.get(ExportNames.CHECKPOINT))).isTrue();
    }
  }
}
