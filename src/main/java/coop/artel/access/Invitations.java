package coop.artel.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import coop.artel.access.Accounts.LoginState;
import coop.artel.access.Appointment.Change;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Memberships;
import coop.artel.values.CooperativeId;
import coop.artel.values.FieldsRefused;
import coop.artel.values.PersonId;
import coop.artel.values.UseCase;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Links by which people without an account get one, each once; by real time. */
@UseCase
public class Invitations {
  /** How long a link opens; it goes from hand to hand, so not long. */
  public static final Duration LIFE = Duration.ofHours(72);

  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

  private final InvitationRows rows;
  private final Appointments appointments;
  private final People people;
  private final Memberships memberships;
  private final Accounts accounts;
  private final Records records;
  private final Budgets budgets;
  private final Limits.Budget ofAddress;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  Invitations(
      InvitationRows rows,
      Appointments appointments,
      People people,
      Memberships memberships,
      Accounts accounts,
      Records records,
      Budgets budgets,
      Limits limits,
      Clock clock) {
    this.rows = rows;
    this.appointments = appointments;
    this.people = people;
    this.memberships = memberships;
    this.accounts = accounts;
    this.records = records;
    this.budgets = budgets;
    this.ofAddress = limits.signInAddress().budget();
    this.clock = clock;
  }

  /**
   * What is told once.
   *
   * @param deeds about the offices that wait for a second person
   */
  public record Issued(Invitation invitation, String token, List<Deed> deeds) {
    /** Without the token, which belongs into no log. */
    @Override
    public String toString() {
      return "Issued[invitation=%s]".formatted(invitation.id());
    }
  }

  public boolean mayInvite(Caller caller, CooperativeId cooperative) {
    return isOperator(caller) || ChangeOfficeRule.leads(caller, cooperative);
  }

  public void demandInviter(Caller caller, CooperativeId cooperative) {
    if (!mayInvite(caller, cooperative)) {
      throw InvitationRefused.notTheirs();
    }
  }

  /**
   * Makes a link. Offices are given, or proposed to a second person, at once: {@link
   * Appointments#change}. Refused: {@code invitation-not-theirs}, {@code fields-refused}, and what
   * {@link People} and {@link Appointments} refuse.
   */
  public Issued invite(Caller caller, CooperativeId cooperative, Invitee invitee) {
    demandInviter(caller, cooperative);
    appointments.demandThere(cooperative);
    if (!invitee.offices().isEmpty()) {
      appointments.demandWay(caller, cooperative);
    }
    var person = check(caller, cooperative, invitee);
    var changes =
        invitee.offices().stream()
            .map(office -> new Change(cooperative, office, person.id(), true))
            .toList();
    changes.forEach(change -> appointments.demandPossible(caller, change, invitee.day()));
    if (invitee.memberNumber() == null) {
      people.register(person);
    }
    var issued = issue(caller, cooperative, person.id(), invitee.login().strip(), invitee.lawyer());
    var deeds = new ArrayList<Deed>();
    for (var change : changes) {
      var deed = appointments.change(caller, change, invitee.day(), invitee.ground());
      if (deed != null) {
        deeds.add(deed);
      }
    }
    return new Issued(issued.invitation(), issued.token(), List.copyOf(deeds));
  }

  private Person check(Caller caller, CooperativeId cooperative, Invitee invitee) {
    var check = new FieldsRefused.Check();
    var member = member(cooperative, invitee.memberNumber());
    if (invitee.memberNumber() == null) {
      check
          .demand(!invitee.familyName().isBlank(), "familyName", "empty")
          .demand(!invitee.givenName().isBlank(), "givenName", "empty");
    } else {
      check
          .demand(member != null, "memberNumber", "member-unknown")
          .demand(member == null || !accounts.exists(member), "memberNumber", "has-account");
    }
    var login = invitee.login();
    var state = accounts.stateOf(login);
    check
        .demand(!login.isBlank(), "login", "empty")
        .demand(state != LoginState.MALFORMED, "login", "login-malformed")
        .demand(
            state != LoginState.TAKEN && !rows.promised(login, clock.instant()),
            "login",
            "login-taken")
        .demand(!invitee.lawyer() || isOperator(caller), "lawyer", "lawyer-by-operator");
    if (!invitee.offices().isEmpty()) {
      appointments.check(check, cooperative, true, invitee.day(), invitee.ground());
    }
    check.done();
    return member != null ? people.find(member) : people.check(newcomer(invitee));
  }

  private static Person newcomer(Invitee invitee) {
    return new Person(
        PersonId.random(),
        invitee.familyName().strip(),
        invitee.givenName().strip(),
        invitee.patronymic(),
        null,
        null,
        null,
        null,
        null);
  }

  private @Nullable PersonId member(CooperativeId cooperative, @Nullable Long number) {
    return number == null
        ? null
        : memberships
            .numbered(cooperative, number)
            .map(Memberships.Membership::person)
            .orElse(null);
  }

