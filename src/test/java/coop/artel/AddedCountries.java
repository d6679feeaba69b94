package coop.artel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Tests of a service with countries that a setting adds; they share one house. Beside the invented
 * country there is {@link #UNFINISHED}, whose files are the same but for a few.
 */
public abstract class AddedCountries {
  /**
   * It has no rules on the vote of a council, no term to tell an applicant and no return letter.
   */
  public static final String UNFINISHED = "yy";

  @DynamicPropertySource
  static void folder(DynamicPropertyRegistry settings) throws IOException {
    var folder = Files.createTempDirectory(Path.of("target"), "added");
    InventedCountry.in(folder);
    InventedCountry.in(folder, UNFINISHED);
    InventedCountry.without(folder, "rules/yy/council-vote.dslr");
    InventedCountry.without(folder, "jurisdictions/yy/cases/council-vote.yaml");
    InventedCountry.without(folder, "jurisdictions/yy/documents/return-letter.mustache");
    var norms = folder.resolve("jurisdictions/yy/norms.yaml");
    InventedCountry.write(
        folder,
        "jurisdictions/yy/norms.yaml",
        Files.readString(norms).replace("key: admission.notice-days", "key: admission.story-days"));
    settings.add("artel.jurisdictions", folder::toString);
  }
}
