import Pipeline

extension ScoringCase {
  /// One document of things and relations, as JSON.
  private static func document(
    _ entities: [String], _ relations: [String] = [], more: String = ""
  ) -> String {
    """
    {"entities": [\(entities.joined(separator: ", "))],
     "relations": [\(relations.joined(separator: ", "))]\(more)}
    """
  }

  private static func entity(
    _ id: String, _ entityClass: String, _ label: String, _ more: String = ""
  ) -> String {
    """
    {"id": "\(id)", "class": "\(entityClass)", "label": "\(label)"\(more)}
    """
  }

  private static func relation(
    _ subject: String, _ predicate: String, _ object: String, _ more: String = ""
  ) -> String {
    """
    {"subject": "\(subject)", "predicate": "\(predicate)", "object": "\(object)"\(more)}
    """
  }

  private static let literal = ", \"objectType\": \"literal\""
  private static let neutral = ", \"neutral\": true"

  static let all = names + keys + statements + scopes

  private static let names = [
    ScoringCase(
      name: "one to one: a second found thing of the same name is a false alarm",
      wanted: document([entity("a", "City", "Bandung")]),
      found: document([entity("1", "City", "Kota Bandung"), entity("2", "City", "Bandung")]),
      entities: Tally(hits: 1, falseAlarms: 1)),
    ScoringCase(
      name: "names of a class lose the words that only tell the class",
      wanted: document([
        entity("a", "City", "City of Kochi"), entity("b", "Government", "Pemerintah Kota Bogor"),
        entity("c", "Province", "Prefektur Chiba"), entity("d", "River", "Sungai Citarum"),
      ]),
      found: document([
        entity("1", "City", "Kochi City"), entity("2", "Government", "Pemkot Bogor"),
        entity("3", "Province", "Chiba Prefecture"), entity("4", "River", "Citarum"),
      ]), entities: Tally(hits: 4)),
    ScoringCase(
      name: "spellings, capitals, marks and quotation marks tell no names apart",
      wanted: document([entity("a", "Role", "Wali Kota “Surabaya”")]),
      found: document([entity("1", "Role", "WALIKOTA *Surabaya*")]), entities: Tally(hits: 1)),
    ScoringCase(
      name: "another class does not match, however equal the name",
      wanted: document([entity("a", "City", "Kawasaki")]),
      found: document([entity("1", "Organization", "Kawasaki")]),
      entities: Tally(falseAlarms: 1, misses: 1)),
    ScoringCase(
      name: "a class that the annotations allow matches",
      wanted: document([
        entity("a", "Agency", "DPRD", ", \"altClasses\": [\"Government\"]")
      ]), found: document([entity("1", "Government", "DPRD")]), entities: Tally(hits: 1)),
    ScoringCase(
      name: "the same class goes before an allowed one, whatever the order",
      wanted: document([
        entity("a", "Agency", "DPRD", ", \"altClasses\": [\"Organization\"]")
      ]),
      found: document([entity("1", "Organization", "DPRD"), entity("2", "Agency", "DPRD")]),
      entities: Tally(hits: 1, falseAlarms: 1)),
    ScoringCase(
      name: "of several with the name the one with the label is taken",
      wanted: document(
        [
          entity("a", "Person", "Tani", ", \"aliases\": [\"Masaki Tani\"]"),
          entity("b", "Person", "Masaki Tani"), entity("k", "City", "Kochi"),
        ], [relation("b", "locatedIn", "k")]),
      found: document(
        [entity("1", "Person", "Masaki Tani"), entity("2", "City", "Kochi")],
        [relation("1", "locatedIn", "2")]),
      entities: Tally(hits: 2, misses: 1), relations: Tally(hits: 1)),
    ScoringCase(
      name: "long names match by three fifths of their words, by the lenient measure",
      wanted: document([entity("a", "Program", "pengelolaan sampah dan air limbah")]),
      found: document([entity("1", "Program", "pengelolaan sampah dan air")]),
      entities: Tally(hits: 1), strictEntities: Tally(falseAlarms: 1, misses: 1)),
    ScoringCase(
      name: "names of people do not match by their words",
      wanted: document([entity("a", "Person", "Tri Rismaharini Wali Kota Surabaya")]),
      found: document([entity("1", "Person", "Tri Rismaharini Wali Kota")]),
      entities: Tally(falseAlarms: 1, misses: 1)),
    ScoringCase(
      name: "an outcome matches one that it contains, from four words on",
      wanted: document([
        entity("a", "Outcome", "volume sampah turun dua puluh persen dalam tiga tahun terakhir"),
        entity("b", "Outcome", "warga kota menanam pohon di tepi sungai yang pernah banjir"),
      ]),
      found: document([
        entity("1", "Outcome", "sampah turun dua puluh"),
        entity("2", "Outcome", "menanam pohon di"),
      ]), entities: Tally(hits: 1, falseAlarms: 1, misses: 1),
      strictEntities: Tally(falseAlarms: 2, misses: 2)),
    ScoringCase(
      name: "the annotators' name of a class is read as ours",
      wanted: document([entity("a", "SOP", "tata cara pengaduan")]),
      found: document([entity("1", "Procedure", "tata cara pengaduan")]),
      entities: Tally(hits: 1)),
  ]

