package coop.artel.desk.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccusativeTest {
  @ParameterizedTest
  @CsvSource({
    "Орлова Мария Петровна, Орлову Марию Петровну",
    "Орлова Мария, Орлову Марию",
    "Зимина Любовь Ильинична, Зимину Любовь Ильиничну",
    "Вяземская Софья Михайловна, Вяземскую Софью Михайловну",
    "Черных Анна Сергеевна, Черных Анну Сергеевну",
    "Бойко Анна Сергеевна, Бойко Анну Сергеевну",
    "Мельник Анна Сергеевна, Мельник Анну Сергеевну",
    "Воронцов Пётр Ильич, Воронцова Петра Ильича",
    "Громов Игорь Юрьевич, Громова Игоря Юрьевича",
    "Тихонов Андрей, Тихонова Андрея",
    "Оболенский Лев Львович, Оболенского Льва Львовича",
    "Черных Илья Олегович, Черных Илью Олеговича",
    "Шевченко Никита Павлович, Шевченко Никиту Павловича",
  })
  void a_name_is_declined_as_it_is_said(String name, String whom) {
    assertThat(Accusative.of(name)).contains(whom);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Бойко Анна",
        "Кравец Иван Петрович",
        "Берия Нина Давидовна",
        "Иванова-Петрова Анна Сергеевна",
        "Абдуллаев Тимур Рашид оглы",
        "Smith Anna",
        "Имя неизвестно",
        "",
      })
  void where_the_ending_leaves_a_doubt_there_is_no_answer(String name) {
    assertThat(Accusative.of(name)).isEmpty();
  }
}
