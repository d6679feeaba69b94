package coop.artel.tour;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Each part of an admission, as the one whose part it is plays it on the pages. */
final class Admission {
  private final Scene scene;

  Admission(Scene scene) {
    this.scene = scene;
  }

  /** Ends at the page with the personal link. */
  Guest applies(Guest guest, Applicant applicant) {
    guest.opens("/").follows("Подать заявление");
    fillsIn(guest, applicant);
    return guest.presses("Подать заявление").sees("Ваша личная ссылка");
  }

  void fillsIn(Guest guest, Applicant applicant) {
    guest
        .fills("Фамилия", applicant.family())
        .fills("Имя", applicant.given())
        .fills("Отчество", applicant.patronymic())
        .fills("Дата рождения", applicant.born().toString());
    if (applicant.address() != null) {
      guest.fills("Место жительства", applicant.address());
    }
    guest
        .fills("Телефон", "+7 900 000-00-00")
        .fills("Электронная почта", "applicant@example.org")
        .ticks("Даю согласие");
  }

  void verifiesIdentity(Guest secretary, Applicant applicant) {
    opensTask(secretary, "Сверить личность", applicant);
    secretary
        .chooses("Документ", "Паспорт гражданина РФ")
        .fills("Серия и номер", applicant.documentNumber())
        .fills("Дата выдачи", "2010-05-20")
        .fills("Кем выдан", "ОВД «Учебный» г. Москвы")
        .ticks("Личность и данные заявления совпадают")
        .ticks("На бумаге")
        .fills("Дата подписания", Applicant.today().toString())
        .attaches("Скан подписанного подлинника", "заявление.pdf")
        .presses("Завершить")
        .sees("Квитанция");
  }

  void votes(Guest member, Applicant applicant) {
    member
        .waitsFor("/tasks", "О приёме в пайщики: " + applicant.name())
        .follows("О приёме в пайщики: " + applicant.name())
        .picks("За")
        .presses("Подать голос")
        .sees("Голос учтён и записан");
  }

  void sendsNotice(Guest secretary, Applicant applicant) {
    opensTask(secretary, "Отправить уведомление", applicant);
    secretary
        .fills("Дата отправки", Applicant.today().toString())
        .chooses("Как отправлено", "Электронной почтой")
        .presses("Завершить")
        .sees("Квитанция");
  }

  void confirmsPayment(Guest accountant, Applicant applicant) {
    opensTask(accountant, "Подтвердить взносы", applicant);
    accountant
        .fills("Вступительный взнос, уплачено", "100,00")
        .fills("Дата уплаты вступительного", Applicant.today().toString())
        .fills("Паевой взнос, уплачено", "300,00")
        .fills("Дата уплаты паевого", Applicant.today().toString())
        .fills("Платёжный документ", "ПП-17")
        .presses("Завершить")
        .sees("Квитанция");
  }

  /** Takes the one task that somebody's group has for an applicant, and leaves it open. */
  void takes(Guest staff, Applicant applicant) {
    opensTask(staff, "", applicant);
  }

  /**
   * Where the admission of an applicant is told, by a reader of the list of cases; a correction of
   * the same person's line is a case as well.
   */
  String caseOf(Guest reader, Applicant applicant) {
    return reader
        .opens("/cases?process=admit-member")
        .row(applicant.name())
        .getByRole(AriaRole.LINK)
        .first()
        .getAttribute("href");
  }

  String taskOf(Guest staff, Applicant applicant) {
    return title(staff.opens("/tasks?view=all").row(applicant.name())).getAttribute("href");
  }

  String questionOf(Guest member, Applicant applicant) {
    return member
        .opens("/tasks")
        .link("О приёме в пайщики: " + applicant.name())
        .getAttribute("href");
  }

  private static void opensTask(Guest staff, String task, Applicant applicant) {
    staff.waitsForRow("/tasks?view=groups", task, applicant.name());
    title(staff.row(applicant.name())).click();
    staff.presses("Взять в работу").sees(applicant.name());
  }

  private static Locator title(Locator row) {
    return row.locator("a.row-title");
  }
}
