package coop.artel.desk;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.DeedSample;
import coop.artel.access.Deeds;
import coop.artel.law.CharterConfirmations;
import coop.artel.law.CharterConfirmations.CharterFigure;
import coop.artel.law.Verifications;
import coop.artel.registry.Charter;
import coop.artel.registry.Cooperatives;
import coop.artel.values.PersonId;
import coop.artel.workflow.Failure;
import coop.artel.workflow.IncidentGone;
import coop.artel.workflow.Incidents;
import coop.artel.workflow.LineDifference;
import coop.artel.workflow.ModelDraft;
import coop.artel.workflow.Models;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What waits for a second person on the scene, and what two persons did before. */
final class GovernScene {
  static final PersonId SECOND = DeskScene.person(32);
  static final LocalDate CHARTER_SINCE = LocalDate.of(2020, 1, 15);
  static final UUID FIGURE_DEED = UUID.fromString("00000000-0000-4000-8000-0000000000f1");
  static final UUID CHARTER_DEED = UUID.fromString("00000000-0000-4000-8000-0000000000f2");
  static final UUID MODELS_DEED = UUID.fromString("00000000-0000-4000-8000-0000000000f3");
  static final UUID DRAFT = UUID.fromString("00000000-0000-4000-8000-0000000000f4");
  private static final String FILE = "processes/members/send-notice.form";

  static final UUID INCIDENT = UUID.fromString("00000000-0000-4000-8000-0000000000f5");
  static final Incidents.Incident STANDS =
      new Incidents.Incident(
          INCIDENT.toString(),
          "00000000-0000-4000-8000-0000000000f6",
          DeskScene.CASE,
          "2026-0042",
          DeskScene.LADYA,
          "admit-member",
          DeskScene.CASE,
          "enter-in-register",
          DeskScene.at(9, 11, 0),
          5,
          new Failure("QuestionWithoutRules", "question-without-rules", "Law:151"));

  /** From before failures were told without their words. */
  static final Incidents.Incident OLDER =
      new Incidents.Incident(
          "00000000-0000-4000-8000-0000000000f7",
          "00000000-0000-4000-8000-0000000000f8",
          DeskScene.CASE,
          "2026-0041",
          DeskScene.LADYA,
          "decide-in-council",
          DeskScene.CASE,
          "count-votes",
          DeskScene.at(9, 10, 0),
          5,
          new Failure("", null, null));

  final Incidents incidents = mock();
  final Deeds deeds = mock();
  final Verifications verifications = mock();
  final CharterConfirmations confirmations = mock();
  final Deed figure = deed(FIGURE_DEED, Verifications.DEED, "ru/admission.decision-body");
  final Deed charter =
      deed(
          CHARTER_DEED,
          CharterConfirmations.DEED,
          new CharterFigure(DeskScene.LADYA, CHARTER_SINCE, "council.size").toString());
  final Deed publication = deed(MODELS_DEED, Models.DEED, DRAFT.toString());
  final ModelDraft draft =
      new ModelDraft(
          DRAFT,
          ModelDraft.Origin.SHIPPED,
          Instant.parse("2026-03-11T06:30:00Z"),
          ModelDraft.State.PROPOSED,
          publication,
          List.of(
              new ModelDraft.Change(FILE, "1f".repeat(32), "2e".repeat(32)),
              new ModelDraft.Change("processes/members/leave.bpmn", null, "3d".repeat(32))));

  GovernScene(Cooperatives cooperatives, Models models) {
    concerning(DeskScene.LAWYER, figure, charter);
    concerning(DeskScene.CHAIR, charter);
    concerning(DeskScene.OPERATOR, publication);
    norms();
    charter(cooperatives);
    models(models);
    when(incidents.list(by(DeskScene.OPERATOR), anyInt(), anyInt()))
        .thenReturn(List.of(OLDER, STANDS));
    when(incidents.count(by(DeskScene.OPERATOR))).thenReturn(2L);
    when(incidents.retry(by(DeskScene.OPERATOR), eq(INCIDENT))).thenReturn(STANDS);
    when(incidents.retry(by(DeskScene.OPERATOR), eq(UUID.fromString(OLDER.id()))))
        .thenThrow(new IncidentGone());
  }

