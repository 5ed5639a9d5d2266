/// Colouring of source code in lessons.
package enum Highlight {
  /// The languages that a fenced block may name.
  static let languages: [CodeLanguage] = [.python, .swift, .json, .shell, .console]

  /// The coloured tokens of `code` in order, as ranges of UTF-8 offsets that never split a scalar;
  /// what no range covers is plain, and so is all of an unknown language.
  package static func tokens(
    _ code: String, language: String
  ) -> [(range: Range<Int>, token: CodeToken)] {
    let name = language.lowercased()
    guard let language = languages.first(where: { $0.names.contains(name) }) else {
      return []
    }
    var scanner = CodeScanner(code, language)
    return scanner.scan()
  }
}
