package coop.artel.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CooperativeIdTest {
  @Test
  void a_country_stands_in_the_place_of_a_cooperative_and_is_told_from_its_id() {
    var russia = CooperativeId.ofCountry("ru");

    assertThat(russia.country()).contains("ru");
    assertThat(CooperativeId.of(russia.toString())).isEqualTo(russia);
    assertThat(russia.value().version()).isEqualTo(8);
    assertThat(russia.value().variant()).isEqualTo(2);
    assertThat(russia).isNotEqualTo(CooperativeId.ofCountry("kz"));
  }

  @Test
  void a_cooperative_is_no_country() {
    assertThat(CooperativeId.random().country()).isEmpty();
    assertThat(CooperativeId.of("00000000-0000-4000-8000-000000007275").country()).isEmpty();
    assertThat(CooperativeId.of("00000000-0000-8000-8000-000100007275").country()).isEmpty();
  }

  @Test
  void only_two_small_letters_are_a_country() {
    for (var wrong : new String[] {"", "r", "RU", "rus", "ру", "r1"}) {
      assertThatThrownBy(() -> CooperativeId.ofCountry(wrong)).hasMessageContaining("no country");
    }
  }
}
