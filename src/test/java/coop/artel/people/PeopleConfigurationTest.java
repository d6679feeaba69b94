package coop.artel.people;

import static org.assertj.core.api.Assertions.assertThat;

import coop.artel.TestDatabase;
import coop.artel.values.DataFolder;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.context.support.TestPropertySourceUtils;

class PeopleConfigurationTest {
  @Test
  void the_service_has_a_cipher_with_keys_in_its_data_folder(@TempDir Path folder) {
    var database = TestDatabase.fresh().service();
    byte[] sealed = start(folder, database).seal(new byte[] {7}, new byte[0]);

    assertThat(folder.resolve("keys/fields.p12")).exists();
    assertThat(folder.resolve("keys/fields.password")).doesNotExist();
    assertThat(start(folder, database).open(sealed, new byte[0])).containsExactly(7);
  }

  private static FieldCipher start(Path folder, DataSource database) {
    try (var context = new AnnotationConfigApplicationContext()) {
      TestPropertySourceUtils.addInlinedPropertiesToEnvironment(
          context, "artel.keys.password=correct horse");
      context.registerBean(DataFolder.class, () -> new DataFolder(folder));
      context.registerBean(DataSource.class, () -> database);
      context.register(PeopleConfiguration.class);
      context.refresh();
      return context.getBean(FieldCipher.class);
    }
  }
}
