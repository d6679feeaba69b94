package coop.artel.jurisdiction;

import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads one country's files, strictly: what is not understood is told at the line. */
final class CountryReader {
  private static final Optional<String> NO_OTHER = Optional.empty();
  private static final Set<String> KNOWN = Set.of("read", "recalled", "charter", "derived");

  private final String id;
  private final Map<String, String> files;

  CountryReader(String id, Map<String, String> files) {
    this.id = id;
    this.files = files;
  }

  Country read() {
    var root = file("country.yaml");
    var entries =
        root.entries(
            Set.of(
                "country",
                "name",
                "language",
                "rules",
                "currency",
                "zone",
                "zones",
                "signature",
                "legal-forms",
                "identifiers",
                "days"));
    var country = root.required(entries, "country");
    if (!country.text().equals(id)) {
      throw country.wrong(country.text());
    }
    var acts = acts();
    var forms =
        byId(root.required(entries, "legal-forms"), CountryReader::legalForm, LegalForm::id);
    var identifiers =
        byId(root.required(entries, "identifiers"), IdentifierReader::identifier, Identifier::id);
    for (var form : forms.values()) {
      Stream.of(form.registrationNumber(), form.taxNumber())
          .flatMap(Optional::stream)
          .filter(kind -> !identifiers.containsKey(kind))
          .forEach(
              kind -> {
                throw root.wrong("%s: %s".formatted(form.id(), kind));
              });
    }
    var norms = new NormsReader(file("norms.yaml"), acts, forms.keySet()).read();
    var zone = root.required(entries, "zone").as(ZoneId::of);
    var zones = set(root.required(entries, "zones"), ZoneId::of);
    if (!zones.contains(zone)) {
      throw root.wrong("zones: " + zone);
    }
    var language = root.required(entries, "language").text();
    return new Country(
        id,
        names(root.required(entries, "name")),
        language,
        YamlNode.optional(entries, "rules").map(YamlNode::text).orElse(language),
        root.required(entries, "currency").as(Currency::getInstance),
        zone,
        List.copyOf(zones),
        forms,
        identifiers,
        YamlNode.optional(entries, "signature").map(CountryReader::signature),
        YamlNode.optional(entries, "days").map(this::calendar).orElseGet(this::noCalendar),
        acts,
        norms,
        digests());
  }

  private SortedMap<String, Act> acts() {
    return byId(file("acts.yaml"), CountryReader::act, Act::id);
  }

  private static Act act(YamlNode node) {
    var entries =
        node.entries(
            Set.of("id", "name", "checked", "text-of", "from", "to", "confidence", "articles"));
    var articles = new LinkedHashSet<String>();
    for (var article : node.required(entries, "articles").items()) {
      if (!articles.add(article.text())) {
        throw article.wrong(article.text());
      }
    }
    var name = node.required(entries, "name");
    return new Act(
        node.required(entries, "id").text(),
        name.isMapping() ? names(name) : new LegalForm.Names(name.text(), name.text(), NO_OTHER),
        YamlNode.optional(entries, "checked").map(YamlNode::day),
        YamlNode.optional(entries, "text-of").map(YamlNode::day),
        YamlNode.optional(entries, "from").map(YamlNode::day),
        YamlNode.optional(entries, "to").map(YamlNode::day),
        YamlNode.optional(entries, "confidence")
            .map(CountryReader::confidence)
            .orElse(Confidence.HIGH),
        articles);
  }

  private static LegalForm legalForm(YamlNode node) {
    var entries = node.entries(Set.of("id", "name", "short", "registration-number", "tax-number"));
    return new LegalForm(
        node.required(entries, "id").text(),
        names(node.required(entries, "name")),
        names(node.required(entries, "short")),
        YamlNode.optional(entries, "registration-number").map(YamlNode::text),
        YamlNode.optional(entries, "tax-number").map(YamlNode::text));
  }

  static LegalForm.Names names(YamlNode node) {
    var entries = node.entries(Set.of("ru", "en", "own"));
    return new LegalForm.Names(
        node.required(entries, "ru").text(),
        node.required(entries, "en").text(),
        YamlNode.optional(entries, "own").map(YamlNode::text));
  }

  private static Country.SignatureProfile signature(YamlNode node) {
    var entries = node.entries(Set.of("kinds", "algorithms", "article", "confidence"));
    return new Country.SignatureProfile(
        texts(entries, "kinds"),
        texts(entries, "algorithms"),
        YamlNode.optional(entries, "article").map(YamlNode::text),
        confidence(node.required(entries, "confidence")));
  }

  private static List<String> texts(Map<String, YamlNode> entries, String key) {
    return YamlNode.optional(entries, key).map(YamlNode::items).orElse(List.of()).stream()
        .map(YamlNode::text)
        .toList();
  }

