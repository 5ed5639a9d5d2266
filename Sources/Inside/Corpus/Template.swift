/// A sentence with gaps: `{N}` is a gap for what goes by the letter N.
package struct Template: ExpressibleByStringLiteral, Equatable, Sendable {
  package let text: String

  package init(stringLiteral text: String) { self.text = text }

  /// With its gaps filled; a gap that nothing is given for stays.
  package func filled(_ words: [Character: String]) -> String {
    var filled = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      let letter = rest[rest.index(after: open)]
      filled += words[letter] ?? "{\(letter)}"
      rest = rest[rest.index(open, offsetBy: 3)...]
    }
    return filled + rest
  }
}
