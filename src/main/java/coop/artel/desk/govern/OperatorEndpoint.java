package coop.artel.desk.govern;

import coop.artel.access.Caller;
import coop.artel.access.Callers;
import coop.artel.desk.frame.BadParameter;
import coop.artel.desk.frame.Endpoint;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import coop.artel.workflow.ClockControl;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;

@Endpoint
@Tag(name = "Installation", description = "Who one is, the legal clock")
class OperatorEndpoint {
  private final Callers callers;
  private final LegalClock clock;
  private final ClockControl control;
  private final Cooperatives cooperatives;

  OperatorEndpoint(
      Callers callers, LegalClock clock, ClockControl control, Cooperatives cooperatives) {
    this.callers = callers;
    this.clock = clock;
    this.control = control;
    this.cooperatives = cooperatives;
  }

  record MeJson(String person, String name, Map<String, List<String>> offices, List<String> roles) {
    static MeJson of(Caller caller) {
      var offices = new TreeMap<String, List<String>>();
      caller
          .offices()
          .forEach(
              (cooperative, held) ->
                  offices.put(
                      cooperative.toString(), held.stream().map(Office::id).sorted().toList()));
      return new MeJson(
          caller.person().toString(),
          caller.name(),
          offices,
          caller.roles().stream()
              .map(role -> role.name().toLowerCase(Locale.ROOT))
              .sorted()
              .toList());
    }
  }

  /**
   * @param now of the legal clock
   * @param day where the cooperative that was named is, else by UTC
   * @param offsetSeconds ahead of real time
   * @param movable whether this installation lets it be moved
   */
  record ClockJson(Instant now, LocalDate day, long offsetSeconds, boolean movable) {}

  record ClockRequest(@Nullable LocalDate day) {}

  @GetMapping("/api/me")
  @Operation(summary = "Who the caller is, with offices and roles")
  MeJson me() {
    return MeJson.of(callers.current());
  }

  @GetMapping("/api/clock")
  @Operation(summary = "What the legal clock shows")
  ClockJson clock(@RequestParam(required = false) @Nullable UUID cooperative) {
    return clock(
        cooperative == null
            ? ZoneOffset.UTC
            : cooperatives.find(new CooperativeId(cooperative)).zone());
  }

  private ClockJson clock(ZoneId zone) {
    return new ClockJson(
        clock.now(), clock.today(zone), clock.offset().toSeconds(), control.movable());
  }

  @PostMapping("/api/clock")
  @Operation(summary = "Move the legal clock forward; for operators of an embedded installation")
  ClockJson move(@RequestBody ClockRequest body) {
    var day = body.day();
    if (day == null) {
      throw new BadParameter("day");
    }
    control.moveTo(callers.current(), day);
    return clock(ZoneOffset.UTC);
  }
}
