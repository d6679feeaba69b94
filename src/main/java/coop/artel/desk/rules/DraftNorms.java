package coop.artel.desk.rules;

import coop.artel.desk.frame.NormViews;
import coop.artel.desk.frame.Option;
import coop.artel.desk.frame.Sent;
import coop.artel.desk.frame.Wording;
import coop.artel.jurisdiction.Confidence;
import coop.artel.jurisdiction.Countries;
import coop.artel.jurisdiction.LegalForm;
import coop.artel.jurisdiction.NormsTable;
import coop.artel.law.RuleBench;
import coop.artel.law.RuleDrafts;
import coop.artel.values.FieldsRefused;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The norms of a draft as a dated table, and a figure of it as a form. */
@Component
class DraftNorms {
  /** What becomes of the figure that the form was opened at. */
  static final String DEED = "deed";

  static final String CORRECT = "correct";
  static final String SUCCEED = "succeed";
  static final String ADD = "add";
  static final String FORMS = "forms";

  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String VALUE = "value";
  private static final String CONFIDENCE = "confidence";

  private final RuleDrafts drafts;
  private final RuleBench bench;
  private final Countries countries;
  private final DraftViews views;

  DraftNorms(RuleDrafts drafts, RuleBench bench, Countries countries, DraftViews views) {
    this.drafts = drafts;
    this.bench = bench;
    this.countries = countries;
    this.views = views;
  }

  /** A norm with its figures; none where only charters say it. */
  record Row(String key, String name, String unit, int line, List<FigureView> figures) {}

  /**
   * A figure of it.
   *
   * @param since empty where it has always been so
   * @param until empty where it has not ended
   */
  record FigureView(
      int index,
      int line,
      String value,
      String forms,
      String since,
      String until,
      String article,
      String confidence) {}

  static String path(String country) {
    return "jurisdictions/%s/norms.yaml".formatted(country);
  }

  /** Refused: {@code file-not-yaml} and its like. */
  NormsTable table(UUID id) {
    var files = drafts.files(id);
    var path = path(files.country());
    return NormsTable.read(path, files.byPath().getOrDefault(path, ""));
  }

  List<Row> rows(NormsTable table, String country, Wording wording) {
    return table.rows().stream()
        .map(
            row ->
                new Row(
                    row.key(),
                    NormViews.name(countries.of(country), row.key(), wording),
                    row.unit(),
                    row.line(),
                    row.figures().stream().map(it -> view(row, it, country, wording)).toList()))
        .toList();
  }

  private FigureView view(NormsTable.Row row, NormsTable.Line it, String country, Wording wording) {
    var said = it.said();
    return new FigureView(
        it.index(),
        it.line(),
        wording.figure(said.get(VALUE), row.unit()),
        it.forms().isEmpty()
            ? wording.say("norms.any-form")
            : String.join(", ", it.forms().stream().map(f -> form(country, f, wording)).toList()),
        date(said.get(FROM), wording),
        date(said.get(TO), wording),
        said.get("article").isEmpty() ? row.article() : said.get("article"),
        said.get(CONFIDENCE));
  }

  private static String date(String day, Wording wording) {
    try {
      return day.isEmpty() ? "" : wording.date(LocalDate.parse(day));
    } catch (DateTimeException e) {
      return day;
    }
  }

  private String form(String country, String id, Wording wording) {
    return countries
        .of(country)
        .legalForm(id)
        .map(it -> it.abbreviation().in(wording.locale()))
        .orElse(id);
  }

  List<Option> forms(String country, Wording wording) {
    return countries.of(country).legalForms().values().stream()
        .map(it -> new Option(it.id(), name(it, wording)))
        .toList();
  }

  private static String name(LegalForm form, Wording wording) {
    return form.name().in(wording.locale());
  }

