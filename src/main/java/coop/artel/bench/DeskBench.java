package coop.artel.bench;

import coop.artel.demo.AccountsFile;
import coop.artel.people.People;
import coop.artel.people.Person;
import coop.artel.registry.Cooperatives;
import coop.artel.registry.Office;
import coop.artel.registry.Offices;
import coop.artel.values.LegalClock;
import coop.artel.values.PersonId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How long staff wait for a page of a cooperative that has been at work for years. Pages are read
 * over loopback by a secretary who is accountant too, signed in, so that rendering, compression and
 * the connection count.
 */
final class DeskBench {
  private static final int OPEN_TASKS = 20_000;
  private static final int FINISHED_STEPS = 200_000;
  private static final int PEOPLE = 500;
  private static final int RECORDS_A_CHECKPOINT = 50;
  private static final int WARM_UP = 3;
  private static final int BLOCKS = 9;
  private static final int ROUNDS = 3;
  private static final int LINES = 50;

  private final Class<?> application;

  DeskBench(Class<?> application) {
    this.application = application;
  }

  List<Measurement> run(PrintStream progress) throws IOException, InterruptedException {
    Path data = Files.createTempDirectory("artel-bench");
    try (var service =
        new SpringApplicationBuilder(application)
            .run(
                "--artel.data=" + data,
                "--server.port=0",
                "--artel.jobs=false",
                "--artel.chain.embedded=false",
                "--logging.level.root=warn")) {
      var cases = fill(service, progress);
      var reader =
          new PageReader(
              "http://127.0.0.1:" + service.getEnvironment().getProperty("local.server.port"));
      var secretary = AccountsFile.read(data).one("secretary");
      reader.signIn(secretary.login(), secretary.password());
      return measure(reader, cases, progress);
    } finally {
      Folders.delete(data);
    }
  }

  /** Answers with the real cases, whose pages are complete. */
  private static List<String> fill(ConfigurableApplicationContext service, PrintStream progress) {
    var run = new AdmissionRun(service);
    String identity = run.apply();
    String payment = run.apply();
    run.decide(payment);
    String ended = run.apply();
    run.decide(ended);
    run.pay(ended);
    run.awaitSealed();
    var filling =
        new DeskFilling(
            service.getBean("ownerDataSource", DataSource.class),
            people(service),
            secretaryOfTwoOffices(service).value());
    filling.copy(identity, OPEN_TASKS / 2);
    filling.copy(payment, OPEN_TASKS / 2);
    long missing = FINISHED_STEPS - filling.finishedSteps();
    filling.copy(ended, (int) Math.max(1, missing / filling.finishedSteps(ended) + 1));
    filling.seal(RECORDS_A_CHECKPOINT);
    progress.printf(
        "%d open tasks, %d finished steps%n", filling.openTasks(), filling.finishedSteps());
    return List.of(identity, payment, ended);
  }

  private static List<UUID> people(ConfigurableApplicationContext service) {
    var people = service.getBean(People.class);
    var all = new ArrayList<UUID>();
    service
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> {
              for (int i = 0; i < PEOPLE; i++) {
                var id = PersonId.random();
                people.register(
                    new Person(id, "Петров", "Иван", null, null, null, null, null, null));
                all.add(id.value());
              }
            });
    return all;
  }

  private static PersonId secretaryOfTwoOffices(ConfigurableApplicationContext service) {
    var cooperative = service.getBean(Cooperatives.class).all().get(0);
    var today = service.getBean(LegalClock.class).today(cooperative.zone());
    var offices = service.getBean(Offices.class);
    PersonId secretary = offices.holders(cooperative.id(), Office.SECRETARY, today).get(0);
    service
        .getBean(TransactionTemplate.class)
        .executeWithoutResult(
            status -> offices.entrust(cooperative.id(), Office.ACCOUNTANT, secretary, today, null));
    return secretary;
  }

  private static List<Measurement> measure(
      PageReader reader, List<String> cases, PrintStream progress)
      throws IOException, InterruptedException {
    long first = reader.weigh("/tasks?view=groups");
    long later = reader.weigh("/tasks?view=groups");
    var lists = lists();
    var pages = cases.stream().map(id -> "/cases/" + id).toList();
    double[] list = new double[BLOCKS];
    double[] page = new double[BLOCKS];
    for (int block = -WARM_UP; block < BLOCKS; block++) {
      double l = percentile(reader, lists);
      double p = percentile(reader, pages);
      progress.printf("block %d: task list %.0f ms, case page %.0f ms%n", block, l, p);
      if (block >= 0) {
        list[block] = l;
        page[block] = p;
      }
    }
    return List.of(
        Measurement.atMost(
            "desk.tasks", Measurement.median(list), "ms, 95 of 100", 100, Measurement.spread(list)),
        Measurement.atMost(
            "desk.case", Measurement.median(page), "ms, 95 of 100", 150, Measurement.spread(page)),
        Measurement.atMost("desk.first-load", first / 1000.0, "kB", 300, ""),
        Measurement.atMost("desk.later-load", later / 1000.0, "kB", 30, ""));
  }

  /** First, middle and last page of each part of the list. */
  private static List<String> lists() {
    var lists = new ArrayList<String>();
    for (var part : List.of("mine", "groups", "overdue", "all")) {
      int size =
          switch (part) {
            case "mine" -> OPEN_TASKS / 10;
            case "overdue" -> OPEN_TASKS / 6;
            default -> OPEN_TASKS * 9 / 10;
          };
      for (int offset : new int[] {0, size / 2, size - LINES}) {
        lists.add("/tasks?view=%s&offset=%d".formatted(part, offset));
      }
    }
    return lists;
  }

  private static double percentile(PageReader reader, List<String> paths)
      throws IOException, InterruptedException {
    int rounds = Math.max(ROUNDS, 30 / paths.size());
    double[] taken = new double[rounds * paths.size()];
    int at = 0;
    for (int round = 0; round < rounds; round++) {
      for (String path : paths) {
        taken[at++] = reader.milliseconds(path);
      }
    }
    return Measurement.quantile(taken, 0.95);
  }
}
