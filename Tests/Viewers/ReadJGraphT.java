import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.text.StringEscapeUtils;
import org.jgrapht.Graph;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.dot.DOTImporter;
import org.jgrapht.nio.gexf.SimpleGEXFImporter;
import org.jgrapht.nio.graphml.GraphMLImporter;

/**
 * Reads files with JGraphT and writes what it found as JSON in the shape told in reading.py.
 *
 * <pre>java -cp JARS ReadJGraphT.java FILE OUTPUT [FILE OUTPUT]...</pre>
 *
 * <p>GraphML is validated against the schema that JGraphT carries. GEXF is not: its schema is that of
 * version 1.2.
 */
public final class ReadJGraphT {
    /** An edge is itself only: two edges may join the same nodes. */
    private static final class Edge {}

    private final Map<String, Map<String, String>> nodes = new LinkedHashMap<>();
    private final Map<Edge, Map<String, String>> edges = new LinkedHashMap<>();
    private final Graph<String, Edge> graph = new DirectedPseudograph<>(null, Edge::new, false);

    private void keep(String node, String name, Attribute value) {
        nodes.computeIfAbsent(node, key -> new LinkedHashMap<>()).put(name, text(name, value));
    }

    private void keep(Edge edge, String name, Attribute value) {
        edges.computeIfAbsent(edge, key -> new LinkedHashMap<>()).put(name, text(name, value));
    }

    private static String text(String name, Attribute value) {
        if (value == null) {
            throw new IllegalArgumentException("no value: " + name);
        }
        return value.getValue();
    }

    private void read(File file) {
        if (file.getName().endsWith(".graphml")) {
            GraphMLImporter<String, Edge> importer = new GraphMLImporter<>();
            importer.setSchemaValidation(true);
            importer.setVertexFactory(id -> id);
            importer.addVertexAttributeConsumer((key, value) -> keep(key.getFirst(), key.getSecond(), value));
            importer.addEdgeAttributeConsumer((key, value) -> keep(key.getFirst(), key.getSecond(), value));
            importer.importGraph(graph, file);
        } else if (file.getName().endsWith(".gexf")) {
            SimpleGEXFImporter<String, Edge> importer = new SimpleGEXFImporter<>();
            importer.setSchemaValidation(false);
            importer.setVertexFactory(id -> id);
            importer.addVertexAttributeConsumer((key, value) -> keep(key.getFirst(), key.getSecond(), value));
            importer.addEdgeAttributeConsumer((key, value) -> keep(key.getFirst(), key.getSecond(), value));
            importer.importGraph(graph, file);
        } else {
            DOTImporter<String, Edge> importer = new DOTImporter<>();
            importer.setVertexFactory(id -> id);
            importer.addVertexAttributeConsumer((key, value) -> keep(key.getFirst(), key.getSecond(), value));
            importer.addEdgeAttributeConsumer((key, value) -> keep(key.getFirst(), key.getSecond(), value));
            importer.importGraph(graph, file);
        }
    }

    private static String quoted(String text) {
        return '"' + StringEscapeUtils.escapeJson(text) + '"';
    }

    private static void write(Map<String, String> values, Writer out) throws IOException {
        out.write("{");
        String separator = "";
        for (Map.Entry<String, String> value : values.entrySet()) {
            out.write(separator + quoted(value.getKey()) + ": " + quoted(value.getValue()));
            separator = ", ";
        }
        out.write("}");
    }

    private void write(Writer out) throws IOException {
        out.write("{\"directed\": " + graph.getType().isDirected() + ", \"nodes\": [");
        String separator = "";
        for (String node : graph.vertexSet()) {
            out.write(separator + "[" + quoted(node) + ", ");
            write(nodes.getOrDefault(node, Map.of()), out);
            out.write("]");
            separator = ",\n";
        }
        out.write("], \"edges\": [");
        separator = "";
        for (Edge edge : graph.edgeSet()) {
            out.write(separator + "[" + quoted(graph.getEdgeSource(edge)) + ", "
                + quoted(graph.getEdgeTarget(edge)) + ", ");
            write(edges.getOrDefault(edge, Map.of()), out);
            out.write("]");
            separator = ",\n";
        }
        out.write("]}\n");
    }

    public static void main(String[] arguments) throws IOException {
        for (int place = 0; place + 1 < arguments.length; place += 2) {
            ReadJGraphT reader = new ReadJGraphT();
            try (Writer out = Files.newBufferedWriter(Path.of(arguments[place + 1]), StandardCharsets.UTF_8)) {
                try {
                    reader.read(new File(arguments[place]));
                } catch (RuntimeException refusal) {
                    out.write("{\"refused\": " + quoted(reason(refusal)) + "}\n");
                    continue;
                }
                reader.write(out);
            }
        }
    }

    /** The messages of an exception and of what caused it. */
    private static String reason(Throwable failure) {
        StringBuilder text = new StringBuilder(failure.toString());
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            text.append("; ").append(cause);
        }
        return text.toString();
    }
}
