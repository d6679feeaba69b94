package coop.artel.desk.cases;

import coop.artel.desk.frame.Endpoint;
import coop.artel.desk.frame.Names;
import coop.artel.desk.frame.Visitor;
import coop.artel.desk.frame.Wording;
import coop.artel.desk.frame.WordingSource;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Endpoint
@Tag(name = "Figures", description = "How a cooperative fares, in numbers")
class FiguresEndpoint {
  private final Visitor visitor;
  private final FigureCharts charts;
  private final Names names;
  private final WordingSource wordings;

  FiguresEndpoint(Visitor visitor, FigureCharts charts, Names names, WordingSource wordings) {
    this.visitor = visitor;
    this.charts = charts;
    this.names = names;
    this.wordings = wordings;
  }

  record ChartJson(String id, String title, @Nullable String note, List<RowJson> rows) {
    static ChartJson of(Chart chart, Wording wording) {
      return new ChartJson(
          chart.id(),
          wording.say("figures." + chart.id()),
          chart.note(),
          chart.rows().stream().map(row -> RowJson.of(row, chart.series())).toList());
    }
  }

  /**
   * @param part of what the row before it counts
   */
  record RowJson(String label, boolean part, List<FigureJson> figures) {
    static RowJson of(Chart.Row row, List<String> series) {
      return new RowJson(
          row.label(),
          row.part(),
          IntStream.range(0, series.size())
              .mapToObj(i -> FigureJson.of(series.get(i), row.bars().get(i)))
              .toList());
    }
  }

  /**
   * @param rows how many rows the list has that is behind it
   * @param list the page with these rows
   */
  record FigureJson(String name, String shown, long rows, String list) {
    static FigureJson of(String name, Chart.Bar bar) {
      return new FigureJson(name, bar.shown(), bar.rows(), bar.link());
    }
  }

  @GetMapping("/api/cooperatives/{id}/figures")
  @Operation(summary = "The key figures of a cooperative; for whoever serves it")
  List<ChartJson> figures(@PathVariable UUID id) {
    var home = names.cooperative(visitor.served(id));
    var wording = wordings.current();
    return charts.of(visitor.caller(), home, wording).stream()
        .map(it -> ChartJson.of(it, wording))
        .toList();
  }
}
