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
    .executable(name: "bench-read", targets: ["bench-read"]),
    .executable(name: "bench-extract", targets: ["bench-extract"]),
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
    .target(name: "BenchmarkData", dependencies: ["CLibMD"], swiftSettings: settings),
    .executableTarget(
      name: "bench-data", dependencies: ["BenchmarkData"], swiftSettings: settings),
    .executableTarget(
      name: "bench-read", dependencies: ["Documents", "DomainPack", "Compression"],
      swiftSettings: settings),
    .executableTarget(
      name: "bench-extract", dependencies: ["Extraction", "Documents", "DomainPack", "Claims"],
      swiftSettings: settings),
    .testTarget(
      name: "BenchmarkDataTests", dependencies: ["BenchmarkData"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
