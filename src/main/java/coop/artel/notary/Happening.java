package coop.artel.notary;

import coop.artel.values.PersonId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What happened in a case, before it has its number there. Members are plain and end up in the
 * record as they are: ids of a process and an activity, digests, causes; never anything personal.
 * Values are only committed to, each with its own salt.
 *
 * <p>Three members have a meaning to verifiers: {@code documents} and {@code decisions} are lists
 * of SHA-256 digests (hex) of attachments that an export of the case brings along or says it
 * withholds, and {@code count} of {@link RecordKind#ENDED} is written by the notary itself.
 */
public final class Happening {
  private final RecordKind kind;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, PersonId> persons = new LinkedHashMap<>();
  private @Nullable PersonId actor;

  private Happening(RecordKind kind) {
    this.kind = kind;
  }

  public static Happening of(RecordKind kind) {
    return new Happening(kind);
  }

  /** The person who did it; without one the service did. Only a record of a user task has one. */
  public Happening by(@Nullable PersonId person) {
    actor = person;
    return this;
  }

  /** A plain member: string, boolean, long, list or map of these. */
  public Happening with(String name, Object member) {
    members.put(name, member);
    return this;
  }

  /** A member that names a person by a pseudonym of the case. */
  public Happening with(String name, PersonId person) {
    persons.put(name, person);
    return this;
  }

  /** The same where there may be no such person. */
  public Happening withPerson(String name, @Nullable PersonId person) {
    return person == null ? this : with(name, person);
  }

  /** A value that the record only commits to: string, boolean, long, list or map of these. */
  public Happening committing(String name, Object value) {
    values.put(name, value);
    return this;
  }

  public RecordKind kind() {
    return kind;
  }

  public Optional<PersonId> actor() {
    return Optional.ofNullable(actor);
  }

  public Map<String, Object> members() {
    return members;
  }

  Map<String, PersonId> persons() {
    return persons;
  }

  public Map<String, Object> values() {
    return values;
  }
}
