package coop.artel.workflow;

import coop.artel.values.Refusal;
import coop.artel.values.UseCase;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Opens the transaction of a use case, and tries it again in a new one when two people collided in
 * it; a use case within another is left to the outer one. A refusal rolls back nothing, unless it
 * came through the engine, which has given up the transaction by then: then all of it is rolled
 * back, and the caller is told the refusal and not that a commit failed.
 */
@Configuration
@Role(BeanDefinition.ROLE_INFRASTRUCTURE)
class Collisions {
  private static final int TRIES = 3;

  /** The engine read executions before and after another transaction removed some of them. */
  private static final String TREE_HAS_CHANGED = "ENGINE-03077";

  @Bean
  @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
  static DefaultPointcutAdvisor triesAgain(
      ObjectProvider<PlatformTransactionManager> transactions) {
    var advisor =
        new DefaultPointcutAdvisor(
            new AnnotationMatchingPointcut(UseCase.class, true), new TriesAgain(transactions));
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
      } catch (RuntimeException e) {
        if (!isCollision(e)) {
          throw e;
        }
        if (attempt == TRIES || !paused(attempt)) {
          throw new Collided();
        }
      }
    }
  }

  private static boolean isCollision(RuntimeException e) {
    return e instanceof OptimisticLockingException
        || e instanceof PessimisticLockingFailureException
        || e instanceof ProcessEngineException
            && e.getMessage() != null
            && e.getMessage().startsWith(TREE_HAS_CHANGED);
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

  private record TriesAgain(ObjectProvider<PlatformTransactionManager> transactions)
      implements MethodInterceptor {
    @Override
    public @Nullable Object invoke(MethodInvocation call) throws Throwable {
      return TransactionSynchronizationManager.isActualTransactionActive()
          ? call.proceed()
          : Collisions.<Throwable>trying(
              () -> once(((ProxyMethodInvocation) call).invocableClone()));
    }

    private @Nullable Object once(MethodInvocation call) throws Throwable {
      var manager = transactions.getObject();
      var transaction = manager.getTransaction(new DefaultTransactionDefinition());
      @Nullable Object result;
      try {
        result = call.proceed();
      } catch (Refusal refusal) {
        if (transaction.isRollbackOnly()) {
          manager.rollback(transaction);
        } else {
          manager.commit(transaction);
        }
        throw refusal;
      } catch (Throwable broken) {
        rollback(manager, transaction, broken);
        throw broken;
      }
      manager.commit(transaction);
      return result;
    }

    /** On a connection that is gone this fails too, which must not hide why. */
    private static void rollback(
        PlatformTransactionManager manager, TransactionStatus transaction, Throwable broken) {
      try {
        manager.rollback(transaction);
      } catch (RuntimeException e) {
        broken.addSuppressed(e);
      }
    }
  }
}
