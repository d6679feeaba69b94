package coop.artel.workflow;

import coop.artel.access.Caller;
import coop.artel.access.Deed;
import coop.artel.access.DeedApproved;
import coop.artel.access.Deeds;
import coop.artel.notary.Happening;
import coop.artel.notary.RecordKind;
import coop.artel.notary.Records;
import coop.artel.values.UseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The models and forms that processes run by. The shipped ones enter an empty database as one
 * deployment; afterwards two operators publish every change, whether one of them sends it or an
 * upgrade brings it.
 */
@UseCase
public class Models {
  public static final String DEED = "publish-models";

  private static final Logger log = LoggerFactory.getLogger(Models.class);

  /** The records of which models came into use, and by whom. */
  public static final String SERIES = "models";

  private final Deployments deployments;
  private final ModelDrafts drafts;
  private final Deeds deeds;
  private final Records records;

  /** Since when newer models than this service brings are known here. */
  private volatile Optional<Instant> older = Optional.empty();

  Models(Deployments deployments, ModelDrafts drafts, Deeds deeds, Records records) {
    this.deployments = deployments;
    this.drafts = drafts;
    this.deeds = deeds;
    this.records = records;
  }

  /**
   * Deploys what the jar carries if nothing was ever deployed. Otherwise what differs from the last
   * set that was carried becomes a draft: once, however many nodes start.
   */
  public void takeShipped() {
    takeShipped(new ModelFiles(shipped()));
  }

  void takeShipped(ModelFiles shipped) {
    drafts.lock();
    older = drafts.newerThan(shipped.digest());
    older.ifPresent(
        newer ->
            log.warn(
                "This service brings models that newer ones of {} have replaced; those stay in"
                    + " use. Start the newer service again, or send its predecessor's models",
                newer));
    if (drafts.shipped(shipped.digest())) {
      return;
    }
    if (deployments.none()) {
      deployments.check(shipped);
      deployments.deploy(Deployments.SHIPPED, shipped);
      drafts.note(shipped);
      record(shipped.digests(), UnaryOperator.identity());
      return;
    }
    var before = drafts.lastShipment().orElseGet(() -> deployedShipment());
    var changes = differences(before, shipped);
    drafts.note(shipped);
    var undecided =
        drafts().stream()
            .filter(it -> it.origin() == ModelDraft.Origin.SHIPPED && it.waits())
            .toList();
    for (var draft : undecided) {
      drafts.changes(draft.id()).keySet().forEach(it -> changes.put(it, shipped.bytes().get(it)));
    }
    var inUse = deployments.inUse();
    if (inUse.with(changes).digest().equals(inUse.digest())) {
      return;
    }
    var id = drafts.add(shipped.digest(), changes);
    undecided.forEach(
        draft -> {
          drafts.supersede(draft.id(), id);
          deeds.supersede(DEED, draft.id().toString());
        });
    log.info("This service brings other models; draft {} waits for two operators", id);
  }

  /** What an installation from before shipments were noted was shipped with. */
  private SortedMap<String, String> deployedShipment() {
    return deployments.newest(Deployments.SHIPPED).map(ModelFiles::digests).orElseGet(TreeMap::new);
  }

  private static Map<String, byte @Nullable []> differences(
      SortedMap<String, String> before, ModelFiles now) {
    var digests = now.digests();
    var files = new TreeSet<>(before.keySet());
    files.addAll(digests.keySet());
    var changes = new HashMap<String, byte @Nullable []>();
    for (String file : files) {
      if (!Objects.equals(before.get(file), digests.get(file))) {
        changes.put(file, now.bytes().get(file));
      }
    }
    return changes;
  }

  /**
   * An operator sends a model or form and proposes to publish it. Refused with {@link ModelRefused}
   * if it holds anything that a model may not, or if the engine cannot read it; then nothing is
   * kept.
   */
  public ModelDraft propose(Caller caller, String name, byte[] model) {
    demandOperator(caller);
    if (!name.matches("processes/[a-z]+/[a-z][a-z0-9-]*\\.(bpmn|form)")) {
      throw new ModelRefused(List.of(new ModelRefused.Fault("kind-forbidden", name, 1, List.of())));
    }
    // Forms and called processes are bound to their deployment: one file alone would lack them.
    Map<String, byte @Nullable []> changes = Map.of(name, model);
    var inUse = deployments.inUse();
    var result = inUse.with(changes);
    deployments.rehearse(result);
    demandDifference(inUse, result);
    var id = drafts.add(null, changes);
    deeds.propose(DEED, id.toString(), PublishModelsRule.digest(inUse, result), caller);
    return draft(id);
  }

  /**
   * An operator proposes to publish a draft that waits, or anew one whose proposal was rejected.
   */
  public ModelDraft propose(Caller caller, UUID id) {
    demandOperator(caller);
    var draft = draft(id);
    if (draft.state() == ModelDraft.State.PUBLISHED) {
      throw DraftRefused.published();
    }
    if (draft.state() == ModelDraft.State.SUPERSEDED) {
      throw DraftRefused.superseded();
    }
    var inUse = deployments.inUse();
    var result = inUse.with(drafts.changes(id));
    deployments.rehearse(result);
    demandDifference(inUse, result);
    deeds.propose(DEED, id.toString(), PublishModelsRule.digest(inUse, result), caller);
    return draft(id);
  }

