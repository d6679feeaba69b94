package coop.artel;

import coop.artel.values.Refusal;
import coop.artel.workflow.Step;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** The real steps, of which a test may let one refuse when all that it does has been done. */
public final class ScriptedSteps implements BeanPostProcessor {
  private final Map<String, Refusal> script = new ConcurrentHashMap<>();

  /** The next run of this step ends so. */
  public void refuse(String step, Refusal refusal) {
    script.put(step, refusal);
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
              var refusal = call.getMethod().getName().equals("run") ? script.remove(name) : null;
              if (refusal != null) {
                throw refusal;
              }
              return answer;
            });
    return proxy.getProxy();
  }
}
