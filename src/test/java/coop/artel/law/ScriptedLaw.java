package coop.artel.law;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The real law, whose next answer to a question a test may turn: for ways through a model that the
 * law of today opens to nobody.
 */
public final class ScriptedLaw implements BeanPostProcessor {
  private final Map<String, Queue<Outcome>> script = new ConcurrentHashMap<>();

  /** The next time that this question is asked, this is the answer. */
  public void next(String question, Outcome outcome) {
    script.computeIfAbsent(question, name -> new ArrayDeque<>()).add(outcome);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof Law)) {
      return bean;
    }
    var proxy = new ProxyFactory();
    proxy.setTarget(bean);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice(
        (MethodInterceptor)
            call -> {
              Object answer = call.proceed();
              boolean asked = call.getMethod().getName().equals("ask");
              return asked && answer instanceof Decision decision ? turned(decision) : answer;
            });
    return proxy.getProxy();
  }

  private Decision turned(Decision it) {
    var turns = script.get(it.question());
    Outcome outcome = turns == null ? null : turns.poll();
    return outcome == null
        ? it
        : new Decision(
            it.id(),
            it.cooperative(),
            it.question(),
            it.referenceDate(),
            outcome,
            it.missing(),
            it.reasons(),
            it.findings(),
            it.edition(),
            it.digest(),
            it.demonstration(),
            it.basis());
  }
}
