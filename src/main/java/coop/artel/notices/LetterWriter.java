package coop.artel.notices;

import coop.artel.access.Invitations;
import coop.artel.access.Site;
import coop.artel.mail.Letter;
import coop.artel.mail.MailAddress;
import coop.artel.mail.Postman;
import coop.artel.registry.Cooperative;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Homes;
import coop.artel.values.Plural;
import coop.artel.workflow.Cases;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * Says in a letter what its reader is told: the step, the number of the case, the day, the way
 * there. A letter lies open wherever it comes by, so no name and nothing of a person is in it.
 */
@Component
class LetterWriter {
  private static final String PREFERENCES = "/notices/preferences";

  private final MessageSource messages;
  private final Cases cases;
  private final Cooperatives cooperatives;
  private final Homes homes;
  private final @Nullable URI site;

  LetterWriter(
      MessageSource messages,
      Cases cases,
      Cooperatives cooperatives,
      Homes homes,
      Site site,
      Postman postman) {
    this.messages = messages;
    this.cases = cases;
    this.cooperatives = cooperatives;
    this.homes = homes;
    this.site = site.address().orElse(null);
    if (postman.on() && this.site == null) {
      throw new IllegalArgumentException(
          "spring.mail.host names a mail server, so artel.url must be the address that people see:"
              + " the links of letters begin with it");
    }
  }

  /** A line of a letter. */
  private record Told(String words, String where, URI link) {}

  /** In one language, for one letter. */
  private final class Words {
    private final Locale locale;

    Words(Locale locale) {
      this.locale = locale;
    }

    String say(String key, Object... arguments) {
      return messages.getMessage(key, arguments, locale);
    }

    Told tell(Notice notice, Map<String, String> numbers) {
      var activity = notice.activity();
      var subject =
          Objects.requireNonNullElse(
              messages.getMessage(notice.subject(), null, activity, locale), "");
      var number = notice.caseId() == null ? null : numbers.get(notice.caseId());
      var home = notice.cooperative() == null ? null : homes.find(notice.cooperative(), locale);
      var where =
          Stream.of(
                  number == null ? null : say("letter.case", number),
                  home == null ? null : home.shortName(),
                  day(notice, home))
              .filter(Objects::nonNull)
              .collect(Collectors.joining(" · "));
      return new Told(say("notice." + notice.kind().id(), subject), where, at(notice.path()));
    }

    private String day(Notice notice, @Nullable Cooperative home) {
      var zone =
          Optional.ofNullable(home)
              .or(() -> cooperatives.all().stream().findFirst())
              .map(Cooperative::zone)
              .orElse(ZoneOffset.UTC);
      return moment(notice.at(), zone);
    }

    String moment(Instant at, ZoneId zone) {
      return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", locale)
          .withZone(zone)
          .format(at)
          .replaceFirst(" ", "\u00a0");
    }
  }

  /**
   * @param notices at least one, oldest first
   */
  Letter tell(UUID id, MailAddress to, List<Notice> notices, Locale locale) {
    var words = new Words(locale);
    var numbers =
        cases.numbers(notices.stream().map(Notice::caseId).filter(Objects::nonNull).toList());
    var told = notices.stream().map(it -> words.tell(it, numbers)).toList();
    var about =
        told.size() == 1
            ? told.get(0).words()
            : Plural.choose(locale, words.say("letter.count", told.size()), told.size());
    return letter(
        id, to, words.say("letter.subject", about), words.say("letter.lead"), told, true, words);
  }

  /** Asks whoever reads that address to prove it. */
  Letter confirm(MailAddress to, String secret, Locale locale) {
    var words = new Words(locale);
    var link = at(PREFERENCES + "?proof=" + secret);
    return letter(
        UUID.randomUUID(),
        to,
        words.say("letter.confirm.subject"),
        words.say("letter.confirm.lead"),
        List.of(new Told(words.say("letter.confirm.link"), words.say("letter.confirm.till"), link)),
        true,
        words);
  }

  /** Opens an account; whoever reads it has none yet, and so nothing to choose. */
  Letter invite(MailAddress to, Invitations.Issued issued, Cooperative cooperative, Locale locale) {
    var words = new Words(locale);
    var till = words.moment(issued.invitation().expiresAt(), cooperative.zone());
    return letter(
        UUID.randomUUID(),
        to,
        words.say("letter.invitation.subject", cooperative.shortName()),
        words.say("letter.invitation.lead", cooperative.shortName()),
        List.of(
            new Told(
                words.say("letter.invitation.link"),
                words.say("letter.invitation.till", till),
                at("/invitation/" + issued.token()))),
        false,
        words);
  }

  /** Of an application; what has happened to it stands on its page only. */
  Letter tellApplicant(
      UUID id, MailAddress to, String told, Cooperative cooperative, Locale locale) {
    var words = new Words(locale);
    return letter(
        id,
        to,
        words.say("letter.applicant.subject", cooperative.shortName()),
        words.say("letter.applicant.lead"),
        List.of(
            new Told(
                words.say("letter." + told),
                words.say("letter.applicant.way"),
                at("/application"))),
        false,
        words);
  }

  private Letter letter(
      UUID id,
      MailAddress to,
      String subject,
      String lead,
      List<Told> told,
      boolean chooses,
      Words words) {
    var preferences = at(PREFERENCES);
    var end = words.say("letter.end");
    var choose = words.say("letter.preferences");
    var text =
        told.stream()
            .map(it -> "%s\n%s\n%s\n".formatted(it.words(), it.where(), it.link()))
            .collect(
                Collectors.joining(
                    "\n",
                    lead + "\n\n",
                    "\n-- \n%s\n%s"
                        .formatted(end, chooses ? "%s: %s\n".formatted(choose, preferences) : "")));
    var html =
        told.stream()
            .map(
                it ->
                    "<li><a href=\"%s\">%s</a><br>%s</li>\n"
                        .formatted(plain(it.link()), plain(it.words()), plain(it.where())))
            .collect(
                Collectors.joining(
                    "",
                    "<!DOCTYPE html>\n<html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title></head><body>\n<p>%s</p>\n<ul>\n"
                        .formatted(words.locale.getLanguage(), plain(subject), plain(lead)),
                    "</ul>\n<hr>\n<p><small>%s%s</small></p>\n</body></html>\n"
                        .formatted(
                            plain(end),
                            chooses
                                ? " <a href=\"%s\">%s</a>"
                                    .formatted(plain(preferences), plain(choose))
                                : "")));
    return new Letter(id, to, subject, text, html, preferences);
  }

  private URI at(String path) {
    return URI.create(Objects.requireNonNull(site, "artel.url") + path);
  }

  private static String plain(Object text) {
    return HtmlUtils.htmlEscape(text.toString(), "UTF-8");
  }
}
