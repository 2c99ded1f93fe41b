import Citations
import Diagnostics
public import Documents
public import DomainPack
public import Extraction

/// The domain pack with everything that the stages make of it, ready to read documents.
public struct LoadedPack: Sendable {
  /// The pack itself.
  public let pack: DomainPack
  /// What resolution and mapping know of classes and predicates.
  public let vocabulary: Vocabulary
  /// How the graph looks.
  public let style: GraphStyle
  /// Makes documents of files.
  public let reader: DocumentReader
  /// Makes claims of documents.
  public let extractor: Extractor

  /// What the columns of all tables mean; nil where each table has a mapping of its own or none.
  public let mapping: TableMapping?

  /// Loads the pack in a folder.
  ///
  /// - Parameters:
  ///   - folder: the folder of the pack.
  ///   - mapping: the mapping file of all tables; nil to look beside each table.
  /// - Throws: ``PipelineError`` with file, line and column of the first mistake.
  public init(folder: String, mapping: String? = nil) throws(PipelineError) {
    do throws(DomainPack.LoadError) {
      pack = try DomainPack.load(from: folder)
    } catch {
      throw PipelineError(error)
    }
    do {
      style = try GraphStyle.load(folder: folder)
    } catch let error as SyntaxError {
      throw PipelineError(error)
    } catch {
      throw PipelineError(
        DomainPack.LoadError.unreadable("\(folder)/style.yaml", "\(error)"))
    }
    do throws(SyntaxError) {
      vocabulary = try Vocabulary.load(folder: folder)
      extractor = Extractor(try CompiledPack(pack))
    } catch {
      throw PipelineError(error)
    }
    if let path = mapping {
      self.mapping = try MappingFile.load(path, vocabulary: vocabulary)
    } else {
      self.mapping = nil
    }
    reader = DocumentReader(pack)
  }

  /// Runs the examples of the rules whose name (`file/rule`) contains a text.
  ///
  /// - Throws: ``PipelineError`` where the pack does not compile.
  public func ruleReport(name: String) throws(PipelineError) -> RuleTester.Report {
    do throws(SyntaxError) {
      return try RuleTester(pack).report(ofRulesNamed: name)
    } catch {
      throw PipelineError(error)
    }
  }
}
