package coop.artel.desk;

import static org.mockito.Mockito.mock;

import coop.artel.access.Accounts;
import coop.artel.access.ApplicationLimit;
import coop.artel.access.Deeds;
import coop.artel.access.OwnAccess;
import coop.artel.access.PlatformRole;
import coop.artel.access.SignIns;
import coop.artel.access.Viewings;
import coop.artel.chain.Chain;
import coop.artel.documents.Documents;
import coop.artel.jurisdiction.Countries;
import coop.artel.law.CharterConfirmations;
import coop.artel.law.DraftComments;
import coop.artel.law.Contradictions;
import coop.artel.law.Explanations;
import coop.artel.law.GapReports;
import coop.artel.law.Law;
import coop.artel.law.LawWatch;
import coop.artel.law.Publications;
import coop.artel.law.Replay;
import coop.artel.law.RuleBench;
import coop.artel.law.RuleBook;
import coop.artel.law.RuleBooks;
import coop.artel.law.RuleDrafts;
import coop.artel.law.Verifications;
import coop.artel.meetings.Questions;
import coop.artel.members.Applications;
import coop.artel.members.Arrivals;
import coop.artel.members.Corrections;
import coop.artel.members.ImportLimits;
import coop.artel.members.Imports;
import coop.artel.members.PaperWithdrawals;
import coop.artel.notary.Exports;
import coop.artel.notary.LogWatch;
import coop.artel.notary.Records;
import coop.artel.notary.SeriesList;
import coop.artel.notary.StampWatch;
import coop.artel.people.Consents;
import coop.artel.people.NameIndex;
import coop.artel.people.People;
import coop.artel.publishing.Moves;
import coop.artel.publishing.Proposals;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Homes;
import coop.artel.registry.Memberships;
import coop.artel.registry.Offices;
import coop.artel.registry.RegisterSearch;
import coop.artel.values.LegalClock;
import coop.artel.workflow.CaseChanges;
import coop.artel.workflow.CaseModels;
import coop.artel.workflow.CaseSearch;
import coop.artel.workflow.CaseTerms;
import coop.artel.workflow.Cases;
import coop.artel.workflow.ClockControl;
import coop.artel.workflow.Incidents;
import coop.artel.workflow.Models;
import coop.artel.workflow.Tasks;
import java.time.Clock;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.util.unit.DataSize;

