package coop.artel.workflow;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** The steps that models may name; found when first asked for, since they may need the engine. */
@Component
class Steps {
  private final ApplicationContext context;
  private final Notes notes;
  private final Map<String, StepDelegate> known = new ConcurrentHashMap<>();

  Steps(ApplicationContext context, Notes notes) {
    this.context = context;
    this.notes = notes;
  }

  boolean has(String name) {
    return context.containsBean(name) && context.isTypeMatch(name, Step.class);
  }

  @Nullable StepDelegate named(String name) {
    return has(name)
        ? known.computeIfAbsent(
            name, step -> new StepDelegate(context.getBean(step, Step.class), notes))
        : null;
  }
}
