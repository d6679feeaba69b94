package coop.artel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
  @Test
  void a_domain_is_sent_in_ascii_and_read_as_it_is_written() {
    var address = MailAddress.of(" Anna.Ivanova+artel@Почта.РФ ");

    assertThat(address.value()).isEqualTo("Anna.Ivanova+artel@xn--80a1acny.xn--p1ai");
    assertThat(address).hasToString("Anna.Ivanova+artel@почта.рф");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "anna",
        "anna@",
        "@example.org",
        "anna@localhost",
        "anna@exa mple.org",
        "anna@example.org\r\nBcc: other@example.org",
        "anna\n@example.org",
        "Anna <anna@example.org>",
        "anna@example.org,other@example.org",
        "\"anna\"@example.org",
        "анна@example.org",
        "anna..b@example.org"
      })
  void what_is_no_address_or_more_than_one_is_refused(String typed) {
    assertThatThrownBy(() -> MailAddress.of(typed)).isInstanceOf(IllegalArgumentException.class);
  }
}
