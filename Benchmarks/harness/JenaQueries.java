import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.jena.graph.Graph;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.graph.GraphFactory;

/**
 * Answers queries with Jena in memory, warm, and tells times as JSON on standard output.
 *
 * <p>{@code java -cp JARS JenaQueries.java DATA.nt RUNS QUERY.rq…}: processor times of the thread in
 * milliseconds, the median of RUNS after enough for warming up, since Java compiles what runs often;
 * every solution is asked for.
 */
public final class JenaQueries {
  /** How often a query is run for warming up at most. */
  private static final int MOST_WARMING = 50;
  /** Milliseconds after which warming up ends. */
  private static final double WARM = 2000;
  /** Milliseconds after which a query is not run again. */
  private static final double LIMIT = 5000;

  private JenaQueries() {}

  private static double now() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() / 1e6;
  }

  private static long count(Iterator<?> rows) {
    long count = 0;
    for (; rows.hasNext(); rows.next()) {
      count++;
    }
    return count;
  }

  private static long answer(Graph graph, String text) {
    Query query = QueryFactory.create(text);
    try (QueryExecution run = QueryExecutionFactory.create(query, ModelFactory.createModelForGraph(graph))) {
      if (query.isConstructType()) {
        return run.execConstruct().size();
      }
      return count(run.execSelect());
    }
  }

  public static void main(String[] arguments) throws IOException {
    Graph graph = GraphFactory.createGraphMem();
    double begin = now();
    RDFDataMgr.read(graph, arguments[0]);
    StringBuilder json = new StringBuilder("{\"loadSeconds\": " + (now() - begin) / 1000);
    json.append(", \"timings\": [");
    int runs = Integer.parseInt(arguments[1]);
    for (int index = 2; index < arguments.length; index++) {
      String text = Files.readString(Path.of(arguments[index]));
      long rows = 0;
      double warmed = 0;
      double elapsed = 0;
      for (int run = 0; run < MOST_WARMING && warmed < WARM; run++) {
        double start = now();
        rows = answer(graph, text);
        elapsed = now() - start;
        warmed += elapsed;
      }
      double[] times = new double[runs];
      times[0] = elapsed;
      int done = elapsed > LIMIT ? 1 : 0;
      while (elapsed <= LIMIT && done < runs) {
        double start = now();
        rows = answer(graph, text);
        times[done++] = now() - start;
      }
      double[] sorted = Arrays.copyOf(times, done);
      Arrays.sort(sorted);
      json.append(index > 2 ? ", " : "").append("{\"query\": \"").append(arguments[index]);
      json.append("\", \"rows\": ").append(rows).append(", \"runs\": ").append(done);
      json.append(", \"processorMilliseconds\": ").append(sorted[done / 2]).append("}");
    }
    json.append("], \"version\": \"").append(ARQ.VERSION).append("\"}");
    System.out.println(json);
  }
}
