package coop.artel.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

class TimeAuthorityTest {
  private static final MadeAuthority OURS = MadeAuthority.rsa(41);
  private static final MadeAuthority OTHER = MadeAuthority.ec(42, "P-256");
  private static final Instant AT = Instant.parse("2026-03-02T10:30:05Z");
  private static final byte[] DIGEST =
      Digest.SHA_256.of("checkpoint".getBytes(StandardCharsets.UTF_8));

  @TempDir Path folder;
  private final StubAuthority stub = new StubAuthority(question -> OURS.answer(question, AT));

  @AfterEach
  void close() {
    stub.close();
  }

  @Test
  void a_stamp_is_kept_as_the_authority_gave_it() throws Exception {
    var stamp = TimeStamp.read(authority().stamp(DIGEST));

    assertThat(stamp.at()).isEqualTo(AT);
    assertThat(stamp.isOf(DIGEST)).isTrue();
    assertThat(stamp.isSigned()).isTrue();
    assertThat(stamp.authority()).isEqualTo(OURS.digest());
  }

  @Test
  void what_an_authority_says_beside_its_grant_is_not_kept() throws Exception {
    stub.answer =
        question -> {
          var talking = MadeStamp.of(OURS.answer(question, AT));
          talking.answer().at(0).members.add(MadeStamp.value("30040c026f6b"));
          return talking.bytes();
        };

    assertThat(TimeStamp.read(authority().stamp(DIGEST)).isOf(DIGEST)).isTrue();
  }

  @Test
  void every_question_has_a_nonce_of_its_own_and_asks_for_the_certificate() throws Exception {
    authority().stamp(DIGEST);
    authority().stamp(DIGEST);

    var questions = stub.questions();
    assertThat(questions.get(0)).isNotEqualTo(questions.get(1));
    assertThat(questions).allSatisfy(it -> assertThat(Tlv.read(it).at(-1).content).hasSize(1));
  }

  @Test
  void an_answer_to_another_question_is_refused() throws Exception {
    byte[] before = authority().stamp(DIGEST);
    stub.answer = question -> before;

    assertThat(reason()).isEqualTo("other-answer");
  }

  @Test
  void a_stamp_of_another_digest_is_refused() {
    stub.answer =
        question -> {
          var asked = Tlv.read(question);
          asked.at(1, 1).content[0] ^= 1;
          return OURS.answer(asked.bytes(), AT);
        };

    assertThat(reason()).isEqualTo("other-answer");
  }

  @Test
  void a_stranger_s_stamp_is_refused() {
    stub.answer = question -> OTHER.answer(question, AT);

    assertThat(reason()).isEqualTo("unknown-certificate");
  }

  @Test
  void one_who_has_the_certificate_and_not_the_key_is_refused() {
    stub.answer =
        question -> MadeStamp.of(OURS.answer(question, AT)).signedBy(MadeAuthority.rsa(43)).bytes();

    assertThat(reason()).isEqualTo("other-answer");
  }

  @Test
  void an_altered_time_is_refused() {
    stub.answer =
        question ->
            MadeStamp.of(OURS.answer(question, AT))
                .info(info -> info.at(4).content[3] ^= 1)
                .bytes();

    assertThat(reason()).isIn("other-answer", "no-stamp");
  }

  @Test
  void a_refusal_is_told_as_one() {
    stub.answer = question -> Tlv.read(bytes("30053003020102")).bytes();

    assertThat(reason()).isEqualTo("refused");
  }

  @Test
  void rubbish_is_no_stamp() {
    for (String rubbish : new String[] {"", "00", "3000", "3080", "30820100", "ff".repeat(400)}) {
      stub.answer = question -> bytes(rubbish);

      assertThat(reason()).as(rubbish).isEqualTo("no-stamp");
    }
  }

  @Test
  void no_more_is_read_than_a_stamp_is_long() {
    stub.answer = question -> new byte[TimeStamp.LONGEST + 1];

    assertThat(reason()).isEqualTo("too-large");
  }

