package coop.artel.notary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredZipTest {
  @TempDir Path folder = Path.of("");

  @Test
  void the_jdk_reads_it_too_from_both_ends() throws Exception {
    var files = new TreeMap<String, byte[]>();
    files.put("a.txt", "а".getBytes(UTF_8));
    files.put("b/c.json", new byte[0]);
    files.put("b/d.json", new byte[70_000]);
    byte[] zip = StoredZip.write(files);

    var names = new ArrayList<String>();
    try (var read = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = read.getNextEntry(); entry != null; entry = read.getNextEntry()) {
        assertThat(read.readAllBytes()).isEqualTo(files.get(entry.getName()));
        names.add(entry.getName());
      }
    }
    assertThat(names).containsExactly("a.txt", "b/c.json", "b/d.json");
    try (var read = new ZipFile(Files.write(folder.resolve("a.zip"), zip).toFile())) {
      assertThat(read.size()).isEqualTo(3);
      assertThat(read.getInputStream(read.getEntry("a.txt")).readAllBytes())
          .isEqualTo(files.get("a.txt"));
    }
    assertThat(StoredZip.read(zip)).containsOnlyKeys("a.txt", "b/c.json", "b/d.json");
  }

  @Test
  void more_files_than_an_old_zip_can_count_are_read_too() throws Exception {
    var files = new TreeMap<String, byte[]>();
    for (int i = 0; i < 70_000; i++) {
      files.put(ExportNames.entry(i), new byte[] {(byte) i});
    }
    byte[] zip = StoredZip.write(files);

    assertThat(StoredZip.read(zip)).hasSize(70_000);
    try (var read = new ZipFile(Files.write(folder.resolve("large.zip"), zip).toFile())) {
      assertThat(read.size()).isEqualTo(70_000);
    }
    zip[zip.length - 60] ^= 1;
    refused(zip, "zip-directory");
  }

  @Test
  void a_zip_that_others_packed_is_refused_and_never_inflated() throws Exception {
    var packed = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(packed)) {
      zip.putNextEntry(new ZipEntry("bomb.json"));
      zip.write(new byte[10_000_000]);
      zip.closeEntry();
    }

    assertThat(packed.size()).isLessThan(20_000);
    assertThatThrownBy(() -> StoredZip.read(packed.toByteArray()))
        .isInstanceOf(StoredZip.NotAsWritten.class);
  }

  @Test
  void what_is_no_zip_at_all_is_refused() {
    refused(new byte[0], "zip-none");
    refused("nothing".getBytes(UTF_8), "zip-none");
  }

  @Test
  void names_lead_nowhere_else() {
    for (String name :
        new String[] {"../a", "/a", "a/../b", "a/b/c", "", ".a", "a\\b", "a b", "ж"}) {
      var files = new TreeMap<String, byte[]>();
      files.put(name, new byte[0]);
      assertThatIllegalArgumentException().as(name).isThrownBy(() -> StoredZip.write(files));
    }
  }

  private static void refused(byte[] zip, String key) {
    assertThatThrownBy(() -> StoredZip.read(zip))
        .isInstanceOfSatisfying(
            StoredZip.NotAsWritten.class, e -> assertThat(e.key()).isEqualTo(key));
  }
}
