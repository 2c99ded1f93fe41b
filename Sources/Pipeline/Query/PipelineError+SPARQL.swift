import Diagnostics
import QuadStore
import SPARQL

extension PipelineError {
  /// The mistake in the text of a query or request, with the name of its file.
  init(_ error: SPARQLSyntaxError, in file: String) {
    self.init(
      .badInput,
      Message(
        en: error.rendered(in: .english, file: file),
        id: error.rendered(in: .indonesian, file: file)))
  }

  /// Asks or changes held data.
  ///
  /// - Returns: what the body returns.
  /// - Throws: ``PipelineError`` for whatever the engines, the snapshot or the pipeline itself
  ///   throws.
  static func engine<Result>(_ body: () throws -> Result) throws(PipelineError) -> Result {
    do {
      return try body()
    } catch let error as PipelineError {
      throw error
    } catch let error as UpdateError {
      throw PipelineError(.badInput, error.message)
    } catch let error as QueryError {
      throw PipelineError(.badInput, error.message)
    } catch let error as ExpressionError {
      throw PipelineError(.badInput, error.message)
    } catch let error as SnapshotError {
      throw PipelineError(error)
    } catch {
      preconditionFailure("an engine throws its errors only: \(error)")
    }
  }
}