  @Test
  void nobody_is_followed_elsewhere() {
    try (var elsewhere = new StubAuthority(question -> OURS.answer(question, AT))) {
      stub.status = 307;
      stub.location = elsewhere.address().toString();

      assertThat(reason()).isEqualTo("http-status");
      assertThat(elsewhere.asked()).isZero();
    }
  }

  @Test
  void an_answer_that_drips_is_waited_for_no_longer_than_is_set() {
    stub.between = Duration.ofSeconds(1);
    var impatient =
        new TimeAuthority(
            new StampSettings(
                stub.address(), pem(OURS), Duration.ofHours(1), Duration.ofMillis(300)));

    assertThat(reason(impatient)).isEqualTo("slow");
  }

  @Test
  void nobody_there_is_told_as_silence() {
    var authority = authority();
    stub.close();

    assertThat(reason(authority)).isEqualTo("silent");
  }

  @Test
  void settings_that_could_never_work_are_refused_at_the_start() {
    var address = stub.address();
    refused("needs artel.stamp.certificate", () -> settings(address, null));
    refused("no http address", () -> settings(URI.create("ftp://tsa.example"), pem(OURS)));
    refused("no http address", () -> settings(URI.create("tsa.example"), pem(OURS)));
    refused("no password", () -> settings(URI.create("http://a:b@tsa.example"), pem(OURS)));
    refused(
        "above zero",
        () -> new StampSettings(address, pem(OURS), Duration.ZERO, Duration.ofSeconds(1)));
    refused("cannot be used", () -> authority(folder.resolve("nowhere.pem")));
    refused("no certificate", () -> authority(Files.writeString(folder.resolve("e.pem"), "")));
    refused("not for time stamps", () -> authority(pem(OURS.used(false))));
    refused(
        "not for time stamps",
        () -> authority(pem(OURS.used(false, KeyPurposeId.id_kp_timeStamping))));
    refused("neither RSA", () -> authority(pem(MadeAuthority.rsa(44, 1024))));
    refused("neither RSA", () -> authority(pem(MadeAuthority.ec(45, "P-521"))));
  }

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(StampSettings.class)
  @ComponentScan(basePackageClasses = TimeAuthority.class)
  static class Module {}

  @Test
  void an_authority_is_named_by_settings_and_without_any_there_is_none() {
    var service = new ApplicationContextRunner().withUserConfiguration(Module.class);
    service
        .withPropertyValues(
            "artel.stamp.url=" + stub.address(),
            "artel.stamp.certificate=" + pem(OURS),
            "artel.stamp.every=10m")
        .run(
            started -> {
              var authority = started.getBean(TimeAuthority.class);
              assertThat(authority.isNamed()).isTrue();
              assertThat(authority.every()).isEqualTo(Duration.ofMinutes(10));
              assertThat(authority.certificates()).containsExactly(OURS.digest());
            });
    service.run(started -> assertThat(started.getBean(TimeAuthority.class).isNamed()).isFalse());
    service
        .withPropertyValues("artel.stamp.url=" + stub.address())
        .run(started -> assertThat(started).hasFailed());
  }

  @Test
  void certificates_of_before_stay_trusted_beside_the_new_one() {
    var authority = authority(pem(OURS, OTHER));

    assertThat(authority.certificates()).containsExactly(OURS.digest(), OTHER.digest());
  }

  private interface Attempt {
    Object make() throws IOException;
  }

  private static void refused(String words, Attempt attempt) {
    assertThatIllegalArgumentException().isThrownBy(attempt::make).withMessageContaining(words);
  }

  private static StampSettings settings(URI address, Path certificate) {
    return new StampSettings(address, certificate, Duration.ofHours(1), Duration.ofSeconds(5));
  }

  private TimeAuthority authority() {
    return authority(pem(OURS));
  }

  private TimeAuthority authority(Path certificates) {
    return new TimeAuthority(stub.settings(certificates));
  }

  private Path pem(MadeAuthority... authorities) {
    return StubAuthority.pem(folder.resolve("authority.pem"), authorities);
  }

  private String reason() {
    return reason(authority());
  }

  private static String reason(TimeAuthority authority) {
    return catchThrowableOfType(NoTimeStamp.class, () -> authority.stamp(DIGEST)).reason();
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }
}
