package coop.artel.desk.frame;

import coop.artel.documents.TemplateMissing;
import coop.artel.law.NormUndecided;
import coop.artel.law.QuestionWithoutRules;
import coop.artel.members.Imports;
import coop.artel.sheets.CellsRefused;
import coop.artel.values.FieldsRefused;
import coop.artel.values.Money;
import coop.artel.values.PersonId;
import coop.artel.values.Refusal;
import coop.artel.workflow.Form;
import coop.artel.workflow.ModelRefused;
import coop.artel.workflow.TaskAlreadyDone;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Says a refusal in the reader's language, with the names and dates that explain it. */
@Component
public class Refusals {
  /** What stands at the office that was chosen. */
  private static final Set<String> OF_OFFICE =
      Set.of("council-full", "chair-already-held", "office-already-held", "office-not-held");

  private static final int MOST_FAULTS_TOLD = 3;

  private final Names names;

  public Refusals(Names names) {
    this.names = names;
  }

  public String sentence(Refusal refusal, Wording wording) {
    if (refusal instanceof ModelRefused refused) {
      return wording.say("refusal." + refusal.code(), faults(refused, wording));
    }
    if (refusal instanceof QuestionWithoutRules lacking) {
      return wording.say(
          "refusal." + refusal.code(),
          lacking.country().in(wording.locale()),
          wording.say("question." + lacking.question()));
    }
    if (refusal instanceof TemplateMissing lacking) {
      return wording.say(
          "refusal." + refusal.code(),
          lacking.country().in(wording.locale()),
          wording.say("document." + lacking.kindOfDocument()));
    }
    if (refusal instanceof NormUndecided undecided) {
      return wording.say("refusal." + refusal.code(), NormViews.name(undecided.norm(), wording));
    }
    return wording.sayOr(
        "refusal." + refusal.code(),
        wording.say("problem." + kind(refusal) + ".detail"),
        readable(refusal.arguments(), zone(refusal), wording));
  }

  /**
   * A form about offices as it comes back; what belongs to no field stands above it.
   *
   * @param field in which the office was chosen
   */
  public Sent back(Refusal refusal, Sent sent, String field, Model model, Wording wording) {
    if (refusal instanceof FieldsRefused fields) {
      return sent.refused(fields, wording);
    }
    var sentence = sentence(refusal, wording);
    if (OF_OFFICE.contains(refusal.code())) {
      return sent.wrong(field, sentence, wording);
    }
    model.addAttribute("refused", sentence);
    return sent;
  }

  public String field(Form.FieldError error, Wording wording) {
    var arguments = readable(error.arguments(), ZoneOffset.UTC, wording);
    var refused = wording.sayOr("refusal." + error.code(), wording.say("field.invalid"), arguments);
    var said = wording.sayOr("form." + error.code(), refused, arguments);
    return wording.sayOr("form." + error.code() + "." + error.key(), said, arguments);
  }

  public String fault(ModelRefused.Fault fault, Wording wording) {
    var arguments = new ArrayList<Object>(List.of(fault.file(), String.valueOf(fault.line())));
    arguments.addAll(fault.arguments());
    return wording.sayOr(
        "model." + fault.code(), fault.code(), readable(arguments, ZoneOffset.UTC, wording));
  }

  /** The first few; a problem document lists them all. */
  private String faults(ModelRefused refused, Wording wording) {
    var told = refused.faults().stream().map(it -> fault(it, wording)).distinct().toList();
    return told.size() > MOST_FAULTS_TOLD
        ? String.join(" ", told.subList(0, MOST_FAULTS_TOLD)) + " …"
        : String.join(" ", told);
  }

  /** What is wrong in a line of a list: the column, then why. */
  public String fault(Imports.Fault fault, Wording wording) {
    var arguments = readable(fault.arguments(), ZoneOffset.UTC, wording);
    var refused = wording.sayOr("refusal." + fault.code(), fault.code(), arguments);
    var said = wording.sayOr("import.fault." + fault.code(), refused, arguments);
    var column = fault.column();
    return column == null ? said : wording.say("import.column." + column.key()) + ": " + said;
  }

  /** What is wrong with a cell of a spreadsheet: its place, then why. */
  public String fault(CellsRefused.Fault fault, Wording wording) {
    var arguments = readable(fault.arguments(), ZoneOffset.UTC, wording);
    var key = fault.code().startsWith("refusal.") ? fault.code() : "cell." + fault.code();
    var said = wording.sayOr(key, fault.code(), arguments);
    if (fault.row() == 0) {
      return wording.say("cell.at-sheet", fault.sheet(), said);
    }
    return wording.say(
        fault.column().isEmpty() ? "cell.at-row" : "cell.at", fault.sheet(), fault.place(), said);
  }

  public static String kind(Refusal refusal) {
    return refusal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Moments are told by the clock of the cooperative that they happened in. */
  private ZoneId zone(Refusal refusal) {
    return refusal instanceof TaskAlreadyDone done
        ? names.cooperative(done.cooperative()).zone()
        : ZoneOffset.UTC;
  }

  private Object[] readable(List<Object> arguments, ZoneId zone, Wording wording) {
    return arguments.stream().map(argument -> readable(argument, zone, wording)).toArray();
  }

  private Object readable(Object argument, ZoneId zone, Wording wording) {
    if (argument instanceof PersonId person) {
      return names.person(person, wording);
    }
    if (argument instanceof Collection<?> many) {
      return many.stream()
          .map(one -> String.valueOf(readable(one, zone, wording)))
          .sorted()
          .collect(Collectors.joining(", "));
    }
    if (argument instanceof LocalDate day) {
      return wording.date(day);
    }
    if (argument instanceof Instant instant) {
      return wording.moment(instant, zone);
    }
    return argument instanceof Money money ? wording.sum(money) : argument;
  }
}
