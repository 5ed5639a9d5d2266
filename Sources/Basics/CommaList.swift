/// Lists that people type with commas.
package enum CommaList {
  /// The words between commas and blanks; none of an empty text, and nil where one is missing beside a comma.
  package static func words(of text: String) -> [String]? {
    if text.allSatisfy(\.isWhitespace) { return [] }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { $0.split(whereSeparator: \.isWhitespace).map(String.init) }
    return parts.contains(where: \.isEmpty) ? nil : parts.flatMap(\.self)
  }
}