  private static let keys = [
    ScoringCase(
      name: "regulations match by kind, year and number, zeros and names of kinds aside",
      wanted: document([
        entity(
          "a", "Regulation", "UU Pemda",
          ", \"attributes\": {\"kind\": \"Undang-Undang\", \"year\": 2014, \"number\": \"023\"}")
      ]),
      found: document([
        entity("1", "Regulation", "Pemerintahan Daerah", ", \"key\": \"UU/2014/23\"")
      ]), entities: Tally(hits: 1)),
    ScoringCase(
      name: "regulations with one name and different keys do not match",
      wanted: document([entity("a", "Regulation", "UU Pemda", ", \"key\": \"UU/2014/23\"")]),
      found: document([entity("1", "Regulation", "UU Pemda", ", \"key\": \"UU/2004/32\"")]),
      entities: Tally(falseAlarms: 1, misses: 1)),
    ScoringCase(
      name: "regulations without keys do not match",
      wanted: document([entity("a", "Regulation", "UU Pemda")]),
      found: document([entity("1", "Regulation", "UU Pemda")]),
      entities: Tally(falseAlarms: 1, misses: 1)),
  ]

  private static let cities = [entity("b", "City", "Bandung"), entity("k", "City", "Kawasaki")]
  private static let agreement = entity("m", "Agreement", "MoU")

