package coop.artel.values;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CharactersTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 0x7f, 0x85, 0x061c, 0x200e, 0x202e, 0x2066, 0x2069})
  void what_turns_or_hides_text_is_hidden(int codePoint) {
    assertThat(Characters.isHidden(codePoint)).isTrue();
  }

  @Test
  void letters_and_joiners_of_scripts_are_not() {
    assertThat("Ё, ’ – №\u00a0\u00ad\u200c\u200dक्".codePoints()).noneMatch(Characters::isHidden);
  }
}
