package coop.artel.desk.frame;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Every module's sentences in both languages; what English lacks is said in Russian. */
@Configuration(proxyBeanMethods = false)
public class MessageConfiguration {
  static final List<String> MODULES =
      List.of(
          "artel",
          "values",
          "sheets",
          "jurisdiction",
          "chain",
          "notary",
          "people",
          "registry",
          "access",
          "law",
          "documents",
          "workflow",
          "publishing",
          "meetings",
          "members",
          "notices",
          "demo",
          "desk");

  @Bean
  public MessageSource messageSource() {
    var source = new ResourceBundleMessageSource();
    source.setBasenames(
        MODULES.stream()
            .map(module -> "messages/" + module)
            .filter(name -> getClass().getResource("/" + name + "_ru.properties") != null)
            .toArray(String[]::new));
    source.setDefaultEncoding(StandardCharsets.UTF_8.name());
    source.setFallbackToSystemLocale(false);
    source.setDefaultLocale(Languages.RUSSIAN);
    source.setAlwaysUseMessageFormat(true);
    return source;
  }
}
