// Pipeline runs the stages in order: files in, exports out. The entry point is ``Build``:
//
// ```swift
// var configuration = BuildConfiguration(inputs: ["corpus"])
// configuration.pack = try PackLocation.find(named: nil, environment: environment).folder
// let summary = try await Build(configuration).run { _ in }
// ```
//
// It is the only part of the library that touches the file system beyond the pack.
