package coop.artel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import coop.artel.mail.NotDelivered.Cause;
import java.net.URI;
import java.time.Clock;
import java.util.UUID;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Letters over real SMTP, with the settings that the service itself has. */
class PostmanTest {
  private final GreenMail server = new GreenMail(smtp());

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void a_letter_arrives_in_two_forms_and_says_that_a_program_wrote_it() throws Exception {
    server.start();
    var letter = letter("Артель: Новая задача", "anna@example.org");

    with(server.getSmtp().getPort(), "artel.mail.encrypted=false", it -> it.send(letter));

    var received = server.getReceivedMessages()[0];
    assertThat(received.getSubject()).isEqualTo("Артель: Новая задача");
    assertThat(received.getFrom()[0].toString()).endsWith("<artel@example.org>");
    assertThat(received.getHeader("Message-ID"))
        .containsExactly("<" + letter.id() + "@artel.example.org>");
    assertThat(received.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(received.getHeader("List-Unsubscribe"))
        .containsExactly("<https://artel.example.org/notices/preferences>");
    assertThat(received.getContentType()).startsWith("multipart/alternative");
    assertThat(GreenMailUtil.getBody(received)).contains("text/plain", "text/html");
  }

  @Test
  void a_subject_begins_no_other_header() throws Exception {
    server.start();
    var letter =
        letter("Задача\r\nBcc: thief@example.org\r\n\r\nтело\u2028и ещё", "anna@example.org");

    with(server.getSmtp().getPort(), "artel.mail.encrypted=false", it -> it.send(letter));

    var received = server.getReceivedMessages();
    assertThat(received).hasSize(1);
    assertThat(received[0].getHeader("Bcc")).isNull();
    assertThat(received[0].getSubject()).isEqualTo("Задача Bcc: thief@example.org тело и ещё");
  }

  @Test
  void a_reader_who_is_not_there_is_known_from_a_server_that_is_busy() throws Exception {
    try (var choosy = new ChoosyServer()) {
      refused(choosy.port(), "artel.mail.encrypted=false", "nobody@example.org")
          .isEqualTo(Cause.RECIPIENT_REFUSED);
      refused(choosy.port(), "artel.mail.encrypted=false", "later@example.org")
          .isEqualTo(Cause.LETTER_REFUSED);
    }
    refused(1, "artel.mail.encrypted=false", "anna@example.org").isEqualTo(Cause.SERVER_AWAY);
  }

  @Test
  void nothing_goes_to_a_server_that_speaks_in_the_open_unless_that_is_said() throws Exception {
    try (var open = new ChoosyServer()) {
      refused(open.port(), "spring.mail.username=artel", "anna@example.org")
          .isEqualTo(Cause.SERVER_AWAY);
      assertThat(open.heard())
          .noneMatch(it -> it.startsWith("AUTH") || it.contains("anna@example.org"));
    }
  }

  @Test
  void a_server_that_cannot_show_who_it_is_gets_no_letter() throws Exception {
    var closed = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
    closed.start();
    int port = closed.getSmtps().getPort();
    var protocol = "spring.mail.protocol=smtps";
    try {
      refused(port, protocol, "anna@example.org").isEqualTo(Cause.SERVER_AWAY);
      assertThat(closed.getReceivedMessages()).isEmpty();

      with(
          port,
          it -> it.send(letter("Тема", "anna@example.org")),
          protocol,
          "spring.mail.properties.mail.smtps.ssl.trust=*",
          "spring.mail.properties.mail.smtps.ssl.checkserveridentity=false");
      assertThat(closed.getReceivedMessages()).hasSize(1);
    } finally {
      closed.stop();
    }
  }

  @Test
  void a_server_that_asks_who_we_are_is_told_and_a_wrong_password_is_known() throws Exception {
    server.setUser("artel@example.org", "artel", "right");
    server.start();
    int port = server.getSmtp().getPort();
    var auth = "spring.mail.properties.mail.smtp.auth=true";

    with(
        port,
        it -> it.send(letter("Тема", "anna@example.org")),
        "artel.mail.encrypted=false",
        auth,
        "spring.mail.username=artel",
        "spring.mail.password=right");
    assertThat(server.getReceivedMessages()).hasSize(1);

    with(
        port,
        it ->
            assertThatThrownBy(() -> it.send(letter("Тема", "anna@example.org")))
                .isInstanceOfSatisfying(
                    NotDelivered.class,
                    no -> assertThat(no.reason()).isEqualTo(Cause.SIGN_IN_REFUSED)),
        "artel.mail.encrypted=false",
        auth,
        "spring.mail.username=artel",
        "spring.mail.password=wrong");
  }

  @Test
  void a_server_without_a_sender_stops_the_start_and_without_a_server_there_is_no_mail() {
    runner(25).withPropertyValues("artel.mail.from=").run(it -> assertThat(it).hasFailed());
    runner(25)
        .withPropertyValues("spring.mail.host=")
        .run(it -> assertThat(it.getBean(Postman.class).on()).isFalse());
  }

  private static ServerSetup smtp() {
    return new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
  }

  private static Letter letter(String subject, String to) {
    return new Letter(
        UUID.randomUUID(),
        MailAddress.of(to),
        subject,
        "Текст",
        "<p>Текст</p>",
        URI.create("https://artel.example.org/notices/preferences"));
  }

  private static org.assertj.core.api.ObjectAssert<Cause> refused(
      int port, String property, String to) throws Exception {
    var reasons = new java.util.ArrayList<Cause>();
    with(
        port,
        it ->
            assertThatThrownBy(() -> it.send(letter("Тема", to)))
                .isInstanceOfSatisfying(NotDelivered.class, no -> reasons.add(no.reason())),
        property);
    return assertThat(reasons)
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.type(Cause.class));
  }

  private static void with(int port, String property, ThrowingConsumer<Postman> use) {
    with(port, use, property);
  }

  private static void with(int port, ThrowingConsumer<Postman> use, String... properties) {
    runner(port)
        .withPropertyValues(properties)
        .run(context -> use.accept(context.getBean(Postman.class)));
  }

  private static ApplicationContextRunner runner(int port) {
    return new ApplicationContextRunner()
        .withInitializer(new ConfigDataApplicationContextInitializer())
        .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
        .withBean(Clock.class, Clock::systemUTC)
        .withBean(Postman.class)
        .withPropertyValues(
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + port,
            "artel.mail.from=Артель <artel@example.org>");
  }
}
