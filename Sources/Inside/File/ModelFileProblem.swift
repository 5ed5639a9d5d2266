/// Why bytes are no model file.
package enum ModelFileProblem: Error, Equatable, Sendable {
  case otherFormat
  case version(Int)
  /// The bytes end inside that part.
  case cut(String)
  /// A number of that part cannot be: what, and which.
  case impossible(String, Int)
  case notText(String)
  /// So many bytes come after the end.
  case left(Int)

  package var message: String {
    switch self {
    case .otherFormat: "This is no model file of attend: it begins otherwise."
    case .version(let version):
      "This model file is of version \(version), and this program reads version \(ModelFile.version)."
    case .cut(let part): "The file ends inside its \(part): copy it again, it is cut."
    case .impossible(let part, let number): "The file says \(part) \(number), which cannot be."
    case .notText(let part): "The file's \(part) is no UTF-8 text."
    case .left(let count): "After the end of the model come \(count) more bytes."
    }
  }
}
