import PropertyGraph

/// The script that loads the tables for Neo4j into a database that runs, with
/// [`LOAD CSV`](https://neo4j.com/docs/cypher-manual/current/clauses/load-csv/).
///
/// `LOAD CSV` gives texts, and labels and types cannot be taken from a column: so there is a statement
/// for each class and for each predicate, which turns the texts into values.
struct Neo4jLoading {
  private let graph: PropertyGraph
  private let cells: GraphCells
  private let delimiter: Unicode.Scalar

  init(_ graph: PropertyGraph, _ cells: GraphCells, delimiter: Unicode.Scalar) {
    self.graph = graph
    self.cells = cells
    self.delimiter = delimiter
  }

  var script: String {
    var script = """
      // Put nodes.csv and relationships.csv into the folder import of the database, then:
      //   cypher-shell -f load.cypher
      // Where values have a backslash before a quotation mark, set first in neo4j.conf:
      //   dbms.import.csv.legacy_quote_escaping=false
      CREATE CONSTRAINT simpul_id IF NOT EXISTS FOR (n:Resource) REQUIRE n.id IS UNIQUE;

      """
    let used = Set(graph.nodes.classes)
    let labels = Set(
      graph.classes.indices.filter { used.contains(Int32($0)) }
        .map { Neo4jNames.label(of: graph.classes[$0]) })
    for label in labels.sorted() { script += nodes(label) }
    let types = Set(graph.edges.predicates).map {
      Neo4jNames.type(of: graph.predicates[Int($0)])
    }
    for type in Set(types).sorted() { script += relationships(type) }
    return script
  }

  private func nodes(_ label: String) -> String {
    let isPlain = label == "Resource"
    let written = isPlain ? label : "Resource\(delimiter)\(label)"
    let labels = isPlain ? ":Resource" : ":Resource:\(CypherText.name(label))"
    return """
      LOAD CSV WITH HEADERS FROM 'file:///nodes.csv' AS row
      WITH row WHERE row.\(CypherText.name(":LABEL")) = \(CypherText.literal(written))
      CREATE (n\(labels) {id: row.\(CypherText.name("id:ID")),
        label: row.\(CypherText.name("label:string"))\(properties(cells.nodeFields))});

      """
  }

  private func relationships(_ type: String) -> String {
    """
    LOAD CSV WITH HEADERS FROM 'file:///relationships.csv' AS row
    WITH row WHERE row.\(CypherText.name(":TYPE")) = \(CypherText.literal(type))
    MATCH (a:Resource {id: row.\(CypherText.name(":START_ID"))})
    MATCH (b:Resource {id: row.\(CypherText.name(":END_ID"))})
    CREATE (a)-[:\(CypherText.name(type)) {id: row.\(CypherText.name("id:string")),
      label: row.\(CypherText.name("label:string"))\(properties(cells.edgeFields))}]->(b);

    """
  }

  /// The other properties; an empty cell is none.
  private func properties(_ fields: [GraphMembers.Field]) -> String {
    zip(fields, Neo4jTables.heads(of: fields)).map { field, head in
      let cell = "row.\(CypherText.name(head))"
      let value =
        field.isMultiple
        ? "split(\(cell), \(CypherText.literal(String(delimiter))))" : scalar(cell, field.type)
      return ",\n  \(CypherText.name(field.name)): \(value)"
    }.joined()
  }

  private func scalar(_ cell: String, _ type: AttributeType) -> String {
    switch type {
    case .boolean: "toBoolean(\(cell))"
    case .int, .long: "toInteger(\(cell))"
    case .double: "toFloat(\(cell))"
    case .string: cell
    }
  }
}
