import Inside
import Models

/// Files of models, read and written again.
enum ModelTarget: FuzzTarget {
  static let name = "model"
  static let words = [
    "attendLM", "\u{1}\0\0\0", "\u{4}\u{1}\0\0", "\0\0\0\0", "\u{20}\0\0\0", "\0\0\0\0\0\0Y@",
    "base", "instruct",
  ]

  static func run(_ bytes: [UInt8]) throws(Broken) {
    guard let file = try? ModelFile(bytes) else { return }
    let count = file.base.parameters.count
    try Broken.unless(count <= bytes.count, "\(count) parameters from \(bytes.count) bytes")
    for adaptation in file.adaptations { _ = file.decoder(adaptation.name) }
    for token in [0, 255, file.vocabulary.count - 1] { _ = file.vocabulary.bytes(of: token) }
    _ = file.vocabulary.encoding.tokens(of: "When Mia and Tom went to the park,")
    let again = try? ModelFile(file.bytes)
    try Broken.unless(again?.vocabulary == file.vocabulary, "written and read it has other tokens")
    try Broken.unless(again?.gate.count == file.gate.count, "written and read it has another gate")
  }
}
