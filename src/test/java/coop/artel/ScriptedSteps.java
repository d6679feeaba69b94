package coop.artel;

import coop.artel.values.Refusal;
import coop.artel.workflow.Step;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * The real steps, of which a test may let one refuse or break when all that it does has been done.
 */
public final class ScriptedSteps implements BeanPostProcessor {
  private final Map<String, Refusal> script = new ConcurrentHashMap<>();
  private final Map<String, RuntimeException> broken = new ConcurrentHashMap<>();

  /** The next run of this step ends so. */
  public void refuse(String step, Refusal refusal) {
    script.put(step, refusal);
  }

  /** Each run of this step ends so, until it is mended. */
  public void breakDown(String step, RuntimeException failure) {
    broken.put(step, failure);
  }

  public void mend(String step) {
    broken.remove(step);
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    if (!(bean instanceof Step)) {
      return bean;
    }
    var proxy = new ProxyFactory();
    proxy.setTarget(bean);
    proxy.setProxyTargetClass(true);
    proxy.addAdvice(
        (MethodInterceptor)
            call -> {
              var answer = call.proceed();
              boolean run = call.getMethod().getName().equals("run");
              var failure = run ? broken.get(name) : null;
              if (failure != null) {
                throw failure;
              }
              var refusal = run ? script.remove(name) : null;
              if (refusal != null) {
                throw refusal;
              }
              return answer;
            });
    return proxy.getProxy();
  }
}
