package coop.artel.law;

import coop.artel.law.sentences.Judged;
import coop.artel.values.PersonId;
import coop.artel.values.Sha256;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What people answered where the law left it to them. A decision that rests on a judgement names
 * its digest only: that commits to the person and the reason and tells neither.
 */
@Component
class Judgements {
  /** An answer to what a decision left open. */
  record ByHand(UUID decision, boolean allowed, String digest) {}

  private final JdbcClient sql;
  private final SecureRandom random = new SecureRandom();

  Judgements(JdbcClient sql) {
    this.sql = sql;
  }

  UUID add(Decision decision, PersonId person, boolean allowed, String reason) {
    byte[] salt = new byte[32];
    random.nextBytes(salt);
    var content =
        Map.<String, Object>of(
            "decision", decision.digest(),
            "person", person.toString(),
            "allowed", allowed,
            "reason", reason,
            "salt", HexFormat.of().formatHex(salt));
    var id = UUID.randomUUID();
    sql.sql(
            """
            insert into law.judgements (id, decision, person, allowed, salt, digest)
            values (:id, :decision, :person, :allowed, :salt, :digest)
            """)
        .param("id", id)
        .param("decision", decision.id())
        .param("person", person.value())
        .param("allowed", allowed)
        .param("salt", salt)
        .param("digest", Sha256.of(content))
        .update();
    return id;
  }

  ByHand find(UUID id) {
    return sql.sql("select decision, allowed, digest from law.judgements where id = :id")
        .param("id", id)
        .query(
            (row, number) ->
                new ByHand(
                    row.getObject("decision", UUID.class),
                    row.getBoolean("allowed"),
                    row.getString("digest")))
        .single();
  }

  /** What a decision was answered with last. */
  Optional<Law.Answered> newest(UUID decision) {
    return sql.sql(
            """
            select person, allowed from law.judgements where decision = :decision
            order by judged_at desc limit 1
            """)
        .param("decision", decision)
        .query(
            (row, number) ->
                new Law.Answered(
                    new PersonId(row.getObject("person", UUID.class)), row.getBoolean("allowed")))
        .optional();
  }

  /**
   * By rule: what this judgement answers, and what those before it did. Whatever was answered
   * before and left the matter open was allowed, or the law would have refused.
   */
  static Map<String, Judged> answers(ByHand judgement, Decision left) {
    var answers = new TreeMap<String, Judged>();
    if (left.outcome() == Outcome.HUMAN) {
      for (var finding : left.findings()) {
        if (finding.judgement() != null) {
          answers.put(finding.rule(), new Judged(true, finding.judgement()));
        }
      }
      for (var rule : left.reasons()) {
        answers.put(rule, new Judged(judgement.allowed(), judgement.digest()));
      }
    }
    return answers;
  }
}
