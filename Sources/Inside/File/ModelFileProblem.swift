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

  /// What follows "the file cannot be read:".
  package var message: String {
    switch self {
    case .otherFormat: "it is no model file of attend, for it begins otherwise"
    case .version(let version):
      "it is of version \(version), and this program reads version \(ModelFile.version): one of the other version "
        + "opens it"
    case .cut(let part): "it ends inside its \(part), so copy it again"
    case .impossible(let part, let number):
      "it says \(part) \(number), which cannot be: it is damaged, so copy it again"
    case .notText(let part): "its \(part) is no UTF-8 text: it is damaged, so copy it again"
    case .left(let count):
      "after the end of the model \(count == 1 ? "comes 1 more byte" : "come \(count) more bytes"), so copy it again"
    }
  }
}
