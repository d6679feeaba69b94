package coop.artel.desk.frame;

import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/**
 * What pages load beside themselves. A template's {@code @{/css/…}} becomes a name that holds the
 * file's digest; a file asked for by such a name never changes and is kept for a year. By its plain
 * name it is asked for anew each time. No other address is looked for among files: every link of a
 * page would be, in every jar, which takes longer than the page.
 */
@Configuration(proxyBeanMethods = false)
class StaticFiles implements WebMvcConfigurer {
  private static final List<String> ROOTS = List.of("/css/", "/lib/");
  private static final List<String> FOLDERS = List.of("/css/", "/lib/", "/lib/fonts/");
  private static final String WITH_DIGEST = "{file:.+-[0-9a-f]{32}[.].+}";
  private static final CacheControl FOR_GOOD =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  /** What a page without a frame, such as a document, is asked for by browsers. */
  @Override
  public void addViewControllers(ViewControllerRegistry registry) {
    registry.addRedirectViewController("/favicon.ico", "/css/mark.svg");
  }

  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    for (String folder : FOLDERS) {
      registry
          .addResourceHandler(folder + WITH_DIGEST)
          .addResourceLocations("classpath:/static" + folder)
          .setCacheControl(FOR_GOOD)
          .setUseLastModified(false)
          .resourceChain(true)
          .addResolver(byDigest());
    }
    for (String root : ROOTS) {
      registry
          .addResourceHandler(root + "**")
          .addResourceLocations("classpath:/static" + root)
          .setCacheControl(CacheControl.noCache())
          .setUseLastModified(false)
          .resourceChain(true)
          .addResolver(byDigest());
    }
  }

  private static VersionResourceResolver byDigest() {
    return new VersionResourceResolver().addContentVersionStrategy("/**");
  }
}
