package coop.artel.desk.cases;

import coop.artel.desk.frame.Wording;
import coop.artel.people.Person;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known of a person, in words. */
public final class PersonFields {
  public static final String NAME = "person.name";

  private PersonFields() {}

  /**
   * By the key of each field's name, in the order in which they are told; unknown ones are empty.
   */
  public static Map<String, String> of(Person it, Wording wording) {
    var fields = new LinkedHashMap<String, String>();
    var born = it.born();
    fields.put(NAME, it.fullName());
    fields.put("person.born", born == null ? "" : wording.date(born));
    fields.put("person.address", text(it.address()));
    fields.put("person.phone", text(it.phone()));
    fields.put("person.email", text(it.email()));
    fields.put("person.document", document(it.document(), wording));
    return fields;
  }

  private static String document(Person.@Nullable IdentityDocument it, Wording wording) {
    return it == null
        ? ""
        : "%s %s, %s, %s"
            .formatted(
                wording.sayOr("identity." + it.kind(), it.kind()),
                it.number(),
                wording.date(it.issuedOn()),
                it.issuedBy());
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
