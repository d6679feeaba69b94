package coop.artel.members;

import coop.artel.meetings.DecidedQuestions;
import coop.artel.values.CooperativeId;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How long applicants waited for the council's decision. */
@Service
public class AdmissionTimes {
  private final JdbcClient sql;
  private final DecidedQuestions decided;

  AdmissionTimes(JdbcClient sql, DecidedQuestions decided) {
    this.sql = sql;
    this.decided = decided;
  }

  /** An application on which the council has decided. */
  public record Admission(String caseId, LocalDate receivedOn, LocalDate decidedOn) {
    public long days() {
      return ChronoUnit.DAYS.between(receivedOn, decidedOn);
    }
  }

  /** Decided in these days, both included. */
  public List<Admission> decided(CooperativeId cooperative, LocalDate first, LocalDate last) {
    var received = new HashMap<String, LocalDate>();
    var found = decided.between(cooperative, PutToCouncil.MATTER, first, last);
    sql.sql(
            """
            select case_id, received_on from members.applications
            where cooperative = :cooperative and case_id = any(:cases)
            """)
        .param("cooperative", cooperative.value())
        .param("cases", found.stream().map(DecidedQuestions.Decided::caseId).toArray(String[]::new))
        .query((row, n) -> received.put(row.getString(1), row.getObject(2, LocalDate.class)))
        .list();
    var admissions = new ArrayList<Admission>();
    for (var it : found) {
      var receivedOn = received.get(it.caseId());
      if (receivedOn != null) {
        admissions.add(new Admission(it.caseId(), receivedOn, it.on()));
      }
    }
    return admissions;
  }
}
