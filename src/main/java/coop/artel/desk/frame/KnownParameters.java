package coop.artel.desk.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * A question of a program that names a condition which is not known here is refused: its answer
 * would be that to another question, and nobody would notice.
 */
@Component
class KnownParameters implements HandlerInterceptor, WebMvcConfigurer {
  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).addPathPatterns("/api/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (HttpMethod.GET.matches(request.getMethod()) && handler instanceof HandlerMethod method) {
      var known =
          Arrays.stream(method.getMethod().getParameters())
              .flatMap(KnownParameters::names)
              .toList();
      for (String name : request.getParameterMap().keySet()) {
        if (!known.contains(name)) {
          throw BadParameter.unknown(name);
        }
      }
    }
    return true;
  }

  private static Stream<String> names(Parameter parameter) {
    var one = parameter.getAnnotation(RequestParam.class);
    if (one != null) {
      return Stream.of(one.name().isEmpty() ? parameter.getName() : one.name());
    }
    return parameter.isAnnotationPresent(ParameterObject.class)
        ? Arrays.stream(parameter.getType().getRecordComponents()).map(RecordComponent::getName)
        : Stream.of();
  }
}
