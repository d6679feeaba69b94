package coop.artel.bench;

import coop.artel.law.Decision;
import coop.artel.law.Law;
import coop.artel.law.Outcome;
import coop.artel.notary.Receipt;
import coop.artel.notary.Records;
import coop.artel.values.CooperativeId;
import java.lang.reflect.Method;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.Ordered;

/**
 * Law and notary, or the notary alone, replaced by constants while the switch is on: every question
 * is granted, every term and figure is what it was the first time, and nothing is recorded.
 */
final class Constants implements BeanPostProcessor, Ordered {
  private static final String DIGEST = "0".repeat(64);

  private final boolean lawToo;
  private volatile boolean on;

  private Constants(boolean lawToo) {
    this.lawToo = lawToo;
  }

  static Constants ofLawAndNotary() {
    return new Constants(true);
  }

  static Constants ofNotary() {
    return new Constants(false);
  }

  void on(boolean constant) {
    on = constant;
  }

  /** Outermost, so that a constant costs no transaction either. */
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (lawToo && bean instanceof Law) {
      return around(bean, new ConstantLaw());
    }
    if (bean instanceof Records) {
      return around(bean, new NoRecords());
    }
    return bean;
  }

  private Object around(Object bean, MethodInterceptor constant) {
    var proxy = new ProxyFactory();
    proxy.setTarget(bean);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice((MethodInterceptor) call -> on ? constant.invoke(call) : call.proceed());
    return proxy.getProxy();
  }

  private static final class ConstantLaw implements MethodInterceptor {
    private final Map<List<Object>, Object> known = new ConcurrentHashMap<>();

    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
      Method method = call.getMethod();
      switch (method.getName()) {
        case "ask":
          return granted(
              (CooperativeId) call.getArguments()[1], (LocalDate) call.getArguments()[2]);
        case "find":
          return Optional.of(granted(CooperativeId.random(), LocalDate.EPOCH));
        case "term", "figure", "workingDaysAfter":
          List<Object> key = Arrays.asList(method.getName(), List.of(call.getArguments()));
          Object found = known.get(key);
          if (found == null) {
            found = call.proceed();
            known.put(key, found == null ? Optional.empty() : found);
          }
          return found;
        default:
          return call.proceed();
      }
    }

    private static Decision granted(CooperativeId cooperative, LocalDate day) {
      return new Decision(
          UUID.randomUUID(),
          cooperative,
          "constant",
          day,
          Outcome.GRANTED,
          List.of(),
          List.of(),
          List.of(),
          DIGEST,
          DIGEST,
          false);
    }
  }

  private static final class NoRecords implements MethodInterceptor {
    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
      return switch (call.getMethod().getName()) {
        case "subject" -> null;
        case "append" ->
            Collections.nCopies(
                ((List<?>) call.getArguments()[1]).size(),
                new Receipt((String) call.getArguments()[0], 1, DIGEST));
        default -> call.proceed();
      };
    }
  }
}
