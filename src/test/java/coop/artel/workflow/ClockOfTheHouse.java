package coop.artel.workflow;

import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/** The engine's clock is one for the whole JVM; before each test it is the house's own again. */
public final class ClockOfTheHouse implements TestExecutionListener {
  @Override
  public void beforeTestMethod(TestContext test) {
    test.getApplicationContext().getBean(EngineClock.class).resume();
  }
}
