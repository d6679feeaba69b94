package coop.artel.sheets;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import coop.artel.values.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;

/**
 * Spreadsheets and archives that try to read files, to call servers, to write elsewhere or to be
 * larger than they look. Each makes a canary appear where the JDK's own readers are let loose on
 * it; here it is refused and no canary appears.
 */
class EscapesTest {
  private static final int MANY = 10_000;
  private static final String SECRET = "canary-secret";
  private static final Archive.Limits LIMITS =
      new Archive.Limits(1 << 20, 200, 1 << 20, 4 << 20, 100);

  private final AtomicInteger calls = new AtomicInteger();
  private HttpServer server;

  @TempDir Path folder;

  /**
   * @param appears whether the canary does, with readers that know no distrust
   */
  private record Escape(String name, byte[] file, String code, Canary appears, boolean workbook) {}

  private interface Canary {
    boolean appears() throws Exception;
  }

  @BeforeEach
  void a_server_that_counts_who_calls() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          var answer = "<!ENTITY canary \"called\">".getBytes(UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void the_server_goes() {
    server.stop(0);
  }

  @TestFactory
  Stream<DynamicTest> each_escape_works_where_nobody_distrusts_it_and_not_here() throws Exception {
    return escapes().stream()
        .map(escape -> DynamicTest.dynamicTest(escape.name(), () -> assertHeld(escape)));
  }

  @Test
  void there_are_at_least_twenty_and_none_is_another() throws Exception {
    assertThat(escapes()).extracting(Escape::name).doesNotHaveDuplicates();
    assertThat(escapes()).extracting(Escape::file).doesNotHaveDuplicates().hasSizeGreaterThan(19);
  }

  private void assertHeld(Escape escape) throws Exception {
    assertThat(escape.appears().appears()).as("the canary appears").isTrue();
    int before = calls.get();
    var written = everything();

    assertThatThrownBy(
            () -> {
              if (escape.workbook()) {
                Workbooks.read(escape.file());
              } else {
                Archive.read(escape.file(), LIMITS);
              }
            })
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(escape.code()));
    assertThat(calls).hasValue(before);
    assertThat(everything()).isEqualTo(written);
  }

  private List<String> everything() throws IOException {
    try (var paths = Files.walk(folder)) {
      return paths.map(Path::toString).sorted().toList();
    }
  }

  private List<Escape> escapes() throws IOException {
    var secret = Files.writeString(folder.resolve("secret.txt"), SECRET);
    var escapes = new ArrayList<Escape>();
    escapes.addAll(entities(secret.toUri().toString()));
    escapes.addAll(bombs());
    escapes.addAll(names());
    return escapes;
  }

  private List<Escape> entities(String secret) {
    var http = "http://%s:%d/".formatted("127.0.0.1", server.getAddress().getPort());
    var file = "<!DOCTYPE x [<!ENTITY x SYSTEM \"%s\">]>".formatted(secret);
    return List.of(
        reads("a file as an entity of a sheet", Parts.SHEET, file + "<a>&x;</a>"),
        reads(
            "a file as an entity of the shared words", "xl/sharedStrings.xml", file + "<b>&x;</b>"),
        reads("a file as an entity of the looks", "xl/styles.xml", file + "<c>&x;</c>"),
        reads("a file as an entity of the relationships", "_rels/.rels", file + "<d>&x;</d>"),
        reads(
            "a file as an entity within an attribute's element",
            Parts.SHEET,
            file + "<e><f>&x;</f></e>"),
        readsUtf16(file + "<a>&x;</a>"),
        reads(
            "a file included",
            Parts.SHEET,
            "<a xmlns:i=\"http://www.w3.org/2001/XInclude\"><i:include parse=\"text\" href=\"%s\"/></a>"
                .formatted(secret)),
        calls(
            "a server as an entity",
            "<!DOCTYPE x [<!ENTITY x SYSTEM \"%sentity\">]><a>&x;</a>".formatted(http)),
        calls(
            "a server as a parameter entity",
            "<!DOCTYPE x [<!ENTITY %% p SYSTEM \"%sparameter\"> %%p;]><a>&canary;</a>"
                .formatted(http)),
        calls(
            "a server as the document's type",
            "<!DOCTYPE x SYSTEM \"%stype.dtd\"><a>&canary;</a>".formatted(http)),
        calls(
            "a server as the public document's type",
            "<!DOCTYPE x PUBLIC \"-//X//Y\" \"%spublic.dtd\"><a>&canary;</a>".formatted(http)),
        grows("words that laugh", laughs()),
        grows(
            "one long word again and again",
            "<!DOCTYPE x [<!ENTITY x \"%s\">]><a>%s</a>"
                .formatted("x".repeat(1000), "&x;".repeat(50))));
  }

