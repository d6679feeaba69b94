package coop.artel.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.people.FieldCipher;
import coop.artel.people.SubjectCipher;
import coop.artel.values.PersonId;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What voters said with their votes, in their own words. */
@Component
class VoteReasons {
  static final int LONGEST = 2000;

  private final JdbcClient sql;
  private final SubjectCipher cipher;

  VoteReasons(JdbcClient sql, SubjectCipher cipher) {
    this.sql = sql;
    this.cipher = cipher;
  }

  /** As it is kept; empty where nothing was said. Refused with {@code vote-reason-malformed}. */
  static String checked(String sent) {
    String text = Normalizer.normalize(sent.strip().replace("\r\n", "\n"), Normalizer.Form.NFC);
    boolean unreadable =
        text.codePoints()
            .anyMatch(
                c ->
                    Character.getType(c) == Character.SURROGATE
                        || Character.isISOControl(c) && c != '\n' && c != '\t');
    if (unreadable || text.length() > LONGEST) {
      throw new VoteReasonMalformed(LONGEST);
    }
    return text;
  }

  /**
   * Of somebody who has voted.
   *
   * @param subject whom the question is about
   */
  void keep(UUID question, PersonId subject, PersonId voter, String reason) {
    sql.sql(
            """
            insert into meetings.vote_reasons (question, person, reason)
            values (:question, :person, :reason)
            """)
        .param("question", question)
        .param("person", voter.value())
        .param("reason", cipher.seal(subject, reason.getBytes(UTF_8), context(question, voter)))
        .update();
  }

  /** By voter; of those who gave one that is not erased. */
  Map<PersonId, String> of(UUID question) {
    var reasons = new HashMap<PersonId, String>();
    sql.sql("select person, reason from meetings.vote_reasons where question = :question")
        .param("question", question)
        .query(
            row -> {
              var voter = new PersonId(row.getObject("person", UUID.class));
              cipher
                  .text(row.getBytes("reason"), context(question, voter))
                  .ifPresent(reason -> reasons.put(voter, reason));
            });
    return reasons;
  }

  private static byte[] context(UUID question, PersonId voter) {
    return FieldCipher.context("meetings.vote_reasons", "reason", question + "/" + voter);
  }
}
