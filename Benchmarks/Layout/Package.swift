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
  name: "simpul-layout-benchmark",
  platforms: [.macOS(.v15)],
  targets: [
    // A link to the module of the main package, which depends on nothing.
    .target(name: "GraphAlgorithms", swiftSettings: settings),
    .executableTarget(
      name: "bench-layout", dependencies: ["GraphAlgorithms"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