  private Calendar calendar(YamlNode node) {
    var entries =
        node.entries(
            Set.of("weekend", "holidays", "unshifted-months", "end-on-day-off", "article"));
    var unshifted = YamlNode.optional(entries, "unshifted-months");
    var years = new TreeMap<Integer, Calendar.YearOfTransfers>();
    for (var file : new TreeMap<>(files).entrySet()) {
      if (file.getKey().startsWith(id + "/calendar/")) {
        var root = YamlNode.read(file.getKey(), file.getValue());
        var year = year(root);
        if (!file.getKey().equals("%s/calendar/%d.yaml".formatted(id, year.year()))) {
          throw root.wrong(Integer.toString(year.year()));
        }
        years.put(year.year(), year);
      }
    }
    return new Calendar(
        set(node.required(entries, "weekend"), text -> DayOfWeek.valueOf(upper(text))),
        set(node.required(entries, "holidays"), text -> MonthDay.parse("--" + text)),
        unshifted
            .map(months -> set(months, text -> Month.valueOf(upper(text))))
            .orElse(Set.of(Month.values())),
        years,
        YamlNode.optional(entries, "end-on-day-off")
            .map(value -> value.as(CountryReader::moves))
            .orElse(true),
        node.required(entries, "article").text());
  }

  private static boolean moves(String text) {
    return switch (text) {
      case "next-working-day" -> true;
      case "stays" -> false;
      default -> throw new IllegalArgumentException(text);
    };
  }

  /** A year's transfers say nothing where it is not known which days are off. */
  private Calendar noCalendar() {
    files.keySet().stream()
        .filter(file -> file.startsWith(id + "/calendar/"))
        .forEach(
            file -> {
              throw FileNotUnderstood.keyMissing(id + "/country.yaml", 1, "days");
            });
    return Calendar.NOT_ESTABLISHED;
  }

  private static Calendar.YearOfTransfers year(YamlNode node) {
    var entries =
        node.entries(
            Set.of("year", "act", "article", "confidence", "verified", "known", "transfers"));
    int year = node.required(entries, "year").number();
    var moved = new ArrayList<Calendar.Transfer>();
    for (var item : node.required(entries, "transfers").items()) {
      var transfer = item.entries(Set.of("from", "to"));
      var from = item.required(transfer, "from").day();
      var to = item.required(transfer, "to").day();
      if (from.getYear() != year || to.getYear() != year) {
        throw item.wrong("%s → %s".formatted(from, to));
      }
      moved.add(new Calendar.Transfer(from, to));
    }
    var standing =
        standing(
            node,
            entries,
            Integer.toString(year),
            node.required(entries, "article").text(),
            Optional.of(LocalDate.of(year, 1, 1)));
    return new Calendar.YearOfTransfers(
        year, node.required(entries, "act").text(), standing, moved, false);
  }

  /** A figure's source and how sure it is. */
  static Norm.Figure standing(
      YamlNode node,
      Map<String, YamlNode> entries,
      String value,
      String article,
      Optional<LocalDate> since) {
    var confidence = confidence(node.required(entries, "confidence"));
    var known = node.required(entries, "known");
    if (!KNOWN.contains(known.text())) {
      throw known.wrong(known.text());
    }
    var verified = YamlNode.optional(entries, "verified");
    if (confidence != Confidence.HIGH && verified.isEmpty()) {
      throw FileNotUnderstood.keyMissing(node.file(), node.line(), "verified");
    }
    boolean isVerified = verified.map(YamlNode::flag).orElse(false);
    if (isVerified && confidence == Confidence.LOW) {
      throw node.wrong("verified: true");
    }
    return new Norm.Figure(
        value,
        article,
        confidence,
        isVerified,
        known.text(),
        since,
        YamlNode.optional(entries, "note").map(CountryReader::names));
  }

  private static Confidence confidence(YamlNode node) {
    return node.as(text -> Confidence.valueOf(upper(text)));
  }

  static Optional<BigDecimal> decimal(Map<String, YamlNode> entries, String key) {
    return YamlNode.optional(entries, key).map(node -> node.as(BigDecimal::new));
  }

  private static <T> Set<T> set(YamlNode node, Function<String, T> reading) {
    var set = new LinkedHashSet<T>();
    for (var item : node.items()) {
      if (!set.add(item.as(reading))) {
        throw item.wrong(item.text());
      }
    }
    return set;
  }

  private static <T> SortedMap<String, T> byId(
      YamlNode list, Function<YamlNode, T> reading, Function<T, String> id) {
    var things = new TreeMap<String, T>();
    for (var item : list.items()) {
      var thing = reading.apply(item);
      if (things.put(id.apply(thing), thing) != null) {
        throw FileNotUnderstood.keyDoubled(item.file(), item.line(), id.apply(thing));
      }
    }
    return things;
  }

  private YamlNode file(String name) {
    var path = id + "/" + name;
    var text = files.get(path);
    if (text == null) {
      throw FileNotUnderstood.fileMissing(path);
    }
    return YamlNode.read(path, text);
  }

  private SortedMap<String, String> digests() {
    return files.entrySet().stream()
        .collect(
            toMap(Map.Entry::getKey, file -> sha256(file.getValue()), (a, b) -> a, TreeMap::new));
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static String sha256(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