  private static let statements = [
    ScoringCase(
      name: "sister cities are sisters both ways, and once",
      wanted: document(cities, [relation("b", "sisterCityOf", "k")]),
      found: document(
        cities, [relation("k", "sisterCityOf", "b"), relation("b", "sisterCityOf", "k")]),
      entities: Tally(hits: 2), relations: Tally(hits: 1)),
    ScoringCase(
      name: "other predicates have a direction",
      wanted: document(cities, [relation("b", "locatedIn", "k")]),
      found: document(cities, [relation("k", "locatedIn", "b")]), entities: Tally(hits: 2),
      relations: Tally(falseAlarms: 1, misses: 1)),
    ScoringCase(
      name: "an inverse is its predicate read the other way",
      wanted: document(cities + [agreement], [relation("m", "hasParty", "k")]),
      found: document(cities + [agreement], [relation("k", "partyTo", "m")]),
      entities: Tally(hits: 3), relations: Tally(hits: 1)),
    ScoringCase(
      name: "predicates that annotators mix up are one by the lenient measure",
      wanted: document(
        cities + [agreement],
        [relation("k", "runsProgram", "m"), relation("b", "regulates", "m")]),
      found: document(
        cities + [agreement], [relation("k", "partyTo", "m"), relation("m", "basedOn", "b")]),
      entities: Tally(hits: 3), relations: Tally(hits: 2),
      strictRelations: Tally(falseAlarms: 2, misses: 2)),
    ScoringCase(
      name: "a government counts as its city by the lenient measure",
      wanted: document(
        [entity("g", "Government", "Pemkot Bandung")] + cities + [agreement],
        [relation("g", "governs", "b"), relation("g", "partyTo", "m")]),
      found: document(
        [entity("g", "Government", "Pemkot Bandung")] + cities + [agreement],
        [relation("g", "governs", "b"), relation("b", "partyTo", "m")]),
      entities: Tally(hits: 4), relations: Tally(hits: 2),
      strictRelations: Tally(hits: 1, falseAlarms: 1, misses: 1)),
    ScoringCase(
      name: "values are compared in small letters, with hyphens for dashes",
      wanted: document(
        [agreement],
        [
          relation("m", "period", "2017–2019", literal), relation("m", "signedOn", "2016", literal),
          relation("m", "agreementType", "MoU", literal),
        ]),
      found: document(
        [agreement],
        [
          relation("m", "period", "2017 - 2019", literal),
          relation("m", "signedOn", "2016-11", literal),
          relation("m", "agreementType", "mou", literal),
        ]), entities: Tally(hits: 1), relations: Tally(hits: 1, falseAlarms: 2, misses: 2)),
    ScoringCase(
      name: "statuses have their words, and what goes on counts only by the strict measure",
      wanted: document(
        [agreement],
        [
          relation("m", "status", "not realised", literal),
          relation("m", "status", "ongoing", literal),
        ]),
      found: document([agreement], [relation("m", "status", "NotRealised", literal)]),
      entities: Tally(hits: 1), relations: Tally(hits: 1),
      strictRelations: Tally(hits: 1, misses: 1)),
    ScoringCase(
      name: "a neutral relation is neither right nor missed",
      wanted: document(
        cities + [agreement],
        [relation("b", "partyTo", "m"), relation("k", "partyTo", "m", neutral)]),
      found: document(cities + [agreement], [relation("k", "partyTo", "m")]),
      entities: Tally(hits: 3), relations: Tally(misses: 1)),
    ScoringCase(
      name: "a relation of a thing that is not annotated is a false alarm",
      wanted: document(cities, []),
      found: document(
        cities + [entity("z", "City", "Zurich")], [relation("b", "sisterCityOf", "z")]),
      entities: Tally(hits: 2, falseAlarms: 1), relations: Tally(falseAlarms: 1)),
    ScoringCase(
      name: "a relation made twice counts once",
      wanted: document(cities, []),
      found: document(
        cities, [relation("b", "sisterCityOf", "k"), relation("k", "sisterCityOf", "b")]),
      entities: Tally(hits: 2), relations: Tally(falseAlarms: 1)),
  ]

  private static let scopes = [
    ScoringCase(
      name: "what is ignored counts neither way, with all that is said of it",
      wanted: document(cities, [], more: ", \"ignore\": [\"PT Penerbit\"]"),
      found: document(
        cities + [entity("p", "Organization", "PT. Penerbit")], [relation("p", "locatedIn", "b")]),
      entities: Tally(hits: 2)),
    ScoringCase(
      name: "an annotated thing counts even if its name is ignored",
      wanted: document(cities, [], more: ", \"ignore\": [\"Kawasaki\"]"),
      found: document(cities), entities: Tally(hits: 2)),
    ScoringCase(
      name: "classes out of scope are not scored, and still tell which statement is meant",
      wanted: document(
        cities + [entity("r", "Regulation", "UU", ", \"key\": \"UU/1999/22\"")],
        [relation("r", "about", "b"), relation("b", "sisterCityOf", "k")],
        more: ", \"scopeClasses\": [\"Regulation\"], \"scopePredicates\": [\"about\"]"),
      found: document(
        cities + [
          entity("r", "Regulation", "UU", ", \"key\": \"UU/1999/22\""),
          entity("z", "City", "Zurich"),
        ], [relation("r", "about", "b"), relation("b", "locatedIn", "z")]),
      entities: Tally(hits: 1), relations: Tally(hits: 1)),
  ]
}
