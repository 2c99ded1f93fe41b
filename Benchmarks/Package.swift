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
  products: [.executable(name: "bench-data", targets: ["bench-data"])],
  targets: [
    // A link to the module map of the main package.
    .systemLibrary(
      name: "CLibMD", pkgConfig: "libmd", providers: [.apt(["libmd-dev"]), .brew(["libmd"])]),
    .target(name: "BenchmarkData", dependencies: ["CLibMD"], swiftSettings: settings),
    .executableTarget(
      name: "bench-data", dependencies: ["BenchmarkData"], swiftSettings: settings),
    .testTarget(
      name: "BenchmarkDataTests", dependencies: ["BenchmarkData"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
