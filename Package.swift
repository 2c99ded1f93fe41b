// swift-tools-version: 6.2
import PackageDescription

/// Whether the fuzzer is built (`make fuzz`): everything is instrumented then, which no other build
/// should be.
let isFuzzing = Context.environment["SIMPUL_FUZZ"] != nil

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
  ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

/// A library target of the house; `DESIGN` names what each may import.
func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

/// The program that runs libFuzzer.
let fuzzer: [Target] = [
  .systemLibrary(name: "CLibFuzzer", path: "Tests/Fuzzing/CLibFuzzer"),
  .executableTarget(
    name: "simpul-fuzz", dependencies: ["SyntaxChecks", "DocumentChecks", "CLibFuzzer"],
    path: "Tests/Fuzzing/simpul-fuzz", swiftSettings: settings,
    linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
]

/// Folders of tests by module that hold no code.
let unbuilt = [
  "Extraction": [
    "Gold", "Development", "Development2", "Development3", "Development4", "Development5",
    "Development6", "Development7", "Development8", "HoldOut", "HoldOut2",
  ], "Documents": ["Fixtures"],
]

/// The tests of one module.
func tests(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: unbuilt[name] ?? [],
    swiftSettings: settings)
}

let package = Package(
  name: "simpul",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "simpul", targets: ["simpul"]),
    .library(name: "Simpul", targets: ["Pipeline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.0.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    // A header only.
    .systemLibrary(name: "CPrefetch"),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .systemLibrary(
      name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    module("Diagnostics", []),
    module("XML", ["Diagnostics", "CLibXML2"]),
    module("Compression", ["Diagnostics", "CZlib"]),
    module("RDF", ["Diagnostics", "CLibMD"]),
    module("RDFSyntax", ["RDF", "XML", "Compression"]),
    module("QuadStore", ["RDF", "Compression", "CPrefetch"]),
    module("SPARQL", ["QuadStore", "XML", "CLibMD", "CPCRE2"]),
    module("Claims", ["Diagnostics", "CLibMD"]),
    module("DomainPack", ["Claims", .product(name: "Yams", package: "Yams")]),
    module("Documents", ["XML", "Compression", "Claims"]),
    module("Citations", ["DomainPack"]),
    module("Extraction", ["Documents", "Citations"]),
    module("Resolution", ["Citations"]),
    module("Mapping", ["Resolution", "RDF"]),
    module("GraphAlgorithms", []),
    module("PropertyGraph", ["RDF", "DomainPack", "GraphAlgorithms"]),
    module("GraphFormats", ["PropertyGraph", "XML"]),
    .target(
      name: "GraphPage", dependencies: ["PropertyGraph"],
      // The files of the page become bytes of the program.
      resources: [.embedInCode("Page")], swiftSettings: settings),
    module("Lineage", ["Citations", "RDF", "GraphAlgorithms"]),
    module(
      "Pipeline",
      [
        "Extraction", "Mapping", "RDFSyntax", "SPARQL", "GraphFormats", "GraphPage", "Lineage",
      ]),
    .executableTarget(
      name: "simpul",
      dependencies: [
        "Pipeline", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["RDF", "Claims", "CZlib"], path: "Tests/TestSupport",
      swiftSettings: settings),
    .target(
      name: "SyntaxChecks", dependencies: ["RDFSyntax"], path: "Tests/SyntaxChecks",
      swiftSettings: settings),
    .target(
      name: "DocumentChecks", dependencies: ["Documents"], path: "Tests/DocumentChecks",
      swiftSettings: settings),
    .target(
      name: "SPARQLChecks", dependencies: ["SPARQL", "RDFSyntax", "TestSupport"],
      path: "Tests/SPARQLChecks", swiftSettings: settings),
    tests("Diagnostics"),
    tests("XML"),
    tests("Compression"),
    tests("RDF"),
    tests("RDFSyntax", ["SyntaxChecks"]),
    tests("SPARQL", ["QuadStore", "RDFSyntax", "SPARQLChecks", "XML"]),
    tests("QuadStore"),
    tests("Claims"),
    tests("DomainPack"),
    tests("Documents", ["DomainPack", "DocumentChecks"]),
    tests("Citations"),
    tests("Extraction"),
    tests("Resolution"),
    tests("Mapping"),
    tests("GraphAlgorithms"),
    tests("PropertyGraph"),
    tests("GraphFormats"),
    tests("GraphPage"),
    tests("Lineage"),
    tests("Pipeline"),
    tests("simpul", ["QuadStore", "SPARQL", "SPARQLChecks"]),
  ] + (isFuzzing ? fuzzer : []),
  swiftLanguageModes: [.v6]
)
