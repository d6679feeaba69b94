package coop.artel.jurisdiction;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Files of countries that the service does not bring, read once from a folder. The folder is not
 * trusted: names that no file of a country has, links, files that are too large or too many, and
 * what is not text are told, and nothing of the folder is taken.
 */
final class AddedFiles {
  static final AddedFiles NONE = new AddedFiles(new TreeMap<>());

  private static final String JURISDICTIONS = "jurisdictions/";
  private static final String RULES = "rules/";
  private static final long LARGEST = 1 << 20;
  private static final int MOST = 2000;
  private static final int DEEPEST = 6;

  private static final Pattern KEPT_OF_COUNTRY =
      Pattern.compile("[a-z]{2}/([a-z]+|(calendar|cases)/[a-z0-9-]+)\\.yaml");

  private final SortedMap<String, String> byPath;

  private AddedFiles(SortedMap<String, String> byPath) {
    this.byPath = Collections.unmodifiableSortedMap(byPath);
  }

  static AddedFiles read(Path folder) {
    if (!Files.isDirectory(folder.resolve(JURISDICTIONS), LinkOption.NOFOLLOW_LINKS)) {
      throw FileNotUnderstood.folderMissing(folder.toString());
    }
    var files = new TreeMap<String, String>();
    try {
      Files.walkFileTree(folder, Set.of(), DEEPEST, visitor(folder, files));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AddedFiles(files);
  }

  private static FileVisitor<Path> visitor(Path folder, SortedMap<String, String> files) {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) {
        return !path.equals(folder) && isHidden(path)
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path path, BasicFileAttributes attributes)
          throws IOException {
        var name = folder.relativize(path).toString().replace('\\', '/');
        if (!attributes.isRegularFile()) {
          throw FileNotUnderstood.link(name);
        }
        if (!isHidden(path) && !path.endsWith("README.md")) {
          put(path, name, files);
        }
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private static void put(Path path, String name, SortedMap<String, String> files)
      throws IOException {
    if (!CountryPaths.isPath(name)) {
      throw FileNotUnderstood.unexpected(name);
    }
    if (files.size() >= MOST) {
      throw FileNotUnderstood.tooLarge(name, LARGEST);
    }
    try (var in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      var bytes = in.readNBytes((int) LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw FileNotUnderstood.tooLarge(name, LARGEST);
      }
      files.put(
          name, StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      throw FileNotUnderstood.notText(name);
    }
  }

  private static boolean isHidden(Path path) {
    var name = path.getFileName();
    return name != null && name.toString().startsWith(".");
  }

  /** Ids of countries that have a folder of files or of rules. */
  Set<String> countries() {
    var ids = new TreeSet<String>();
    byPath.keySet().forEach(path -> ids.add(path.split("/", 3)[1]));
    return ids;
  }

  String anyFile(String country) {
    return byPath.keySet().stream()
        .filter(path -> path.split("/", 3)[1].equals(country))
        .findFirst()
        .orElseThrow();
  }

  /** What a country is read from, and its cases, by the path within jurisdictions. */
  SortedMap<String, String> jurisdiction(String country) {
    var files = new TreeMap<String, String>();
    byPath.forEach(
        (path, text) -> {
          if (path.startsWith(JURISDICTIONS + country + "/")) {
            var name = path.substring(JURISDICTIONS.length());
            if (KEPT_OF_COUNTRY.matcher(name).matches()) {
              files.put(name, text);
            }
          }
        });
    return files;
  }

  /** All files in a folder of a country's: {@code jurisdictions/ru/documents/}. */
  SortedMap<String, String> within(String folder) {
    var files = new TreeMap<>(byPath);
    files.keySet().removeIf(path -> !path.startsWith(folder));
    return files;
  }

  SortedMap<String, String> rules(String country) {
    return within(RULES + country + "/");
  }

  Optional<String> file(String path) {
    return Optional.ofNullable(byPath.get(path));
  }
}
