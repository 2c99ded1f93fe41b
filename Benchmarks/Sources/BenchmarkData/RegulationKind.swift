/// The kinds of regulations, the highest first.
enum RegulationKind: CaseIterable {
  case law, governmentRegulation, ministerialRegulation, localRegulation

  /// The local name of the class.
  var className: ByteText {
    switch self {
    case .law: "Law"
    case .governmentRegulation: "GovernmentRegulation"
    case .ministerialRegulation: "MinisterialRegulation"
    case .localRegulation: "LocalRegulation"
    }
  }

  /// How the IRIs of such regulations begin.
  var slug: ByteText {
    switch self {
    case .law: "uu"
    case .governmentRegulation: "pp"
    case .ministerialRegulation: "permen"
    case .localRegulation: "perda"
    }
  }

  /// The Indonesian name.
  var indonesian: ByteText {
    switch self {
    case .law: "Undang-Undang"
    case .governmentRegulation: "Peraturan Pemerintah"
    case .ministerialRegulation: "Peraturan Menteri"
    case .localRegulation: "Peraturan Daerah"
    }
  }

  /// The English name.
  var english: ByteText {
    switch self {
    case .law: "Law"
    case .governmentRegulation: "Government Regulation"
    case .ministerialRegulation: "Ministerial Regulation"
    case .localRegulation: "Local Regulation"
    }
  }

  /// Who issues such regulations; nil where the local government does.
  var nationalIssuer: ByteText? {
    switch self {
    case .law: "dpr"
    case .governmentRegulation: "presiden"
    case .ministerialRegulation: "kemendagri"
    case .localRegulation: nil
    }
  }

  /// True if many others rest on regulations of this kind.
  var isPopular: Bool { self == .law || self == .governmentRegulation }

  /// A kind by chance; high ones are rare.
  static func random(_ random: inout MersenneTwister) -> RegulationKind {
    switch random.unit() {
    case ..<0.08: .law
    case ..<0.22: .governmentRegulation
    case ..<0.45: .ministerialRegulation
    default: .localRegulation
    }
  }
}
