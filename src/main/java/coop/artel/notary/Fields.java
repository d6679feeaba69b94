package coop.artel.notary;

import coop.artel.values.CanonicalJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * A file of canonical JSON as a verifier reads it: whatever is not as it must be is {@link Wrong}.
 */
record Fields(String file, Map<String, ?> content) {
  static Fields read(SortedMap<String, byte[]> files, String file) throws Wrong {
    try {
      return new Fields(file, CanonicalJson.read(bytes(files, file)));
    } catch (IllegalArgumentException e) {
      throw new Wrong("form", file);
    }
  }

  static byte[] bytes(SortedMap<String, byte[]> files, String file) throws Wrong {
    byte[] bytes = files.get(file);
    if (bytes == null) {
      throw new Wrong("absent", file);
    }
    return bytes;
  }

  /** Nobody signed these, so nothing may stand there that is not known. */
  void only(String... names) throws Wrong {
    if (!content.keySet().equals(Set.of(names))) {
      throw new Wrong("form", file);
    }
  }

  void version(long version) throws Wrong {
    if (number("v") != version) {
      throw new Wrong("version", file, Long.toString(number("v")));
    }
  }

  String text(String name) throws Wrong {
    return get(name, String.class);
  }

  long number(String name) throws Wrong {
    long number = get(name, Long.class);
    if (number < 0) {
      throw new Wrong("field", file, name);
    }
    return number;
  }

  byte[] hash(String name) throws Wrong {
    try {
      return Hashes.ofHex(text(name));
    } catch (IllegalArgumentException e) {
      throw new Wrong("field", file, name);
    }
  }

  List<?> list(String name) throws Wrong {
    return get(name, List.class);
  }

  Fields fields(String name) throws Wrong {
    @SuppressWarnings("unchecked")
    Map<String, ?> map = get(name, Map.class);
    return new Fields(file, map);
  }

  void is(String name, Object expected) throws Wrong {
    if (!expected.equals(content.get(name))) {
      throw new Wrong("field", file, name);
    }
  }

  private <T> T get(String name, Class<T> type) throws Wrong {
    Object value = content.get(name);
    if (value == null || !type.isInstance(value)) {
      throw new Wrong("field", file, name);
    }
    return type.cast(value);
  }
}
