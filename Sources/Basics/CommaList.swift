/// Lists that people type with commas.
package enum CommaList {
  /// The parts without blanks around them; none of an empty text, and nil where one is missing beside a comma.
  package static func parts(of text: String) -> [String]? {
    if text.allSatisfy(\.isWhitespace) { return [] }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      String(part.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
    return parts.contains("") ? nil : parts
  }

  /// The words between commas and blanks.
  package static func words(of text: String) -> [String]? {
    parts(of: text)?.flatMap { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
  }
}
