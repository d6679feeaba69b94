package coop.artel.demo;

import coop.artel.access.PlatformRole;
import coop.artel.people.Person;
import coop.artel.registry.Office;
import coop.artel.values.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** The people of the demonstration cooperative: invented, all of them. */
final class DemonstrationPeople {
  /**
   * Somebody with an account.
   *
   * @param role as the accounts file names it
   */
  record Figure(
      String role, String login, Person person, Set<Office> offices, Set<PlatformRole> roles) {}

  private DemonstrationPeople() {}

  static List<Figure> all() {
    return List.of(
        figure(
            "chair",
            "chair",
            "Орлова",
            "Марина",
            "Викторовна",
            1971,
            Set.of(Office.CHAIR, Office.COUNCIL)),
        council("council-2", "Белов", "Степан", "Ильич", 1968),
        council("council-3", "Гаврилова", "Нина", "Павловна", 1975),
        council("council-4", "Дёмин", "Аркадий", "Львович", 1959),
        council("council-5", "Жукова", "Тамара", "Юрьевна", 1982),
        council("council-6", "Крылов", "Михаил", "Олегович", 1979),
        council("council-7", "Назарова", "Вера", "Антоновна", 1964),
        council("council-8", "Прохоров", "Глеб", "Денисович", 1990),
        council("council-9", "Щукина", "Лидия", "Максимовна", 1973),
        figure(
            "secretary",
            "secretary",
            "Соколова",
            "Анна",
            "Петровна",
            1988,
            Set.of(Office.SECRETARY)),
        figure(
            "accountant",
            "accountant",
            "Кузнецова",
            "Ольга",
            "Ивановна",
            1980,
            Set.of(Office.ACCOUNTANT)),
        figure("auditor", "auditor", "Егоров", "Павел", "Сергеевич", 1966, Set.of(Office.AUDITOR)),
        platform("lawyer", "Лебедев", "Игорь", "Андреевич", 1977, PlatformRole.LAWYER),
        platform("lawyer-2", "Виноградова", "Елена", "Дмитриевна", 1984, PlatformRole.LAWYER),
        platform("operator", "Морозов", "Денис", "Олегович", 1991, PlatformRole.OPERATOR),
        platform("operator-2", "Фомина", "Ирина", "Глебовна", 1986, PlatformRole.OPERATOR));
  }

  private static Figure council(
      String login, String family, String given, String patronymic, int year) {
    return figure("council", login, family, given, patronymic, year, Set.of(Office.COUNCIL));
  }

  private static Figure platform(
      String login, String family, String given, String patronymic, int year, PlatformRole role) {
    var figure = figure(login, login, family, given, patronymic, year, Set.of());
    return new Figure(
        role.name().toLowerCase(java.util.Locale.ROOT),
        login,
        figure.person(),
        Set.of(),
        Set.of(role));
  }

  private static Figure figure(
      String role,
      String login,
      String family,
      String given,
      String patronymic,
      int year,
      Set<Office> offices) {
    var person =
        new Person(
            PersonId.random(),
            family,
            given,
            patronymic,
            LocalDate.of(year, 4, 12),
            "г. Москва, ул. Учебная, д. 1",
            null,
            null,
            null);
    return new Figure(role, login, person, offices, Set.of());
  }
}
