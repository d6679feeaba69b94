package coop.artel.desk;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import coop.artel.access.Caller;
import coop.artel.members.AdmissionTimes;
import coop.artel.notary.Receipt;
import coop.artel.notary.Records;
import coop.artel.notary.SealState;
import coop.artel.notices.AddressProofs;
import coop.artel.notices.Addresses;
import coop.artel.notices.Notice;
import coop.artel.notices.NoticeBoard;
import coop.artel.notices.NoticeWatch;
import coop.artel.notices.Ways;
import coop.artel.people.NameIndex;
import coop.artel.workflow.Assignments;
import coop.artel.workflow.Comments;
import coop.artel.workflow.Drafts;
import coop.artel.workflow.FinishedTasks;
import coop.artel.workflow.Overrides;
import coop.artel.workflow.Overview;
import coop.artel.workflow.SavedViews;
import coop.artel.workflow.Task;
import coop.artel.workflow.TaskFinder;
import coop.artel.workflow.TaskFinder.Found;
import coop.artel.workflow.Tasks;
import coop.artel.workflow.Workload;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Bean;

/** The day of those who work the task list. */
final class StaffScene {
  final TaskFinder finder = mock();
  final Assignments assignments = mock();
  final Comments comments = mock();
  final Drafts drafts = mock();
  final Overrides overrides = mock();
  final FinishedTasks finished = mock();
  final NameIndex names = mock();
  final NoticeBoard notices = mock();
  final Addresses addresses = mock();
  final AddressProofs proofs = mock();
  final Ways ways = mock();
  final SavedViews savedViews = mock();
  final NoticeWatch watch = mock();
  private final Overview overview = mock();

  StaffScene() {
    when(finder.list(any(), any(), any(), anyInt(), anyInt())).thenReturn(List.of());
    when(finder.overview(argThat(StaffScene::staff))).thenReturn(overview);
    when(overview.facets(any()))
        .thenReturn(
            new Overview.Facets(
                Map.of("admit-member", 4L),
                Set.of("verify-identity", "return-application", "send-notice"),
                Map.of(DeskScene.SECRETARY, 1L),
                2));
    when(notices.read(any())).thenReturn(Notice.Place.FIRST);
    when(notices.unread(any())).thenReturn(1);
    when(notices.current(any(), any())).thenReturn(Set.of(told().place()));
    when(notices.list(any(), anyInt(), anyInt())).thenReturn(List.of(told()));
    when(drafts.find(any(), anyString())).thenReturn(Optional.empty());
    when(assignments.candidates(any(), anyString()))
        .thenReturn(List.of(DeskScene.SECRETARY, DeskScene.person(5)));
    when(assignments.of(any(), anyString()))
        .thenReturn(
            List.of(
                new Assignments.Assignment(
                    null,
                    DeskScene.SECRETARY,
                    DeskScene.CHAIR,
                    null,
                    DeskScene.at(10, 9, 15),
                    null)));
    when(comments.of(any(), eq(DeskScene.CASE)))
        .thenReturn(
            List.of(
                new Comments.Comment(
                    UUID.fromString("00000000-0000-4000-8000-0000000000c1"),
                    DeskScene.CHAIR,
                    null,
                    DeskScene.at(10, 9, 20),
                    DeskScene.TASK,
                    "verify-identity",
                    "Паспорт обещала принести в среду.\nБез <b>него</b> не завершать.")));
  }

  static Notice told() {
    return new Notice(
        new Notice.Place(7, 3),
        Notice.Kind.TASK_NEW,
        DeskScene.FREE_TASK,
        DeskScene.CASE,
        "return-application",
        DeskScene.LADYA,
        Set.of(DeskScene.LADYA + ":secretary"),
        null,
        DeskScene.at(9, 10, 0));
  }

  void list(Tasks.View view, Task... tasks) {
    var found =
        Arrays.stream(tasks).map(it -> new Found(it, DeskScene.APPLICANT, "2026-0042")).toList();
    when(finder.list(argThat(StaffScene::staff), eq(view), any(), anyInt(), anyInt()))
        .thenReturn(found);
    when(finder.count(argThat(StaffScene::staff), eq(view), any())).thenReturn((long) tasks.length);
    when(overview.count(view)).thenReturn((long) tasks.length);
    for (var it : found) {
      when(finder.find(argThat(StaffScene::staff), eq(view), eq(it.task().id())))
          .thenReturn(Optional.of(it));
    }
  }

  /** One step with a sealed record and one from before receipts were kept. */
  void done(Records records) {
    var receipt = new Receipt(DeskScene.CASE, 4, DeskScene.DIGEST);
    when(finished.count(any())).thenReturn(2L);
    when(finished.by(any(), anyInt(), anyInt()))
        .thenReturn(List.of(done("done-2", receipt), done("done-1", null)));
    when(records.seals(any()))
        .thenReturn(
            Map.of(
                receipt,
                new SealState(
                    SealState.Stage.SEALED, 60L, DeskScene.at(9, 10, 10), null, null, null)));
  }

  private static FinishedTasks.Finished done(String id, Receipt receipt) {
    return new FinishedTasks.Finished(
        id,
        "return-application",
        DeskScene.CASE,
        "2026-0042",
        DeskScene.LADYA,
        DeskScene.APPLICANT,
        null,
        DeskScene.at(9, 10, 41),
        receipt == null ? null : receipt.number(),
        receipt == null ? null : receipt.digest());
  }

  private static boolean staff(Caller caller) {
    return caller != null && !caller.person().equals(DeskScene.APPLICANT);
  }

  /** Puts the scene behind the desk. */
  static class Stage {
    @Bean
    TaskFinder finder(DeskScene scene) {
      return scene.staff.finder;
    }

    @Bean
    Assignments assignments(DeskScene scene) {
      return scene.staff.assignments;
    }

    @Bean
    Comments comments(DeskScene scene) {
      return scene.staff.comments;
    }

    @Bean
    Drafts drafts(DeskScene scene) {
      return scene.staff.drafts;
    }

    @Bean
    Overrides overrides(DeskScene scene) {
      return scene.staff.overrides;
    }

    @Bean
    FinishedTasks finished(DeskScene scene) {
      return scene.staff.finished;
    }

    @Bean
    NoticeBoard notices(DeskScene scene) {
      return scene.staff.notices;
    }

    @Bean
    NoticeWatch watch(DeskScene scene) {
      return scene.staff.watch;
    }

    @Bean
    Addresses addresses(DeskScene scene) {
      return scene.staff.addresses;
    }

    @Bean
    AddressProofs proofs(DeskScene scene) {
      return scene.staff.proofs;
    }

    @Bean
    AdmissionTimes times() {
      return mock(AdmissionTimes.class);
    }

    @Bean
    SavedViews savedViews(DeskScene scene) {
      return scene.staff.savedViews;
    }

    @Bean
    Workload workload() {
      return mock(Workload.class);
    }

    @Bean
    Ways ways(DeskScene scene) {
      return scene.staff.ways;
    }

    @Bean
    NameIndex nameIndex(DeskScene scene) {
      return scene.staff.names;
    }
  }
}