  private static void demandDifference(ModelFiles inUse, ModelFiles result) {
    if (inUse.digest().equals(result.digest())) {
      throw DraftRefused.unchanged();
    }
  }

  /** A second operator has approved: the set is deployed, and the record names both. */
  @EventListener
  void on(DeedApproved approved) {
    if (!approved.kind().equals(DEED)) {
      return;
    }
    var inUse = deployments.inUse();
    var result = inUse.with(drafts.changes(UUID.fromString(approved.subject())));
    deployments.deploy("draft " + approved.subject(), result);
    record(
        result.digests(),
        happening ->
            happening
                .with("deed", approved.deed().toString())
                .with("proposedBy", approved.proposedBy())
                .with("approvedBy", approved.approvedBy()));
  }

  private void record(SortedMap<String, String> digests, UnaryOperator<Happening> more) {
    var set = ModelFiles.digest(digests);
    records.append(
        SERIES,
        digests.entrySet().stream()
            .map(
                entry ->
                    more.apply(
                        Happening.of(RecordKind.MODEL_DEPLOYED)
                            .with("file", entry.getKey())
                            .with("digest", entry.getValue())
                            .with("set", set)))
            .toList());
  }

  /**
   * Empty unless this service is older than one that ran here: then, since when its models are
   * replaced. Nothing is put back by itself.
   */
  public Optional<Instant> outdatedSince(Caller caller) {
    demandOperator(caller);
    return older;
  }

  /** The files in use with their digests, for operators. */
  public SortedMap<String, String> inUse(Caller caller) {
    demandOperator(caller);
    return deployments.inUse().digests();
  }

  /** Newest first, for operators. */
  public List<ModelDraft> drafts(Caller caller) {
    demandOperator(caller);
    return drafts();
  }

  private List<ModelDraft> drafts() {
    var inUse = deployments.inUse();
    return drafts.all().stream().map(row -> draft(row, inUse)).toList();
  }

  /** Throws {@link DraftRefused} if there is none. */
  public ModelDraft draft(Caller caller, UUID id) {
    demandOperator(caller);
    return draft(id);
  }

  /** How the text of a file that a draft changes would change, file by file. */
  public SortedMap<String, List<LineDifference>> differences(Caller caller, UUID id) {
    demandOperator(caller);
    var changes = drafts.changes(draft(id).id());
    var inUse = deployments.inUse();
    var differences = new TreeMap<String, List<LineDifference>>();
    changes.forEach(
        (file, after) ->
            differences.put(file, LineDifference.between(inUse.bytes().get(file), after)));
    return differences;
  }

  private ModelDraft draft(UUID id) {
    return draft(drafts.find(id).orElseThrow(DraftRefused::unknown), deployments.inUse());
  }

  private ModelDraft draft(ModelDrafts.Row row, ModelFiles inUse) {
    var deed = deeds.newest(DEED, row.id().toString()).orElse(null);
    var state = state(row, deed);
    var changes =
        state == ModelDraft.State.PUBLISHED
            ? List.<ModelDraft.Change>of()
            : changes(inUse, drafts.changes(row.id()));
    return new ModelDraft(row.id(), row.origin(), row.draftedAt(), state, deed, changes);
  }

  private static ModelDraft.State state(ModelDrafts.Row row, @Nullable Deed deed) {
    if (row.supersededBy() != null) {
      return ModelDraft.State.SUPERSEDED;
    }
    if (deed == null) {
      return ModelDraft.State.DRAFTED;
    }
    if (deed.open()) {
      return ModelDraft.State.PROPOSED;
    }
    return Boolean.TRUE.equals(deed.approved())
        ? ModelDraft.State.PUBLISHED
        : ModelDraft.State.REJECTED;
  }

  private static List<ModelDraft.Change> changes(
      ModelFiles before, Map<String, byte @Nullable []> changes) {
    var after = before.with(changes).digests();
    var digests = before.digests();
    return new TreeSet<>(changes.keySet())
        .stream()
            .map(file -> new ModelDraft.Change(file, digests.get(file), after.get(file)))
            .filter(change -> !Objects.equals(change.before(), change.after()))
            .toList();
  }

  private static void demandOperator(Caller caller) {
    if (!PublishModelsRule.isOperator(caller)) {
      throw new NotAllowed();
    }
  }

  /** By path from the jar's root, sorted. */
  static TreeMap<String, byte[]> shipped() {
    var found = new TreeMap<String, byte[]>();
    var resolver = new PathMatchingResourcePatternResolver();
    try {
      for (String ending : new String[] {"bpmn", "form"}) {
        for (var resource : resolver.getResources("classpath*:processes/*/*." + ending)) {
          String[] path = resource.getURL().getPath().split("/");
          String name = "processes/%s/%s".formatted(path[path.length - 2], path[path.length - 1]);
          found.put(name, resource.getContentAsByteArray());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found;
  }
}
