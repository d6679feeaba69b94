package coop.artel.members;

import coop.artel.values.PersonId;
import coop.artel.workflow.Variable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * The variables of the processes in processes/members, beside those that they share with the
 * council's. A timer needs a moment and not a day; its variable ends in {@code At}.
 */
final class MemberVariables {
  static final Variable<UUID> APPLICANT = Variable.id("applicant", UUID::fromString);
  static final Variable<PersonId> APPLICANT_PERSON = Variable.id("applicantPerson", PersonId::of);
  static final Variable<LocalDate> RECEIVED_ON = Variable.date("receivedOn");
  static final Variable<Instant> REMIND_AT = Variable.id("remindAt", Instant::parse);
  static final Variable<Instant> OVERDUE_AT = Variable.id("overdueAt", Instant::parse);

  /** The application came on paper: the secretaries act where the applicant would. */
  static final Variable<Boolean> ON_PAPER = Variable.flag("onPaper");

  /** From then on the chair says whether additions are waited for; put off by waiting longer. */
  static final Variable<Instant> COMPLETION_OVERDUE_AT =
      Variable.id("completionOverdueAt", Instant::parse);

  static final Variable<LocalDate> TAKE_UP_BY = Variable.date("takeUpBy");
  static final Variable<Boolean> WAIT_LONGER = Variable.flag("waitLonger");

  /** What was missing was added; otherwise the chair waits no longer. */
  static final Variable<Boolean> COMPLETED = Variable.flag("completed");

  /** The application has gone back to the applicant for good. */
  static final Variable<Boolean> RETURNED = Variable.flag("returned");

  /** What does not match: {@code none}, {@code data}, {@code person}. */
  static final Variable<String> MISMATCH = Variable.word("mismatch");

  /** Whether the applicant's additions are waited for. */
  static final Variable<Boolean> AWAITS_APPLICANT = Variable.flag("awaitsApplicant");

  /** The register has a line of the applicant already. */
  static final Variable<Boolean> ALREADY_MEMBER = Variable.flag("alreadyMember");

  static final Variable<LocalDate> NOTICE_BY = Variable.date("noticeBy");
  static final Variable<LocalDate> PAY_BY = Variable.date("payBy");
  static final Variable<Instant> PAYMENT_OVERDUE_AT =
      Variable.id("paymentOverdueAt", Instant::parse);

  static final Variable<LocalDate> NONPAYMENT_BY = Variable.date("nonpaymentBy");
  static final Variable<LocalDate> JUDGE_BY = Variable.date("judgeBy");

  /** The accountant says that the contributions came in time after all. */
  static final Variable<Boolean> ARRIVED = Variable.flag("arrived");

  /** The day for which the law was asked about the entry: on it membership arises. */
  static final Variable<LocalDate> MEMBER_ON = Variable.date("memberOn");

  /** The identity document told what the law was not told of the applicant. */
  static final Variable<Boolean> KNOWN = Variable.flag("known");

  static final Variable<Boolean> CORRECTION = Variable.flag("correction");

  /** By then the data of whoever consents no longer are destroyed, unless a ground keeps them. */
  static final Variable<LocalDate> DESTROY_BY = Variable.date("destroyBy");

  static final Variable<UUID> IMPORT = Variable.id("import", UUID::fromString);
  static final Variable<UUID> ENTRY_CORRECTION = Variable.id("entryCorrection", UUID::fromString);

  /** The first of two persons proposes; the second approves. */
  static final Variable<Boolean> PROPOSED = Variable.flag("proposed");

  static final Variable<Boolean> APPROVED = Variable.flag("approved");

  private MemberVariables() {}
}
