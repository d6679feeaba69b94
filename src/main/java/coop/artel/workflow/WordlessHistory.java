package coop.artel.workflow;

import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.producer.CacheAwareHistoryEventProducer;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;

/** Keeps of each attempt that failed what {@link WordlessFailure} tells. */
final class WordlessHistory extends CacheAwareHistoryEventProducer {
  @Override
  public HistoryEvent createHistoricJobLogFailedEvt(Job job, @Nullable Throwable failure) {
    return super.createHistoricJobLogFailedEvt(
        job, failure == null ? null : WordlessFailure.of(failure));
  }
}