  static List<Option> confidences(Wording wording) {
    return Arrays.stream(Confidence.values())
        .map(it -> it.name().toLowerCase(Locale.ROOT))
        .map(it -> new Option(it, wording.say("confidence." + it)))
        .toList();
  }

  /**
   * The form as it first stands: with what the figure says, or with what is likely of a new one.
   */
  static Sent begin(NormsTable.Row row, int index) {
    var values = new LinkedHashMap<String, String>();
    if (index < row.figures().size() && index >= 0) {
      values.putAll(row.figures().get(index).said().byName());
      values.put(DEED, CORRECT);
    } else {
      values.put("article", row.article());
      values.put(CONFIDENCE, "high");
      values.put(DEED, ADD);
    }
    return Sent.first(values);
  }

  /**
   * The text of norms.yaml as the form would have it. Refused: {@code fields-refused} with what is
   * wrong with the fields, by themselves and in the file.
   */
  String write(UUID id, NormsTable table, String key, int index, Sent sent, Wording wording) {
    var deed = sent.value(DEED);
    check(sent, deed);
    var said = new NormsTable.Fields(fields(sent));
    var text =
        switch (deed) {
          case SUCCEED ->
              table.succeeded(
                  key, index, said, LocalDate.parse(said.get(FROM)).minusDays(1).toString());
          case ADD -> table.added(key, named(sent), said);
          default -> table.changed(key, index, said);
        };
    demandUnderstood(id, text, key, deed.equals(CORRECT) ? index : -1, wording);
    return text;
  }

  private static List<String> named(Sent sent) {
    return sent.values().getOrDefault(FORMS, List.of()).stream()
        .filter(it -> it.matches("[a-z-]+"))
        .toList();
  }

  private static Map<String, String> fields(Sent sent) {
    var fields = new LinkedHashMap<String, String>();
    NormsTable.FIELDS.forEach(it -> fields.put(it, sent.value(it).strip()));
    return fields;
  }

  private static void check(Sent sent, String deed) {
    var check = new FieldsRefused.Check();
    check.demand(List.of(CORRECT, SUCCEED, ADD).contains(deed), DEED, "choose");
    check.demand(!sent.value(VALUE).isBlank(), VALUE, "empty");
    check.demand(!sent.value("article").isBlank(), "article", "empty");
    check.demand(
        Arrays.stream(Confidence.values())
            .anyMatch(it -> it.name().toLowerCase(Locale.ROOT).equals(sent.value(CONFIDENCE))),
        CONFIDENCE,
        "choose");
    NormsTable.FIELDS.forEach(
        it -> check.demand(sent.value(it).chars().noneMatch(Character::isISOControl), it, "signs"));
    check.demand(!deed.equals(SUCCEED) || !sent.value(FROM).isBlank(), FROM, "day-empty");
    for (var day : List.of(FROM, TO)) {
      check.demand(sent.value(day).isBlank() || sent.day(day) != null, day, "day-impossible");
    }
    check.done();
  }

  /**
   * @param index of the figure that was changed; the norm's last one where it is new
   */
  private void demandUnderstood(UUID id, String text, String key, int index, Wording wording) {
    var path = path(drafts.find(id).country());
    var row =
        NormsTable.read(path, text).rows().stream()
            .filter(it -> it.key().equals(key))
            .findFirst()
            .orElseThrow();
    var figure = row.figures().get(index < 0 ? row.figures().size() - 1 : index);
    var check = new FieldsRefused.Check();
    bench.faults(id, path, text).stream()
        .filter(it -> it.path().equals(path))
        .filter(it -> it.line() >= figure.line() && it.line() <= figure.lastLine())
        .forEach(it -> check.demand(false, field(it), "as-told", views.message(it, wording)));
    check.done();
  }

  private static String field(RuleBench.Fault fault) {
    return switch (fault.refusal().code()) {
      case "file-act-unknown" -> "article";
      case "file-figures-overlap" -> FROM;
      default -> VALUE;
    };
  }
}
