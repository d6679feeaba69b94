package coop.artel.workflow;

import coop.artel.values.UseCase;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tries a use case again, in a new transaction, when two people collided in it; a use case within
 * another is left to the outer one.
 */
@Configuration
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class Collisions {
  private static final int TRIES = 3;

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static DefaultPointcutAdvisor triesAgain() {
    var advisor =
        new DefaultPointcutAdvisor(
            new AnnotationMatchingPointcut(UseCase.class, true), new TriesAgain());
    advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return advisor;
  }

  /** What may collide, in a transaction that it opens itself. */
  @FunctionalInterface
  interface Attempt<E extends Throwable> {
    @Nullable Object run() throws E;
  }

  /** Tries three times; who collides still is refused with {@link Collided}. */
  static <E extends Throwable> @Nullable Object trying(Attempt<E> work) throws E {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.run();
      } catch (OptimisticLockingException | PessimisticLockingFailureException collision) {
        if (attempt == TRIES || !paused(attempt)) {
          throw new Collided();
        }
      }
    }
  }

  private static boolean paused(int attempt) {
    try {
      Thread.sleep(20L * attempt);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static final class TriesAgain implements MethodInterceptor {
    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
      return TransactionSynchronizationManager.isActualTransactionActive()
          ? call.proceed()
          : Collisions.<Throwable>trying(
              () -> ((ProxyMethodInvocation) call).invocableClone().proceed());
    }
  }
}
