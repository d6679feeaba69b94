package coop.artel.workflow;

import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.stereotype.Component;

/**
 * The engine's own tables, by the scripts that its jar carries; the engine itself creates nothing.
 */
@Component
public class EngineTables implements JavaMigration {
  private static final List<String> PARTS =
      List.of(
          "engine",
          "history",
          "identity",
          "case.engine",
          "case.history",
          "decision.engine",
          "decision.history");

  @Override
  public MigrationVersion getVersion() {
    return MigrationVersion.fromVersion("600");
  }

  @Override
  public String getDescription() {
    return "engine tables";
  }

  @Override
  public @Nullable Integer getChecksum() {
    return null;
  }

  @Override
  public boolean canExecuteInTransaction() {
    return true;
  }

  @Override
  public void migrate(Context context) {
    for (String part : PARTS) {
      ScriptUtils.executeSqlScript(
          context.getConnection(),
          new ClassPathResource(
              "org/camunda/bpm/engine/db/create/activiti.postgres.create.%s.sql".formatted(part)));
    }
  }
}
