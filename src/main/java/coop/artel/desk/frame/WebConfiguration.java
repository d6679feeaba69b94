package coop.artel.desk.frame;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import coop.artel.values.Money;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;

/** What pages and API have in common. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {
  @Bean
  LocaleResolver localeResolver() {
    return new Languages();
  }

  /** Sums go out as they are kept, {@code "500.00 RUB"}; only pages say them in a language. */
  @Bean
  Jackson2ObjectMapperBuilderCustomizer plainSums() {
    return builder -> builder.serializerByType(Money.class, ToStringSerializer.instance);
  }

  /** A body with an unknown or doubled key, or with a tail, is a mistake and not a detail. */
  @Bean
  Jackson2ObjectMapperBuilderCustomizer strictJson() {
    return builder ->
        builder.featuresToEnable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
            DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS,
            JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
  }

  @Bean
  WordingSource wordingSource(MessageSource messages) {
    return new WordingSource(messages);
  }
}
