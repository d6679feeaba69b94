package coop.artel.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Admission as its people meet it: each at a browser of their own, with nothing but the pages. */
@OpenHouse
class AdmissionInBrowserTest {
  @Autowired Scene scene;

  @Test
  void from_the_form_to_the_certificate_by_everybody_whose_part_it_is() {
    var person = Applicant.adult("Ёлкина", "Варвара", "Тихоновна");
    var admission = scene.admission();
    var secretary = scene.at("secretary");
    try (var applicant = Guest.at(scene.server(), "ru")) {
      admission.applies(applicant, person);
      applicant.follows("Открыть мою страницу").sees("секретарь ждёт вас с документом");
      assertThat(applicant.path()).isEqualTo("/application");

      admission.verifiesIdentity(secretary, person);
      applicant.waitsFor("/application", "совет голосует");
      scene.council().forEach(member -> admission.votes(scene.at(member), person));
      admission.sendsNotice(secretary, person);
      applicant.waitsFor("/application", "ждём вступительный и паевой взносы");
      admission.confirmsPayment(scene.at("accountant"), person);

      applicant.waitsFor("/application", "Принят в пайщики");
      assertThat(applicant.reads("Удостоверение пайщика")).contains(person.name());
      secretary.opens("/members").sees(person.name());
      assertThat(applicant.complaints()).isEmpty();
      assertThat(secretary.complaints()).isEmpty();
    }
  }

  @Test
  void an_applicant_needs_no_scripts() {
    var person = Applicant.adult("Юдина", "Злата", "Юрьевна").withoutAddress();
    try (var applicant = Guest.withoutScripts(scene.server(), "ru")) {
      scene.admission().applies(applicant, person);
      applicant
          .follows("Открыть мою страницу")
          .waitsFor("/application", "Что нужно от вас")
          .presses("Отправить")
          .fills("Место жительства", "г. Москва, ул. Учебная, д. 7")
          .presses("Отправить")
          .sees("Ответ получен и записан")
          .waitsFor("/application", "секретарь ждёт вас с документом");
      assertThat(applicant.reads("Заявление")).contains(person.name());

      applicant.unfolds("Отозвать заявление").presses("Отозвать заявление");

      applicant.waitsFor("/application", "Вы отозвали заявление");
    }
  }
}
