package coop.artel.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts what is sent to the database while the switch is on, by whichever thread; an element of a
 * batch is a statement. Connections that are taken while it is off are the pool's own.
 */
final class Statements implements BeanPostProcessor {
  private static final Set<String> SENT =
      Set.of("execute", "executeQuery", "executeUpdate", "executeLargeUpdate", "addBatch");

  private final ThreadLocal<Integer> sent = ThreadLocal.withInitial(() -> 0);
  private volatile boolean on;

  /** How many statements the work sends from the thread that calls this. */
  int count(Runnable work) {
    sent.set(0);
    on = true;
    try {
      work.run();
      return sent.get();
    } finally {
      on = false;
      sent.remove();
    }
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource source ? counting(source) : bean;
  }

  DataSource counting(DataSource source) {
    return new DelegatingDataSource(source) {
      @Override
      public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return on ? (Connection) watched(Connection.class, connection) : connection;
      }
    };
  }

  private Object watched(Class<?> type, Object target) {
    return Proxy.newProxyInstance(
        Statements.class.getClassLoader(),
        new Class<?>[] {type},
        (proxy, method, arguments) -> call(target, method, arguments));
  }

  private @Nullable Object call(
      Object target, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (target instanceof Statement && SENT.contains(method.getName())) {
      sent.set(sent.get() + 1);
    }
    Object answer;
    try {
      answer = method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
    return answer instanceof Statement ? watched(method.getReturnType(), answer) : answer;
  }
}