  private Escape reads(String name, String part, String xml) {
    return new Escape(
        name,
        Parts.workbook(part, xml),
        "workbook-declares",
        () -> text(xml.getBytes(UTF_8)).contains(SECRET),
        true);
  }

  private Escape readsUtf16(String xml) {
    var bytes = ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + xml).getBytes(UTF_16);
    return new Escape(
        "a file as an entity in letters of two bytes",
        Parts.workbook(Parts.SHEET, bytes),
        "workbook-declares",
        () -> text(bytes).contains(SECRET),
        true);
  }

  private Escape calls(String name, String xml) {
    return new Escape(
        name,
        Parts.workbook(Parts.SHEET, xml),
        "workbook-declares",
        () -> {
          int before = calls.get();
          try {
            text(xml.getBytes(UTF_8));
          } catch (SAXException afterTheCall) {
            assertThat(afterTheCall).isNotNull();
          }
          return calls.get() > before;
        },
        true);
  }

  private static Escape grows(String name, String xml) {
    return new Escape(
        name,
        Parts.workbook(Parts.SHEET, xml),
        "workbook-declares",
        () -> text(xml.getBytes(UTF_8)).length() >= MANY,
        true);
  }

  private static String laughs() {
    var xml = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"xxxxxxxxxx\">");
    for (int level = 1; level < 4; level++) {
      xml.append("<!ENTITY l%d \"%s\">".formatted(level, "&l%d;".formatted(level - 1).repeat(10)));
    }
    return xml.append("]><a>&l3;</a>").toString();
  }

  /** As the JDK reads a document that it is asked to read. */
  private static String text(byte[] xml) throws Exception {
    var factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setNamespaceAware(true);
    factory.setXIncludeAware(true);
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml))
        .getDocumentElement()
        .getTextContent();
  }

  private List<Escape> bombs() {
    var zeros = new byte[900_000];
    var ratio = Parts.zip(zip -> Parts.put(zip, new ZipArchiveEntry("rules/ru/a.dslr"), zeros));
    var each =
        Parts.zip(
            zip -> {
              zip.setLevel(0);
              Parts.put(zip, new ZipArchiveEntry("rules/ru/a.dslr"), new byte[(1 << 20) - 4096]);
              Parts.put(zip, new ZipArchiveEntry("rules/ru/b.dslr"), zeros);
            });
    var many =
        Parts.zip(
            zip -> {
              for (int i = 0; i < 2000; i++) {
                Parts.put(zip, "rules/ru/r%d.dslr".formatted(i), "#");
              }
            });
    return List.of(
        new Escape(
            "one file of nothing but zeros",
            ratio,
            "archive-bomb",
            () -> inflated(ratio) > 100L * ratio.length,
            false),
        new Escape(
            "an archive that is too large",
            each,
            "archive-too-large",
            () -> inflated(each) > 1 << 20,
            false),
        new Escape(
            "more files than anybody writes",
            many,
            "archive-too-many-files",
            () -> Parts.of(many).size() > 1000,
            false),
        blanks(),
        farAway());
  }

  private static Escape blanks() {
    var file = Parts.workbook(Parts.SHEET, "<a>" + " ".repeat(15 << 20) + "</a>");
    return new Escape(
        "a sheet of nothing but blanks",
        file,
        "archive-bomb",
        () -> inflated(file) > 15 << 20,
        true);
  }

  /** The library makes all cells before it. */
  private static Escape farAway() {
    var file =
        Parts.workbook(
            Parts.SHEET,
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData>"
                + "</worksheet>");
    return new Escape(
        "a cell at the far end of a sheet",
        file,
        "workbook-too-large",
        () -> {
          try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            return book.getFirstSheet().read().get(0).getCellCount() > MANY;
          }
        },
        true);
  }

  @Test
  void a_spreadsheet_that_asks_for_another_file_is_refused() {
    var file =
        Parts.workbook(
            "xl/_rels/workbook.xml.rels",
            "<Relationships><Relationship Id=\"rId1\" Type=\"x/externalLink\""
                + " TargetMode=\"External\" Target=\"file:///etc/passwd\"/></Relationships>");

    assertThatThrownBy(() -> Workbooks.read(file))
        .isInstanceOfSatisfying(
            WorkbookRefused.class, it -> assertThat(it.code()).isEqualTo("workbook-declares"));
  }

  private static long inflated(byte[] file) {
    return Parts.of(file).values().stream().mapToLong(it -> it.length).sum();
  }

  private List<Escape> names() {
    var escapes = new ArrayList<Escape>();
    escapes.add(writes("a name that leads out", "../out.txt", "out.txt"));
    escapes.add(
        writes("a name that leads out from within", "rules/../../within.txt", "within.txt"));
    escapes.add(writes("a name from the root", folder.resolve("root.txt").toString(), "root.txt"));
    escapes.add(twice("two files of one name", "rules/ru/a.dslr", "rules/ru/a.dslr"));
    escapes.add(linked());
    return escapes;
  }

  private Escape writes(String name, String path, String canary) {
    var file = Parts.zip(zip -> Parts.put(zip, path, "x"));
    return new Escape(name, file, "archive-name-wrong", () -> unpacked(file, canary), false);
  }

  /** Unpacked as it is often done: each file where its name says. */
  private boolean unpacked(byte[] file, String canary) throws IOException {
    var into = Files.createDirectories(folder.resolve("in"));
    Files.createDirectories(into.resolve("rules"));
    try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.write(into.resolve(entry.getName()), zip.readAllBytes());
      }
    }
    return Files.deleteIfExists(folder.resolve(canary));
  }

  private static Escape twice(String name, String one, String other) {
    var file =
        Parts.zip(
            zip -> {
              Parts.put(zip, one, "harmless");
              Parts.put(zip, other, SECRET);
            });
    return new Escape(
        name,
        file,
        "archive-name-twice",
        () -> new String(Parts.of(file).get(one), UTF_8).equals(SECRET),
        false);
  }

  private Escape linked() {
    var file =
        Parts.zip(
            zip -> {
              var link = new ZipArchiveEntry("rules");
              link.setUnixMode(UnixStat.LINK_FLAG | 0777);
              Parts.put(zip, link, folder.toString().getBytes(UTF_8));
              Parts.put(zip, "rules/linked.txt", "x");
            });
    return new Escape("a link that leads out", file, "archive-link", () -> followed(file), false);
  }

  /** Unpacked with its links, as programs do. */
  private boolean followed(byte[] file) throws IOException {
    var into = Files.createDirectories(folder.resolve("links"));
    try (var zip =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
      for (var entry : Collections.list(zip.getEntries())) {
        var path = into.resolve(entry.getName());
        if (!entry.isUnixSymlink()) {
          Files.write(path, zip.getInputStream(entry).readAllBytes());
        } else if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
          Files.createSymbolicLink(path, Path.of(zip.getUnixSymlink(entry)));
        }
      }
    }
    return Files.deleteIfExists(folder.resolve("linked.txt"));
  }

  @Test
  void what_is_sound_is_read() {
    var file = Parts.zip(zip -> Parts.put(zip, "rules/ru/a.dslr", "правило"));

    assertThat(Archive.read(file, LIMITS)).containsOnlyKeys("rules/ru/a.dslr");
    assertThat(Workbooks.read(Parts.workbook("docProps/more.xml", "<a/>")).tables()).hasSize(1);
  }
}
