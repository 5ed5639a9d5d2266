/// A piece of text inside a block.
package indirect enum Inline: Equatable, Sendable {
  case text(String)
  case emphasis([Inline])
  case strong([Inline])
  case struck([Inline])
  /// Highlighted, as `==this==`.
  case marked([Inline])
  case code(String)
  case maths(String)
  case displayMaths(String)
  case link(destination: String, [Inline])
  /// What it shows: words and formulas.
  case image(alternative: [Inline], source: String)
  case footnote(number: Int)
  case lineBreak
  case softBreak
  /// Raw HTML as it was written.
  case html(String)
}

extension [Inline] {
  /// The text without its marks, but those of what is struck out.
  package var plainText: String {
    reduce(into: "") { text, inline in
      switch inline {
      case .text(let string), .code(let string), .maths(let string), .displayMaths(let string):
        text += string
      case .emphasis(let inner), .strong(let inner), .marked(let inner), .link(_, let inner):
        text += inner.plainText
      // Without its sign it would say what was taken back.
      case .struck(let inner): text += "~~\(inner.plainText)~~"
      case .image(let alternative, _): text += alternative.plainText
      case .lineBreak, .softBreak: text += " "
      case .footnote, .html: break
      }
    }
  }
}
