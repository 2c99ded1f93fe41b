// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

// A package of its own, so that nobody who builds or uses Simpul builds it too.
let package = Package(
  name: "simpul-benchmarks",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "bench-data", targets: ["bench-data"]),
    .executable(name: "bench-canonical", targets: ["bench-canonical"]),
    .executable(name: "bench-read", targets: ["bench-read"]),
    .executable(name: "bench-extract", targets: ["bench-extract"]),
    .executable(name: "bench-lineage", targets: ["bench-lineage"]),
  ],
  dependencies: [.package(url: "https://github.com/jpsim/Yams", from: "6.0.0")],
  targets: [
    // Links to modules of the main package.
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "XML", dependencies: ["Diagnostics", "CLibXML2"], swiftSettings: settings),
    .target(name: "Compression", dependencies: ["Diagnostics", "CZlib"], swiftSettings: settings),
    .target(name: "Claims", dependencies: ["Diagnostics", "CLibMD"], swiftSettings: settings),
    .target(
      name: "DomainPack", dependencies: ["Claims", .product(name: "Yams", package: "Yams")],
      swiftSettings: settings),
    .target(
      name: "Documents", dependencies: ["XML", "Compression", "Claims"], swiftSettings: settings),
    .target(name: "Citations", dependencies: ["DomainPack"], swiftSettings: settings),
    .target(
      name: "Extraction", dependencies: ["Documents", "Citations"], swiftSettings: settings),
    .systemLibrary(
      name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .systemLibrary(
      name: "CPCRE2", pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]),
    .target(name: "RDF", dependencies: ["Diagnostics", "CLibMD"], swiftSettings: settings),
    .target(
      name: "RDFSyntax", dependencies: ["RDF", "XML", "Compression"], swiftSettings: settings),
    .systemLibrary(name: "CPrefetch"),
    .target(
      name: "QuadStore", dependencies: ["RDF", "Compression", "CPrefetch"],
      swiftSettings: settings),
    .target(
      name: "SPARQL", dependencies: ["QuadStore", "XML", "CLibMD", "CPCRE2"],
      swiftSettings: settings),
    .target(name: "Resolution", dependencies: ["Citations"], swiftSettings: settings),
    .target(name: "Mapping", dependencies: ["Resolution", "RDF"], swiftSettings: settings),
    .target(name: "GraphAlgorithms", swiftSettings: settings),
    .target(
      name: "PropertyGraph", dependencies: ["RDF", "DomainPack", "GraphAlgorithms"],
      swiftSettings: settings),
    .target(
      name: "GraphFormats", dependencies: ["PropertyGraph", "XML"], swiftSettings: settings),
    .target(
      name: "GraphPage", dependencies: ["PropertyGraph"], resources: [.embedInCode("Page")],
      swiftSettings: settings),
    .target(
      name: "Lineage", dependencies: ["Citations", "RDF", "GraphAlgorithms"],
      swiftSettings: settings),
    .target(
      name: "Pipeline",
      dependencies: [
        "Extraction", "Mapping", "RDFSyntax", "SPARQL", "GraphFormats", "GraphPage", "Lineage",
      ], swiftSettings: settings),
    .target(name: "BenchmarkData", dependencies: ["CLibMD"], swiftSettings: settings),
    .executableTarget(
      name: "bench-data", dependencies: ["BenchmarkData"], swiftSettings: settings),
    .executableTarget(
      name: "bench-canonical", dependencies: ["RDF", "RDFSyntax"], swiftSettings: settings),
    .executableTarget(
      name: "bench-read", dependencies: ["Documents", "DomainPack", "Compression", "CLibXML2"],
      swiftSettings: settings),
    .executableTarget(
      name: "bench-extract", dependencies: ["Extraction", "Documents", "DomainPack", "Claims"],
      swiftSettings: settings),
    .executableTarget(
      name: "bench-lineage", dependencies: ["Pipeline", "Lineage", "Diagnostics", "BenchmarkData"],
      swiftSettings: settings),
    .testTarget(
      name: "BenchmarkDataTests", dependencies: ["BenchmarkData"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
