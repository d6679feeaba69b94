package coop.artel.desk.members;

import coop.artel.access.Callers;
import coop.artel.desk.cases.MemberSearch;
import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Looks;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.NotServed;
import coop.artel.desk.frame.Paging;
import coop.artel.desk.frame.PersonJson;
import coop.artel.desk.frame.WordingSource;
import coop.artel.members.Corrections;
import coop.artel.people.Person;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Memberships.Membership;
import coop.artel.registry.RegisterSearch;
import coop.artel.values.CooperativeId;
import coop.artel.values.LegalClock;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Endpoint
@RequestMapping("/api/cooperatives/{id}/members")
@Tag(name = "Cooperatives", description = "Who lives in this installation")
class MembersEndpoint {
  private final Looks looks;
  private final RegisterSearch register;
  private final MemberSearch whom;
  private final Corrections corrections;
  private final EntryViews entries;
  private final Cooperatives cooperatives;
  private final Callers callers;
  private final Names names;
  private final LegalClock clock;
  private final WordingSource wordings;

  MembersEndpoint(
      Looks looks,
      RegisterSearch register,
      MemberSearch whom,
      Corrections corrections,
      EntryViews entries,
      Cooperatives cooperatives,
      Callers callers,
      Names names,
      LegalClock clock,
      WordingSource wordings) {
    this.looks = looks;
    this.register = register;
    this.whom = whom;
    this.corrections = corrections;
    this.entries = entries;
    this.cooperatives = cooperatives;
    this.callers = callers;
    this.names = names;
    this.clock = clock;
    this.wordings = wordings;
  }

  record MemberJson(
      long number, PersonJson person, LocalDate since, @Nullable LocalDate until, String basis) {}

  /**
   * @param total how many lines there are on all pages
   */
  record RegisterJson(LocalDate on, long total, List<MemberJson> members) {}

  record IdentityDocumentJson(String kind, String number, LocalDate issuedOn, String issuedBy) {
    static @Nullable IdentityDocumentJson of(Person.@Nullable IdentityDocument it) {
      return it == null
          ? null
          : new IdentityDocumentJson(it.kind(), it.number(), it.issuedOn(), it.issuedBy());
    }
  }

  /** What is known of a person beside the name; nothing of it where the data were erased. */
  record KnownJson(
      @Nullable LocalDate born,
      @Nullable String address,
      @Nullable String phone,
      @Nullable String email,
      @Nullable IdentityDocumentJson document) {
    static KnownJson of(Person it) {
      return new KnownJson(
          it.born(), it.address(), it.phone(), it.email(), IdentityDocumentJson.of(it.document()));
    }
  }

  /**
   * @param caseId of the case in which it was entered, absent where its ground names none
   */
  record EntryJson(MemberJson line, @Nullable String caseId, @Nullable KnownJson known) {}

  @GetMapping("/{number}")
  @Operation(summary = "One line of the register as it stands, with what is known of its member")
  EntryJson member(@PathVariable UUID id, @PathVariable long number) {
    var caller = callers.current();
    var cooperative = new CooperativeId(id);
    var line = corrections.line(caller, cooperative, number);
    looks.atEntry(caller, line);
    var entry = entries.of(caller, line, cooperatives.find(cooperative), wordings.current());
    return new EntryJson(
        members(List.of(line)).get(0),
        entry.basis().caseId(),
        entries.person(line.person()).map(KnownJson::of).orElse(null));
  }

  @GetMapping
  @Operation(
      summary =
          "The register of members as it stood on a day, today if none is named, by number; q is a"
              + " number of the register or words of a name")
  RegisterJson members(
      @PathVariable UUID id,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          @Nullable LocalDate on,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(defaultValue = "0") int offset,
      @RequestParam(defaultValue = "50") int limit) {
    var cooperative = new CooperativeId(id);
    var caller = callers.current();
    if (!caller.serves(cooperative)) {
      throw new NotServed();
    }
    var paging = new Paging(offset, limit);
    var query = new RegisterQuery(cooperative, on, null, null, q);
    looks.atRegister(caller, cooperative);
    var day = on == null ? clock.today(cooperatives.find(cooperative).zone()) : on;
    var words = query.q();
    var filter = query.filter(day, words == null ? null : whom.words(words));
    return new RegisterJson(
        day,
        register.count(cooperative, filter),
        members(register.list(cooperative, filter, paging.offset(), paging.limit())));
  }

  private List<MemberJson> members(List<Membership> lines) {
    var persons =
        names.persons(lines.stream().map(Membership::person).toList(), wordings.current());
    return lines.stream()
        .map(
            it ->
                new MemberJson(
                    it.number(),
                    new PersonJson(it.person().toString(), persons.getOrDefault(it.person(), "")),
                    it.since(),
                    it.until(),
                    it.basis()))
        .toList();
  }
}
