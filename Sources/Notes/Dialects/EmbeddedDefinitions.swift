/// Footnotes and addresses of links that an embedded part of a note refers to: they go with it where it stands in
/// another one, footnotes under a name that no footnote there has.
struct EmbeddedDefinitions {
  /// The part, its footnotes named anew, without their texts.
  private(set) var lines: [ArraySlice<UInt8>] = []
  /// The lines of the definitions.
  private(set) var definitions: [ArraySlice<UInt8>] = []

  /// - Parameter number: which of the embeds of a lesson it is.
  init(of part: [ArraySlice<UInt8>], from document: Document, number: Int) {
    var bytes = Array(part.joined(separator: [0x0A]))
    let needed = document.definitions(neededBy: bytes)
    guard !needed.isEmpty else {
      lines = part
      return
    }
    _ = Footnotes.extract(from: &bytes)
    let texts = needed.map { String(decoding: $0, as: UTF8.self) }
    let labels = texts.filter { $0.hasPrefix("[^") }.map { String($0.prefix { $0 != "]" }) + "]" }
    func renamed(_ text: String) -> [ArraySlice<UInt8>] {
      let named = labels.reduce(text) { text, label in
        text.replacing(label, with: "[^\(number)/\(label.dropFirst(2))")
      }
      return Array(named.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
    }
    lines = renamed(String(decoding: bytes, as: UTF8.self))
    for text in texts { definitions += renamed(text) + [[]] }
  }
}
