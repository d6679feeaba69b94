package coop.artel.bench;

import com.fasterxml.jackson.databind.JsonNode;
import coop.artel.notary.VerifyCommand;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The journal of those who used the service against its log.
 *
 * @param cases how many there were
 * @param acknowledged completions and votes that were answered with a receipt
 * @param lost what was acknowledged and stands in no sealed record, or not under its digest
 * @param doubled records of people's work above one for each work
 * @param unfinished cases that did not come to the end of an admission
 * @param unverified exports that {@code verify} refuses, with what it said
 */
record Reckoning(
    int cases,
    int acknowledged,
    List<String> lost,
    List<String> doubled,
    List<String> unfinished,
    List<String> unverified) {
  private static final Set<String> PEOPLES = Set.of("completed", "ballot");

  static Reckoning of(Staff staff, List<Journal.Entry> journal, Path data) throws IOException {
    Map<String, List<Journal.Entry>> byCase =
        journal.stream().collect(Collectors.groupingBy(Journal.Entry::caseId));
    var cases = staff.cases();
    var found =
        new Reckoning(
            cases.size(),
            (int) journal.stream().filter(Journal.Entry::hasReceipt).count(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>(),
            new ArrayList<>());
    Path policy = Files.write(data.resolve("reckoning-policy.txt"), staff.policy());
    for (JsonNode it : cases) {
      String id = it.path("id").asText();
      if (!it.path("outcome").asText().equals("member-admitted")) {
        found.unfinished.add(id);
      }
      found.compare(id, staff.records(id), byCase.getOrDefault(id, List.of()));
      found.verify(id, Files.write(data.resolve("reckoning.zip"), staff.export(id)), policy);
    }
    Set<String> known =
        cases.stream().map(it -> it.path("id").asText()).collect(Collectors.toSet());
    byCase.keySet().stream().filter(id -> !known.contains(id)).forEach(found.lost::add);
    return found;
  }

  private void compare(String caseId, JsonNode records, List<Journal.Entry> journal) {
    var digests = new HashSet<String>();
    int byPeople = 0;
    for (JsonNode record : records) {
      if (!record.path("seal").path("stage").asText().equals("recorded")
          && !digests.add(record.path("digest").asText())) {
        doubled.add(record.path("digest").asText());
      }
      if (record.hasNonNull("actor") && PEOPLES.contains(record.path("kind").asText())) {
        byPeople++;
      }
    }
    var works = new HashSet<String>();
    for (Journal.Entry entry : journal) {
      if (!works.add(entry.work())) {
        doubled.add(entry.work());
      }
      if (entry.hasReceipt() && !digests.contains(entry.digest())) {
        lost.add(entry.work());
      }
    }
    for (int missing = byPeople; missing < works.size(); missing++) {
      lost.add("a record of case " + caseId);
    }
    for (int more = works.size(); more < byPeople; more++) {
      doubled.add("a record of case " + caseId);
    }
  }

  private void verify(String caseId, Path export, Path policy) {
    var told = new ByteArrayOutputStream();
    var print = new PrintStream(told, true, StandardCharsets.UTF_8);
    int code =
        VerifyCommand.run(
            new String[] {export.toString(), "--policy", policy.toString()}, print, print);
    if (code != 0) {
      unverified.add(caseId + ": " + told.toString(StandardCharsets.UTF_8));
    }
  }
}
