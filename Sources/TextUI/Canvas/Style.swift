/// What a piece of text is; a theme decides how that looks.
package enum Role: UInt8, Equatable, Sendable, CaseIterable {
  case text, title, heading, strong, muted, accent, link, maths, quote, marker
  case code, codeKeyword, codeString, codeComment, codeNumber
  case good, bad, warning
  /// What belongs to a matrix of queries, of keys, of values: one colour each on every screen.
  case query, key, value
  /// A shade that tells how much; `Style.amount` is the heat, 0…255. Where a terminal has colours
  /// enough the ground alone tells it.
  case heat
  /// A number with its heat behind it, where a terminal has colours enough for that.
  case heated
  /// A line or bar of a picture; `Style.amount` tells which series.
  case series
}

/// Role, strength and attributes of a cell.
package struct Style: Equatable, Hashable, Sendable {
  /// What the text is.
  package var role: Role
  /// Heat 0…255, the number of a series, or the level of a heading.
  package var amount: UInt8
  /// Bold, italic and so on.
  package var attributes: Attributes

  /// Attributes that add up, each drawn by the terminal itself.
  package struct Attributes: OptionSet, Hashable, Sendable {
    /// The bits.
    package let rawValue: UInt8
    /// From bits.
    package init(rawValue: UInt8) { self.rawValue = rawValue }
    /// Heavier strokes.
    package static let bold = Attributes(rawValue: 1)
    /// Slanted; underlined where the terminal cannot.
    package static let italic = Attributes(rawValue: 2)
    /// Underlined.
    package static let underline = Attributes(rawValue: 4)
    /// Struck out, drawn as dim.
    package static let struck = Attributes(rawValue: 8)
    /// Under the cursor of a list or a grid.
    package static let selected = Attributes(rawValue: 16)
    /// Part of a search match.
    package static let matched = Attributes(rawValue: 32)
    /// Part of the match that the reader stands on.
    package static let current = Attributes(rawValue: 64)
  }

  /// A style by its role.
  package init(_ role: Role, amount: UInt8 = 0, _ attributes: Attributes = []) {
    self.role = role
    self.amount = amount
    self.attributes = attributes
  }

  /// Plain text.
  package static let text = Style(.text)
  /// Secondary text.
  package static let muted = Style(.muted)

  /// A heat map's cell, for a heat of 0…1; what is not a number is 0.
  package static func heat(_ value: Double) -> Style {
    Style(.heat, amount: value.isNaN ? 0 : UInt8(min(max(value, 0), 1) * 255))
  }

  /// The same with further attributes.
  package func adding(_ more: Attributes) -> Style {
    Style(role, amount: amount, attributes.union(more))
  }
}
