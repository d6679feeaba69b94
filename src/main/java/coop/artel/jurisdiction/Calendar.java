package coop.artel.jurisdiction;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Working days and the ends of terms. Weekends and holidays stand for every year; what the
 * government moves stands in a file a year.
 *
 * @param unshifted months whose holidays do not carry a coinciding weekend day to the next working
 *     day
 * @param moves whether a term that ends on a non-working day ends on the next working day
 * @param article on the end of a term that falls on a non-working day
 */
public record Calendar(
    Set<DayOfWeek> weekend,
    Set<MonthDay> holidays,
    Set<Month> unshifted,
    NavigableMap<Integer, YearOfTransfers> years,
    boolean moves,
    String article) {
  /**
   * Of a country whose days off are not established: every day counts, and since that is not known
   * of any year, every end is preliminary.
   */
  static final Calendar NOT_ESTABLISHED =
      new Calendar(Set.of(), Set.of(), Set.of(), new TreeMap<>(), true, "");

  private static final int LONGEST = 4000;

  /** No country rests for two weeks on end. */
  private static final int LONGEST_REST = 14;

  /** A weekend day that the government moves to another day. */
  public record Transfer(LocalDate from, LocalDate to) {}

  /**
   * What an act of the government says of one year.
   *
   * @param demonstration verified only to show the service
   */
  public record YearOfTransfers(
      int year, String act, Norm.Figure standing, List<Transfer> moved, boolean demonstration) {}

  /**
   * The last day of a term.
   *
   * @param preliminary it rests on a calendar that is not established
   * @param demonstration it rests on a calendar that was verified only to show the service
   * @param earliest the last day cannot come before this one, whatever the government moves
   */
  public record End(
      LocalDate lastDay, boolean preliminary, boolean demonstration, LocalDate earliest) {
    /** Of a term that somebody was told ends on another day: neither is sure. */
    public End unlike(LocalDate told) {
      return new End(told, true, false, told.isBefore(earliest) ? told : earliest);
    }
  }

  public Calendar {
    years = new TreeMap<>(years);
  }

  Calendar verified(Set<String> subjects, Set<String> demonstrated) {
    var verified = new TreeMap<>(years);
    verified.replaceAll(
        (year, moved) ->
            subjects.contains("calendar/" + year)
                ? new YearOfTransfers(
                    year,
                    moved.act(),
                    moved.standing().asVerified(),
                    moved.moved(),
                    demonstrated.contains("calendar/" + year))
                : moved);
    return new Calendar(weekend, holidays, unshifted, verified, moves, article);
  }

  public boolean working(LocalDate day) {
    var moved = moved(day.getYear());
    for (var transfer : moved) {
      if (transfer.to().equals(day)) {
        return false;
      }
    }
    if (holiday(day)) {
      return false;
    }
    if (weekend.contains(day.getDayOfWeek())) {
      return moved.stream().anyMatch(transfer -> transfer.from().equals(day));
    }
    return !takesOverAWeekendDay(day);
  }

  /**
   * Counts from the day after the event (ГК 191); weeks end on the same day of the week, months and
   * years on the corresponding date or the month's last day (192); an end on a non-working day
   * moves to the next working day (193).
   */
  public End end(LocalDate event, int amount, TermUnit unit) {
    if (amount < 0 || amount > LONGEST) {
      throw new IllegalArgumentException("a term of %d %s".formatted(amount, unit));
    }
    return switch (unit) {
      case DAYS -> moveOn(event.plusDays(amount));
      case WEEKS -> moveOn(event.plusWeeks(amount));
      case MONTHS -> moveOn(event.plusMonths(amount));
      case YEARS -> moveOn(event.plusYears(amount));
      case WORKING_DAYS -> workingDays(event, amount);
    };
  }

  /**
   * Whether a term that is not counted in working days is over before a day, wherever days off may
   * have moved its end. Where none is established at all, that is only sure after the longest rest.
   */
  public boolean surelyOver(End end, LocalDate day) {
    boolean nothingKnown = weekend.isEmpty() && holidays.isEmpty();
    return end.preliminary()
        ? nothingKnown && day.isAfter(end.lastDay().plusDays(LONGEST_REST))
        : day.isAfter(end.lastDay());
  }

  private End workingDays(LocalDate event, int amount) {
    var day = event;
    boolean established = true;
    boolean demonstration = false;
    for (int counted = 0; counted < amount; ) {
      day = day.plusDays(1);
      established &= established(day.getYear());
      demonstration |= demonstration(day.getYear());
      if (working(day)) {
        counted++;
      }
    }
    return new End(day, !established, demonstration, earliest(event, amount));
  }

  /** Where a calendar is not established, only the holidays of every year are surely days off. */
  private LocalDate earliest(LocalDate event, int workingDays) {
    var day = event;
    for (int counted = 0; counted < workingDays; ) {
      day = day.plusDays(1);
      if (established(day.getYear()) ? working(day) : !holiday(day)) {
        counted++;
      }
    }
    return day;
  }

  /**
   * What is known of a day that a term is said to end on: it may have been moved there from any of
   * the days off before it.
   */
  public End told(LocalDate lastDay) {
    boolean known = years.containsKey(lastDay.getYear());
    boolean demonstration = false;
    var earliest = lastDay;
    for (var before = lastDay.minusDays(1); !working(before); before = before.minusDays(1)) {
      known &= established(before.getYear());
      demonstration |= demonstration(before.getYear());
      earliest = before;
    }
    return new End(lastDay, !known, demonstration, earliest);
  }

  private End moveOn(LocalDate nominal) {
    var day = nominal;
    boolean known = years.containsKey(day.getYear());
    boolean demonstration = false;
    while (moves && !working(day)) {
      // A calendar known in part is enough for a weekday that it does not touch.
      known &= established(day.getYear());
      demonstration |= demonstration(day.getYear());
      day = day.plusDays(1);
    }
    return new End(day, !known, demonstration, nominal);
  }

  private boolean established(int year) {
    var transfers = years.get(year);
    return transfers != null && transfers.standing().decides();
  }

  private boolean demonstration(int year) {
    var transfers = years.get(year);
    return transfers != null && transfers.demonstration();
  }

  private boolean holiday(LocalDate day) {
    return holidays.contains(MonthDay.from(day));
  }

  /** A weekday after a holiday that fell on a weekend day which the government did not move. */
  private boolean takesOverAWeekendDay(LocalDate day) {
    for (var before = day.minusDays(1);
        holiday(before) || weekend.contains(before.getDayOfWeek());
        before = before.minusDays(1)) {
      if (carries(before)) {
        return true;
      }
    }
    return false;
  }

  private boolean carries(LocalDate day) {
    return holiday(day)
        && weekend.contains(day.getDayOfWeek())
        && !unshifted.contains(day.getMonth())
        && moved(day.getYear()).stream().noneMatch(transfer -> transfer.from().equals(day));
  }

  private List<Transfer> moved(int year) {
    var transfers = years.get(year);
    return transfers == null ? List.of() : transfers.moved();
  }
}
