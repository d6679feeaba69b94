package coop.artel.desk.frame;

import coop.artel.values.FieldsRefused;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What a form of our own sent, and what is wrong with it: nothing of it is lost when it comes back.
 *
 * @param values as sent, by field
 * @param wrong sentences by field
 * @param labels what the form calls the fields that are wrong
 */
public record Sent(
    Map<String, List<String>> values, Map<String, String> wrong, Map<String, String> labels) {
  public static final String VALUE = "value.";
  public static final String PARAGRAPH = "paragraph.";

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("name", "founding.name"),
          Map.entry("shortName", "founding.short-name"),
          Map.entry("country", "founding.country"),
          Map.entry("legalForm", "founding.form"),
          Map.entry("registrationNumber", "founding.registration"),
          Map.entry("taxNumber", "founding.tax"),
          Map.entry("address", "founding.address"),
          Map.entry("zone", "founding.zone"),
          Map.entry("office", "offices.col.office"),
          Map.entry("person", "offices.whom"),
          Map.entry("holder", "offices.holder"),
          Map.entry("deputised", "deputies.office"),
          Map.entry("deputy", "deputies.deputy"),
          Map.entry("first", "deputies.first"),
          Map.entry("last", "deputies.last"),
          Map.entry("memberNumber", "offices.member"),
          Map.entry("day", "offices.day"),
          Map.entry("groundNumber", "offices.ground.number"),
          Map.entry("groundDay", "offices.ground.day"),
          Map.entry("familyName", "invitations.family"),
          Map.entry("givenName", "invitations.given"),
          Map.entry("login", "invitations.login"),
          Map.entry("lawyer", "invitations.lawyer"),
          Map.entry("since", "edition.since"),
          Map.entry("number", "withdrawal.number"),
          Map.entry("writtenOn", "withdrawal.written-on"),
          Map.entry("receivedOn", "paper.received-on"),
          Map.entry("scanDigest", "paper.scan"),
          Map.entry("consentOn", "paper.consent-on"),
          Map.entry("consentDigest", "paper.consent-scan"),
          Map.entry("password", "invitation.password"),
          Map.entry("base", "rules.base"),
          Map.entry("title", "drafts.col.title"),
          Map.entry("reason", "drafts.new.reason"),
          Map.entry("deed", "drafts.deed"),
          Map.entry("value", "drafts.value"),
          Map.entry("from", "drafts.from"),
          Map.entry("to", "drafts.to"),
          Map.entry("article", "drafts.article"),
          Map.entry("confidence", "drafts.confidence"),
          Map.entry("asOf", "rules.as-of"),
          Map.entry("place", "watch.place"),
          Map.entry("note", "watch.note"),
          Map.entry("source", "watch.source"),
          Map.entry("path", "draft-comments.path"),
          Map.entry("subject", "draft-comments.subject"),
          Map.entry("text", "draft-comments.text"),
          Map.entry("again", "invitation.again"));

  public static Sent nothing() {
    return new Sent(Map.of(), Map.of(), Map.of());
  }

  public static Sent of(MultiValueMap<String, String> parameters) {
    return new Sent(new LinkedHashMap<>(parameters), Map.of(), Map.of());
  }

  /** Where nothing was sent yet. */
  public static Sent first(Map<String, String> values) {
    var lists = new LinkedHashMap<String, List<String>>();
    values.forEach((field, value) -> lists.put(field, List.of(value)));
    return new Sent(lists, Map.of(), Map.of());
  }

  /** The same with what is wrong at one field. */
  Sent wrong(String field, String sentence, Wording wording) {
    return new Sent(values, Map.of(), Map.of()).alsoWrong(field, sentence, wording);
  }

  /** The same with one thing more that is wrong. */
  public Sent alsoWrong(String field, String sentence, Wording wording) {
    var sentences = new LinkedHashMap<>(wrong);
    var called = new LinkedHashMap<>(labels);
    sentences.put(field, sentence);
    called.put(field, label(field, wording));
    return new Sent(values, sentences, called);
  }

  public Sent refused(FieldsRefused refused, Wording wording) {
    var sentences = new LinkedHashMap<String, String>();
    var called = new LinkedHashMap<String, String>();
    for (var fault : refused.faults()) {
      sentences.put(fault.field(), sentence(fault, wording));
      called.put(fault.field(), label(fault.field(), wording));
    }
    return new Sent(values, sentences, called);
  }

  public static String sentence(FieldsRefused.Fault fault, Wording wording) {
    return wording.sayOr(
        "fault." + fault.code(),
        wording.say("field.invalid"),
        fault.arguments().stream()
            .map(it -> it instanceof LocalDate day ? wording.date(day) : it)
            .toArray());
  }

  /** One value, empty if there is none. */
  public String value(String field) {
    var all = values.get(field);
    return all == null || all.isEmpty() ? "" : all.get(0);
  }

  public boolean has(String field, String value) {
    return values.getOrDefault(field, List.of()).contains(value);
  }

  public @Nullable String wrong(String field) {
    return wrong.get(field);
  }

  /**
   * What describes an input: its hint, its error, or both.
   *
   * @param prefix of the ids, where a page has two forms
   */
  public @Nullable String describedBy(String prefix, String field, boolean hint) {
    var id = prefix + field;
    var ids = (hint ? id + "-hint " : "") + (wrong.containsKey(field) ? id + "-error" : "");
    return ids.isBlank() ? null : ids.strip();
  }

  /** What the form calls a field, for the list of what is wrong above it. */
  static String label(String field, Wording wording) {
    if (field.startsWith(VALUE)) {
      return NormViews.name(field.substring(VALUE.length()), wording);
    }
    if (field.startsWith(PARAGRAPH)) {
      return wording.say(
          "edition.paragraph-of", NormViews.name(field.substring(PARAGRAPH.length()), wording));
    }
    var key = LABELS.get(field);
    return key == null ? wording.sayOr("fact." + field, field) : wording.say(key);
  }

  /** Absent where nothing was sent, and where it is no day. */
  public @Nullable LocalDate day(String field) {
    try {
      return value(field).isBlank() ? null : LocalDate.parse(value(field).strip());
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