/** The desk with the real security before it and a {@link DeskScene} behind it. */
@EnableAutoConfiguration(
    exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@ComponentScan(
    basePackageClasses = {DeskStage.class, PlatformRole.class},
    excludeFilters =
        @ComponentScan.Filter(
            type = FilterType.REGEX,
            pattern =
                "coop\\.artel\\.access\\.(Accounts|Appointments|AppointmentRows|ApplicationLimit|Budgets"
                    + "|ChangeOfficeRule|Deeds|Invitations|InvitationRows|NameDeputyRule"
                    + "|OperatorSignIns|OwnAccess|SecondPersons|SignIns|SubstitutionRows"
                    + "|Substitutions|Viewings|.*Test.*)"))
@Import({StaffScene.Stage.class, SetUpStage.class})
class DeskStage {
  @Bean
  DeskScene scene() {
    return new DeskScene();
  }

  @Bean
  Accounts accounts(DeskScene scene) {
    return scene.accounts;
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  Clock realClock() {
    return Clock.systemUTC();
  }

  @Bean
  OwnAccess ownAccess() {
    return mock();
  }

  @Bean
  SignIns signIns(DeskScene scene) {
    return scene.signIns;
  }

  @Bean
  ApplicationLimit limit(DeskScene scene) {
    return scene.limit;
  }

  @Bean
  Incidents incidents(DeskScene scene) {
    return scene.govern.incidents;
  }

  @Bean
  Consents consents(DeskScene scene) {
    return scene.consents;
  }

  @Bean
  People people(DeskScene scene) {
    return scene.people;
  }

  @Bean
  Offices offices(DeskScene scene) {
    return scene.offices;
  }

  @Bean
  Cooperatives cooperatives(DeskScene scene) {
    return scene.cooperatives;
  }

  @Bean
  Memberships memberships(DeskScene scene) {
    return scene.memberships;
  }

  @Bean
  RegisterSearch registerSearch(DeskScene scene) {
    return scene.register;
  }

  @Bean
  Tasks tasks(DeskScene scene) {
    return scene.tasks;
  }

  @Bean
  Cases cases(DeskScene scene) {
    return scene.cases;
  }

  @Bean
  CaseSearch caseSearch(DeskScene scene) {
    return scene.search;
  }

  @Bean
  Viewings viewings(DeskScene scene) {
    return scene.viewings;
  }

  @Bean
  NameIndex index(DeskScene scene) {
    return scene.index;
  }

  @Bean
  CaseChanges caseChanges(DeskScene scene) {
    return scene.changes;
  }

  @Bean
  CaseModels caseModels(DeskScene scene) {
    return scene.caseModels;
  }

  @Bean
  CaseTerms terms(DeskScene scene) {
    return scene.terms;
  }

  @Bean
  Questions questions(DeskScene scene) {
    return scene.questions;
  }

  @Bean
  Imports imports() {
    return mock(Imports.class);
  }

  @Bean
  SeriesList seriesList() {
    return mock(SeriesList.class);
  }

  @Bean
  PaperWithdrawals paperWithdrawals() {
    return mock(PaperWithdrawals.class);
  }

  @Bean
  Arrivals arrivals(DeskScene scene) {
    return scene.arrivals;
  }

  @Bean
  ImportLimits importLimits() {
    return new ImportLimits(
        DataSize.ofMegabytes(5), DataSize.ofMegabytes(100), 20_000, DataSize.ofMegabytes(10));
  }

  @Bean
  Corrections corrections() {
    return mock(Corrections.class);
  }

  @Bean
  Applications applications(DeskScene scene) {
    return scene.applications;
  }

  @Bean
  Documents documents(DeskScene scene) {
    return scene.documents;
  }

  @Bean
  Law law(DeskScene scene) {
    return scene.law;
  }

  @Bean
  Records records(DeskScene scene) {
    return scene.records;
  }

  @Bean
  LogWatch log(DeskScene scene) {
    return scene.log;
  }

  @Bean
  StampWatch stamps(DeskScene scene) {
    return scene.stamps;
  }

  @Bean
  Exports exports(DeskScene scene) {
    return scene.exports;
  }

  @Bean
  Chain chain(DeskScene scene) {
    return scene.chain;
  }

  @Bean
  Models models(DeskScene scene) {
    return scene.models;
  }

  @Bean
  Deeds deeds(DeskScene scene) {
    return scene.govern.deeds;
  }

  @Bean
  Verifications verifications(DeskScene scene) {
    return scene.govern.verifications;
  }

  @Bean
  CharterConfirmations confirmations(DeskScene scene) {
    return scene.govern.confirmations;
  }

  @Bean
  Countries countries() {
    return new Countries();
  }

  @Bean
  Homes homes(DeskScene scene, Countries countries) {
    return new Homes(scene.cooperatives, countries);
  }

  @Bean
  Publications publications(DeskScene scene) {
    return scene.publications;
  }

  @Bean
  Proposals proposals(DeskScene scene) {
    return scene.proposals;
  }

  @Bean
  Moves moves() {
    return mock(Moves.class);
  }

  @Bean
  RuleDrafts ruleDrafts(DeskScene scene) {
    return scene.ruleDrafts;
  }

  @Bean
  RuleBook ruleBook(Countries countries) {
    return RuleBooks.shipped(countries);
  }

  @Bean
  LawWatch lawWatch(DeskScene scene) {
    return scene.watch;
  }

  @Bean
  DraftComments draftComments(DeskScene scene) {
    return scene.draftComments;
  }

  @Bean
  Replay replay(DeskScene scene) {
    return scene.replay;
  }

  @Bean
  RuleBench ruleBench() {
    return mock(RuleBench.class);
  }

  @Bean
  GapReports gapReports(Countries countries, LegalClock clock) {
    return RuleBooks.gaps(countries, clock);
  }

  @Bean
  Contradictions contradictions() {
    return RuleBooks.nothingExplained();
  }

  @Bean
  Explanations explanations(MessageSource messages, Countries countries) {
    return new Explanations(messages, countries);
  }

  @Bean
  ClockControl control(DeskScene scene) {
    return scene.control;
  }

  @Bean
  LegalClock clock(DeskScene scene) {
    return scene.clock;
  }
}
