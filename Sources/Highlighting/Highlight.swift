/// Colouring of source code in lessons.
package enum Highlight {
  /// The coloured tokens of `code` in order, as ranges of UTF-8 offsets that never split a scalar;
  /// what no range covers is plain, and so is all of an unknown language.
  package static func tokens(
    _ code: String, language: String
  ) -> [(range: Range<Int>, token: CodeToken)] {
    let name = language.lowercased()
    guard let language = CodeLanguage.all.first(where: { $0.names.contains(name) }) else {
      return []
    }
    var scanner = CodeScanner(code, language)
    return scanner.scan()
  }
}