  private void concerning(PersonId person, Deed... concerned) {
    when(deeds.openFor(by(person))).thenReturn(List.of(concerned));
    for (var deed : concerned) {
      when(deeds.mayApprove(by(person), eq(deed))).thenReturn(true);
      when(deeds.find(by(person), eq(deed.id()))).thenReturn(deed);
    }
  }

  static Caller by(PersonId person) {
    return argThat(caller -> caller != null && caller.person().equals(person));
  }

  private void norms() {
    var verified =
        new Verifications.Verification(
            DeskScene.LAWYER, SECOND, Instant.parse("2026-02-02T09:00:00Z"), true);
    when(verifications.of(eq("ru"), any()))
        .thenReturn(
            Map.of(
                "admission.decision-body",
                new Verifications.Verifiable("admission.decision-body", "ab", null, figure),
                "admission.prepaid-counts-from-decision",
                new Verifications.Verifiable(
                    "admission.prepaid-counts-from-decision", "cd", null, null),
                "calendar/2024",
                new Verifications.Verifiable("calendar/2024", "ef", verified, null)));
    when(verifications.propose(any(), eq("ru"), any())).thenReturn(figure);
  }

  private void charter(Cooperatives cooperatives) {
    var figures = new LinkedHashMap<String, Charter.Figure>();
    put(figures, "council.quorum-percent", "75", "percent", "п. 13.8", true);
    put(figures, "council.size", "7", "persons", "п. 13.1", false);
    put(figures, "membership.min-age", "18", "years", "п. 6.1", true);
    put(figures, "share.entrance-fee", "100.00", "RUB", "п. 17.1", false);
    var edition = new Charter(DeskScene.LADYA, CHARTER_SINCE, figures);
    when(cooperatives.charter(eq(DeskScene.LADYA), any())).thenReturn(edition);
    when(confirmations.waiting(edition)).thenReturn(Map.of("council.size", charter));
    when(confirmations.propose(any(), any())).thenReturn(charter);
  }

  private static void put(
      Map<String, Charter.Figure> figures,
      String norm,
      String value,
      String unit,
      String paragraph,
      boolean confirmed) {
    figures.put(
        norm,
        new Charter.Figure(
            norm,
            value,
            unit,
            paragraph,
            confirmed ? DeskScene.LAWYER : null,
            confirmed ? DeskScene.CHAIR : null));
  }

  private void models(Models models) {
    when(models.inUse(any()))
        .thenReturn(
            new TreeMap<>(Map.of(FILE, "1f".repeat(32), "processes/a/b.bpmn", "9a".repeat(32))));
    when(models.drafts(any())).thenReturn(List.of(draft));
    when(models.draft(any(), eq(DRAFT))).thenReturn(draft);
    when(models.propose(any(), eq(DRAFT))).thenReturn(draft);
    when(models.propose(any(), any(), any())).thenReturn(draft);
    when(models.differences(any(), eq(DRAFT)))
        .thenReturn(
            new TreeMap<>(
                Map.of(
                    FILE,
                    List.of(
                        new LineDifference(4, 4, "    {"),
                        new LineDifference(5, null, "      \"label\": \"Куда отправить\","),
                        new LineDifference(
                            null, 5, "      \"label\": \"Куда послать уведомление\","),
                        new LineDifference(6, 6, "      \"type\": \"textarea\",")))));
  }

  private static Deed deed(UUID id, String kind, String subject) {
    return DeedSample.waiting(
        id, kind, subject, DeskScene.DIGEST, SECOND, Instant.parse("2026-03-11T07:45:00Z"));
  }
}
