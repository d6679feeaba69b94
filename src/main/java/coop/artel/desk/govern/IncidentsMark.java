package coop.artel.desk.govern;

import coop.artel.access.PlatformRole;
import coop.artel.desk.frame.Page;
import coop.artel.desk.frame.Visitor;
import coop.artel.workflow.Incidents;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Says to operators on every page how many steps stand still. */
@ControllerAdvice(annotations = Page.class)
class IncidentsMark {
  private final Visitor visitor;
  private final Incidents incidents;

  IncidentsMark(Visitor visitor, Incidents incidents) {
    this.visitor = visitor;
    this.incidents = incidents;
  }

  /** Absent for everybody else. */
  @ModelAttribute("standstills")
  @Nullable Long standstills() {
    return visitor
        .signedIn()
        .filter(it -> it.roles().contains(PlatformRole.OPERATOR))
        .map(incidents::count)
        .orElse(null);
  }
}
