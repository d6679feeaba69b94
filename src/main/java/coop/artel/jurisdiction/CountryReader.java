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
import java.util.HashMap;
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
import java.util.regex.Pattern;

/** Reads one country's files, strictly: what is not understood is told at the line. */
final class CountryReader {
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
    var norms = new NormsReader(file("norms.yaml"), acts).read();
    var forms =
        byId(root.required(entries, "legal-forms"), CountryReader::legalForm, LegalForm::id);
    var identifiers =
        byId(root.required(entries, "identifiers"), CountryReader::identifier, Identifier::id);
    for (var form : forms.values()) {
      for (var kind : List.of(form.registrationNumber(), form.taxNumber())) {
        if (!identifiers.containsKey(kind)) {
          throw root.wrong("%s: %s".formatted(form.id(), kind));
        }
      }
    }
    for (var norm : norms.values()) {
      for (var form : norm.byLegalForm().keySet()) {
        if (!form.equals(Norm.ANY_FORM) && !forms.containsKey(form)) {
          throw file("norms.yaml").wrong("%s: %s".formatted(norm.key(), form));
        }
      }
    }
    var zone = root.required(entries, "zone").as(ZoneId::of);
    var zones = set(root.required(entries, "zones"), ZoneId::of);
    if (!zones.contains(zone)) {
      throw root.wrong("zones: " + zone);
    }
    return new Country(
        id,
        names(root.required(entries, "name")),
        root.required(entries, "language").text(),
        root.required(entries, "currency").as(Currency::getInstance),
        zone,
        List.copyOf(zones),
        forms,
        identifiers,
        signature(root.required(entries, "signature")),
        calendar(root.required(entries, "days")),
        acts,
        norms,
        digests());
  }

  private SortedMap<String, Act> acts() {
    return byId(file("acts.yaml"), CountryReader::act, Act::id);
  }

  private static Act act(YamlNode node) {
    var entries = node.entries(Set.of("id", "name", "checked", "articles"));
    var articles = new LinkedHashSet<String>();
    for (var article : node.required(entries, "articles").items()) {
      if (!articles.add(article.text())) {
        throw article.wrong(article.text());
      }
    }
    return new Act(
        node.required(entries, "id").text(),
        node.required(entries, "name").text(),
        YamlNode.optional(entries, "checked").map(YamlNode::day),
        articles);
  }

  private static LegalForm legalForm(YamlNode node) {
    var entries = node.entries(Set.of("id", "name", "short", "registration-number", "tax-number"));
    return new LegalForm(
        node.required(entries, "id").text(),
        names(node.required(entries, "name")),
        names(node.required(entries, "short")),
        node.required(entries, "registration-number").text(),
        node.required(entries, "tax-number").text());
  }

  private static LegalForm.Names names(YamlNode node) {
    var entries = node.entries(Set.of("ru", "en"));
    return new LegalForm.Names(
        node.required(entries, "ru").text(), node.required(entries, "en").text());
  }

  private static Identifier identifier(YamlNode node) {
    var entries =
        node.entries(
            Set.of(
                "id",
                "name",
                "pattern",
                "left-out",
                "all-zero-refused",
                "unchecked-up-to",
                "checks"));
    return new Identifier(
        node.required(entries, "id").text(),
        names(node.required(entries, "name")),
        node.required(entries, "pattern").as(Pattern::compile),
        YamlNode.optional(entries, "left-out").map(YamlNode::text).orElse(""),
        YamlNode.optional(entries, "all-zero-refused").map(YamlNode::flag).orElse(false),
        YamlNode.optional(entries, "unchecked-up-to").map(YamlNode::text),
        YamlNode.optional(entries, "checks").map(YamlNode::items).orElse(List.of()).stream()
            .map(CountryReader::checkDigits)
            .toList());
  }

  private static Identifier.CheckDigits checkDigits(YamlNode node) {
    var entries = node.entries(Set.of("at", "digits", "weights", "moduli", "remainders"));
    var remainders = new HashMap<Integer, Integer>();
    YamlNode.optional(entries, "remainders")
        .ifPresent(
            map ->
                map.entries()
                    .forEach((key, value) -> remainders.put(Integer.valueOf(key), value.number())));
    return new Identifier.CheckDigits(
        node.required(entries, "at").number(),
        YamlNode.optional(entries, "digits").map(YamlNode::number).orElse(1),
        YamlNode.optional(entries, "weights").map(YamlNode::items).orElse(List.of()).stream()
            .map(YamlNode::number)
            .toList(),
        node.required(entries, "moduli").items().stream().map(YamlNode::number).toList(),
        Map.copyOf(remainders));
  }

  private static Country.SignatureProfile signature(YamlNode node) {
    var entries = node.entries(Set.of("kinds", "algorithms", "article"));
    return new Country.SignatureProfile(
        node.required(entries, "kinds").items().stream().map(YamlNode::text).toList(),
        node.required(entries, "algorithms").items().stream().map(YamlNode::text).toList(),
        node.required(entries, "article").text());
  }

  private Calendar calendar(YamlNode node) {
    var entries = node.entries(Set.of("weekend", "holidays", "unshifted-months", "article"));
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
        set(node.required(entries, "unshifted-months"), text -> Month.valueOf(upper(text))),
        years,
        node.required(entries, "article").text());
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
        standing(node, entries, Integer.toString(year), Optional.of(LocalDate.of(year, 1, 1)));
    return new Calendar.YearOfTransfers(
        year, node.required(entries, "act").text(), standing, moved, false);
  }

  /** A figure's source and how sure it is. */
  static Norm.Figure standing(
      YamlNode node, Map<String, YamlNode> entries, String value, Optional<LocalDate> since) {
    var confidence =
        node.required(entries, "confidence").as(text -> Confidence.valueOf(upper(text)));
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
        node.required(entries, "article").text(),
        confidence,
        isVerified,
        known.text(),
        since);
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
      throw FileNotUnderstood.keyMissing(path, 1, name);
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
