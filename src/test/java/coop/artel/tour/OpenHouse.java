package coop.artel.tour;

import coop.artel.Artel;
import coop.artel.House;
import coop.artel.workflow.ClockOfTheHouse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole service as its users meet it: on a port, with the demonstration cooperative, a chain,
 * jobs that run by themselves and a mail server that is away. All tests that say so share one.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    classes = {Artel.class, Scene.class, AwayPage.class},
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {
      "artel.notary.sequence-every=100ms",
      "artel.mail.from=Артель <artel@example.org>",
      "spring.mail.host=127.0.0.1",
      "spring.mail.port=1"
    })
@ContextConfiguration(initializers = {House.OwnFolder.class, OpenHouse.OwnAddress.class})
@TestExecutionListeners(
    listeners = ClockOfTheHouse.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
@interface OpenHouse {
  /** Where letters are sent, their links need an address that is known before there is a port. */
  final class OwnAddress implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        int port = socket.getLocalPort();
        context
            .getEnvironment()
            .getPropertySources()
            .addFirst(
                new MapPropertySource(
                    "address",
                    Map.of("server.port", port, "artel.url", "http://127.0.0.1:" + port)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
