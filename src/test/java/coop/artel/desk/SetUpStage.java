package coop.artel.desk;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.access.Appointments;
import coop.artel.access.Invitations;
import coop.artel.access.Substitutions;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.CharterEditions;
import coop.artel.law.Foundings;
import coop.artel.members.SetUp;
import coop.artel.notices.InvitationLetters;
import coop.artel.registry.Deputies;
import java.util.List;
import org.springframework.context.annotation.Bean;

/** What sets up a cooperative, on a scene where one is set up: tried whole in {@code SetUpTest}. */
class SetUpStage {
  @Bean
  SetUp setUp() {
    SetUp setUp = mock();
    when(setUp.admits(any())).thenReturn(true);
    return setUp;
  }

  @Bean
  Foundings foundings() {
    Foundings foundings = mock();
    when(foundings.countries()).thenReturn(List.of(new Countries().of("ru")));
    return foundings;
  }

  @Bean
  CharterEditions editions() {
    return mock();
  }

  @Bean
  Appointments appointments() {
    return mock();
  }

  @Bean
  Substitutions substitutions() {
    return mock();
  }

  @Bean
  Deputies deputies() {
    return mock();
  }

  @Bean
  InvitationLetters letters() {
    return mock();
  }

  @Bean
  Invitations invitations() {
    return mock();
  }
}
