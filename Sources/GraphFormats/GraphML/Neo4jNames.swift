import PropertyGraph

/// Names as users of Neo4j write them
/// ([naming conventions](https://neo4j.com/docs/cypher-manual/current/syntax/naming/)).
enum Neo4jNames {
  /// The label of a class: its name, without the signs that would end it.
  static func label(of nodeClass: PropertyGraph.NodeClass) -> String {
    let name = String(nodeClass.name.map { isPartOfName($0) ? $0 : "_" })
    return name.isEmpty ? "Resource" : name
  }

  /// The type of a relationship: `SISTER_CITY_OF` for `sisterCityOf`.
  static func type(of predicate: PropertyGraph.EdgePredicate) -> String {
    var name = ""
    var previousIsSmall = false
    for character in predicate.name {
      if character.isUppercase, previousIsSmall { name += "_" }
      previousIsSmall = character.isLowercase || character.isNumber
      name += isPartOfName(character) ? character.uppercased() : "_"
    }
    return name.isEmpty ? "RELATED_TO" : name
  }

  private static func isPartOfName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_"
  }
}
