/// Single lines that mean something to what reads boxes, and are none.
extension Admonitions {
  /// What `::: package.module` of mkdocstrings names, whose page is made from code; nil for another line.
  static func reference(_ text: ArraySlice<UInt8>, isOptioned: Bool) -> String? {
    guard text.starts(with: "::: ".utf8) else { return nil }
    let name = String(decoding: text.dropFirst(4), as: UTF8.self).trimmed
    let isName = name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { part in
      part.first.map { $0.isLetter || $0 == "_" } == true
        && part.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
    }
    guard isName, name.contains(".") || isOptioned, !Callout.isKnown(name.lowercased()) else {
      return nil
    }
    return name
  }

  /// Whether a division of Quarto's is not for HTML, which is what is nearest to a terminal.
  static func isForOthers(_ text: ArraySlice<UInt8>) -> Bool {
    let words = String(decoding: text, as: UTF8.self)
    let isShown = words.contains(".content-visible")
    guard isShown || words.contains(".content-hidden") else { return false }
    let written = "<x \(words.filter { !":{}".contains($0) })>"
    func isHTML(_ formats: String) -> Bool { formats.lowercased().contains("html") }
    if let formats = HTMLTag.value(of: "when-format", in: written) {
      return isHTML(formats) != isShown
    }
    if let formats = HTMLTag.value(of: "unless-format", in: written) {
      return isHTML(formats) == isShown
    }
    // What depends on something else is seen by some.
    return !isShown && !words.contains("=")
  }
}
