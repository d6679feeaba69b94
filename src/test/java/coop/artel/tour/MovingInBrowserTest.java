package coop.artel.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A cooperative moves in: its members from a list, one on paper, a slip put right. */
@OpenHouse
class MovingInBrowserTest {
  private static final String LIST =
      """
      №;Фамилия;Имя;Отчество;Дата рождения;Пайщик с
      501;Аверина;Тамара;Юрьевна;03.04.1961;12.05.2014
      502;Бакулен;Игорь;Львович;17.09.1975;12.05.2014
      503;Вишняков;Семён;Ильич;31.02.1980;12.05.2014
      """;

  @Autowired Scene scene;

  @Test
  void a_list_is_checked_proposed_approved_and_a_slip_in_it_is_put_right() {
    var secretary = scene.at("secretary");
    var chair = scene.at("chair");

    secretary.opens("/members").follows("Загрузить список пайщиков");
    secretary.shows("moving-in/import-bring");
    secretary.attaches("Файл списка", "список.csv", LIST);
    secretary.attaches("Скан протокола", "протокол.pdf", "протокол");
    secretary
        .fills("Номер протокола", "5")
        .fills("День протокола", "2014-05-12")
        .presses("Загрузить и проверить")
        .sees("2 строки готовы, 1 с ошибками")
        .sees("Дата рождения: такого дня нет");
    secretary.shows("moving-in/import-lines");
    secretary.presses("Исключить 1 строку с ошибками").sees("исключена, в реестр не войдёт");
    secretary
        .follows("Перейти к задаче")
        .presses("Взять в работу")
        .ticks("Предложить к внесению")
        .presses("Завершить")
        .sees("Квитанция");

    chair.waitsFor("/tasks?view=groups", "Одобрить список пайщиков");
    chair.follows("Одобрить список пайщиков").presses("Взять в работу");
    chair.shows("moving-in/import-approve");
    chair.ticks("Одобрить").presses("Завершить").sees("Квитанция");
    secretary.waitsFor("/members", "Бакулен Игорь Львович");
    secretary.sees("Аверина Тамара Юрьевна");
    assertThat(secretary.page().locator("main").innerText()).doesNotContain("Вишняков");

    secretary
        .follows("Бакулен Игорь Львович")
        .fills("Фамилия", "Бакулин")
        .fills("На чём", "Паспорт");
    secretary.presses("Предложить исправление").sees("ждёт второго лица");
    chair.waitsFor("/tasks?view=groups", "Одобрить исправление");
    chair
        .follows("Одобрить исправление")
        .presses("Взять в работу")
        .ticks("Одобрить")
        .presses("Завершить")
        .sees("Квитанция");
    secretary.waitsFor("/members", "Бакулин Игорь Львович").sees("есть исправления");
    secretary.shows("moving-in/register-imported");
    secretary.follows("Бакулин Игорь Львович").sees("Бакулен Игорь Львович");
    secretary.shows("moving-in/entry");
    assertThat(secretary.complaints()).isEmpty();
    assertThat(chair.complaints()).isEmpty();
  }

  @Test
  void a_paper_is_entered_by_the_secretary_and_waits_for_the_comparison() {
    var secretary = scene.at("secretary");
    var today = Applicant.today();

    secretary.opens("/members").follows("Внести бумажное заявление");
    secretary.shows("moving-in/paper");
    secretary
        .fills("Когда получено", today.minusDays(3).toString())
        .fills("Фамилия", "Громова")
        .fills("Имя", "Лидия")
        .fills("Дата рождения", "1958-03-04")
        .fills("Место жительства", "г. Тверь, ул. Мира, д. 5")
        .ticks("Заявитель получает пенсию")
        .fills("Когда подписано", today.minusDays(4).toString());
    secretary.attaches("Скан заявления", "заявление.pdf", "заявление");
    secretary.attaches("Скан согласия", "согласие.pdf", "согласие");
    secretary.presses("Принять заявление").sees("Громова Лидия");

    secretary.waitsFor("/tasks?view=groups", "Громова Лидия");
    assertThat(secretary.complaints()).isEmpty();
  }
}
