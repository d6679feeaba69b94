package coop.artel.workflow;

import coop.artel.law.Decision;
import coop.artel.notary.Happening;
import coop.artel.values.CooperativeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A run whose variables are a map, for tests of steps without the engine. */
public final class FakeRun implements Run {
  private final String caseId;
  private final CooperativeId cooperative;
  private final Map<String, Object> variables = new HashMap<>();
  private final List<Decision> decisions = new ArrayList<>();
  private final List<String> documents = new ArrayList<>();
  private final List<Happening> happenings = new ArrayList<>();

  public FakeRun(String caseId, CooperativeId cooperative) {
    this.caseId = caseId;
    this.cooperative = cooperative;
  }

  public FakeRun with(Variable.Assignment... assignments) {
    for (Variable.Assignment assignment : assignments) {
      variables.put(assignment.name(), assignment.value());
    }
    return this;
  }

  public List<Decision> decisions() {
    return decisions;
  }

  public List<String> documents() {
    return documents;
  }

  public List<Happening> happenings() {
    return happenings;
  }

  public Map<String, Object> variables() {
    return variables;
  }

  @Override
  public String caseId() {
    return caseId;
  }

  @Override
  public CooperativeId cooperative() {
    return cooperative;
  }

  @Override
  public @Nullable Object get(String name) {
    return variables.get(name);
  }

  @Override
  public void set(String name, @Nullable Object value) {
    variables.put(name, value);
  }

  @Override
  public void decided(Decision decision) {
    decisions.add(decision);
  }

  @Override
  public void wrote(String documentDigest) {
    documents.add(documentDigest);
  }

  @Override
  public void happened(Happening happening) {
    happenings.add(happening);
  }
}