  private Issued issue(
      Caller caller, CooperativeId cooperative, PersonId person, String login, boolean lawyer) {
    byte[] bits = new byte[32];
    random.nextBytes(bits);
    var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    var now = clock.instant();
    var invitation =
        new Invitation(
            UUID.randomUUID(),
            cooperative,
            person,
            Normalizer.normalize(login, Normalizer.Form.NFC),
            lawyer,
            caller.person(),
            caller.inWhoseName(it -> mayInvite(it, cooperative)).orElse(null),
            now,
            now.plus(LIFE),
            null,
            null);
    rows.add(invitation, digest(token));
    records.append(
        Appointments.series(cooperative),
        List.of(
            Happening.of(RecordKind.INVITED)
                .with("cooperative", cooperative.toString())
                .with("invitation", invitation.id().toString())
                .with("lawyer", lawyer)
                .with("expires", invitation.expiresAt().toString())
                .with("person", person)
                .with("invitedBy", caller.person())
                .withPerson("invitedFor", invitation.invitedFor())));
    return new Issued(invitation, token, List.of());
  }

  /** Another link for the same person; the earlier one opens nothing any more. */
  public Issued renew(Caller caller, CooperativeId cooperative, UUID id) {
    demandInviter(caller, cooperative);
    var earlier = rows.find(cooperative, id).orElseThrow(InvitationRefused::unknown);
    if (earlier.lawyer() && !isOperator(caller)) {
      throw InvitationRefused.notTheirs();
    }
    if (earlier.usedAt() != null) {
      throw InvitationRefused.used(earlier.invitedBy());
    }
    if (accounts.exists(earlier.person()) || accounts.stateOf(earlier.login()) != LoginState.FREE) {
      throw InvitationRefused.overtaken(earlier.invitedBy());
    }
    rows.withdrawn(id, caller.person(), clock.instant());
    return issue(caller, cooperative, earlier.person(), earlier.login(), earlier.lawyer());
  }

  /** The link opens nothing any more. One that was used is refused: {@code invitation-used}. */
  public void withdraw(Caller caller, CooperativeId cooperative, UUID id) {
    demandInviter(caller, cooperative);
    var invitation = rows.find(cooperative, id).orElseThrow(InvitationRefused::unknown);
    if (invitation.usedAt() != null) {
      throw InvitationRefused.used(invitation.invitedBy());
    }
    rows.withdrawn(id, caller.person(), clock.instant());
  }

  /** For whoever may invite; the newest first. */
  public List<Invitation> of(Caller caller, CooperativeId cooperative) {
    demandInviter(caller, cooperative);
    return rows.of(cooperative);
  }

  public Instant now() {
    return clock.instant();
  }

  /**
   * What a link opens, which it does not use up. Refused: {@code invitation-unknown}, {@code
   * -used}, {@code -expired}, {@code -withdrawn}, and {@code too-many} for whoever tries links.
   *
   * @param from the network address that the attempt comes from
   */
  public Invitation look(String token, String from) {
    return open(token, from);
  }

  /**
   * Opens the account; the login to sign in with is the invitation's. Refused: as {@link #look},
   * {@code fields-refused} for the password, {@code invitation-overtaken}.
   */
  public Invitation accept(String token, String password, String again, String from) {
    var invitation = open(token, from);
    new FieldsRefused.Check()
        .demand(
            password.length() >= AccountRefused.SHORTEST_PASSWORD
                && password.length() <= AccountRefused.LONGEST_PASSWORD,
            "password",
            "password-length",
            AccountRefused.SHORTEST_PASSWORD,
            AccountRefused.LONGEST_PASSWORD)
        .demand(password.equals(again), "again", "passwords-differ")
        .done();
    try {
      accounts.open(
          invitation.person(),
          invitation.login(),
          password,
          invitation.lawyer() ? Set.of(PlatformRole.LAWYER) : Set.of());
    } catch (AccountRefused e) {
      throw InvitationRefused.overtaken(invitation.invitedBy());
    }
    rows.used(invitation.id(), clock.instant());
    records.append(
        Appointments.series(invitation.cooperative()),
        List.of(
            Happening.of(RecordKind.ACCOUNT_OPENED)
                .with("cooperative", invitation.cooperative().toString())
                .with("invitation", invitation.id().toString())
                .with("lawyer", invitation.lawyer())
                .with("person", invitation.person())));
    return invitation;
  }

  private Invitation open(String token, String from) {
    var address = ClientAddress.of(from);
    var wait = budgets.untilOneIsLeft(ofAddress, address);
    if (!wait.isZero()) {
      throw new SignInDelayed(Math.max(1, wait.toSeconds()));
    }
    var invitation =
        TOKEN.matcher(token).matches()
            ? rows.byDigest(digest(token))
            : Optional.<Invitation>empty();
    if (invitation.isEmpty()) {
      budgets.take(ofAddress, address);
      throw InvitationRefused.unknown();
    }
    var state = invitation.get().state(clock.instant());
    if (state != Invitation.State.OPEN) {
      throw refused(invitation.get(), state);
    }
    return invitation.get();
  }

  private static InvitationRefused refused(Invitation it, Invitation.State state) {
    return switch (state) {
      case USED -> InvitationRefused.used(it.invitedBy());
      case WITHDRAWN -> InvitationRefused.withdrawn(it.invitedBy());
      case OPEN, EXPIRED -> InvitationRefused.expired(it.invitedBy());
    };
  }

  private static boolean isOperator(Caller caller) {
    return caller.roles().contains(PlatformRole.OPERATOR);
  }

  private static byte[] digest(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
