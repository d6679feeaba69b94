package coop.artel.workflow;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;
import org.jspecify.annotations.Nullable;

/**
 * Expressions that know the variables of the process and the steps, and nothing else: no beans, no
 * properties, no methods, no functions.
 */
final class StepExpressions extends JuelExpressionManager {
  private final Function<String, @Nullable StepDelegate> steps;

  StepExpressions(Function<String, @Nullable StepDelegate> steps) {
    this.steps = steps;
  }

  @Override
  protected ELResolver createElResolver() {
    return new Names();
  }

  @Override
  protected FunctionMapper createFunctionMapper() {
    return new FunctionMapper() {
      @Override
      public java.lang.reflect.@Nullable Method resolveFunction(String prefix, String localName) {
        return null;
      }
    };
  }

  private final class Names extends ELResolver {
    @Override
    public @Nullable Object getValue(
        ELContext context, @Nullable Object base, @Nullable Object property) {
      if (base != null || !(property instanceof String name)) {
        return null;
      }
      if (context.getContext(VariableScope.class) instanceof VariableScope scope
          && scope.hasVariable(name)) {
        context.setPropertyResolved(true);
        return scope.getVariable(name);
      }
      @Nullable StepDelegate step = steps.apply(name);
      if (step != null) {
        context.setPropertyResolved(true);
      }
      return step;
    }

    @Override
    public @Nullable Class<?> getType(
        ELContext context, @Nullable Object base, @Nullable Object property) {
      return null;
    }

    @Override
    public void setValue(
        ELContext context,
        @Nullable Object base,
        @Nullable Object property,
        @Nullable Object value) {
      throw new IllegalStateException("A model sets nothing: %s".formatted(property));
    }

    @Override
    public boolean isReadOnly(ELContext context, @Nullable Object base, @Nullable Object property) {
      return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, @Nullable Object base) {
      return String.class;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(
        ELContext context, @Nullable Object base) {
      return List.<FeatureDescriptor>of().iterator();
    }
  }
}
