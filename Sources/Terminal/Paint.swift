import CNcurses
import Libc
import TextUI

/// Cells as ncurses wants them: scalars, attributes and a colour pair.
struct Paint {
  private struct Ink {
    var attributes: attr_t
    var pair: Int32
    var isBlank: Bool
    /// What is seen of it where there is no glyph.
    var ground: Ground
  }
  private struct Ground: Equatable {
    var background: Int32
    /// The colour that a glyph would have, where it fills the cell or underlines it.
    var foreground: Int32?
    var underline: Bool
  }
  private struct Pair: Hashable {
    var foreground: Int32
    var background: Int32
  }

  private let theme: Theme
  private let depth: ColourDepth
  private let ascii: Bool
  private let colours: [Role: Colour]
  private var inks: [Style: Ink] = [:]
  private var pairs: [Pair: Int32] = [:]

  init(theme: Theme, depth: ColourDepth, ascii: Bool, colours: [Role: Colour]) {
    self.theme = theme
    self.depth = depth
    self.colours = colours
    self.ascii = ascii
  }

  mutating func draw(_ cells: ArraySlice<Cell>, row: Int) {
    var text: [wchar_t] = [0, 0, 0, 0]
    var style = Style.text
    var ownInk = ink(style)
    var lastInk: Ink?
    var column: Int32 = 0
    for index in cells.indices {
      let cell = cells[index]
      defer { column += 1 }
      if cell.glyph == .tail, !ascii || column == 0 { continue }
      if cell.style != style {
        style = cell.style
        ownInk = self.ink(style)
      }
      var ink = ownInk
      // A blank between two texts looks the same whatever their letters do: to go on as before takes
      // no bytes. A longer run is left as it is, as there are shorter ways to clear it.
      if ink.isBlank || cell.glyph.isSpace, let last = lastInk, last.ground == ink.ground,
        last.attributes != ink.attributes || last.pair != ink.pair,
        Self.isShortRun(cells[index...])
      {
        ink.attributes = last.attributes
        ink.pair = last.pair
      }
      lastInk = ink
      if ink.isBlank {
        text[0] = 0x20
        text[1] = 0
      } else if ascii {
        // A wide glyph takes two columns here too.
        text[0] = cell.glyph == .tail ? 0x20 : wchar_t(ASCIIForm.of(cell.glyph.base))
        text[1] = 0
      } else {
        text[0] = wchar_t(cell.glyph.base)
        text[1] = wchar_t(cell.glyph.mark)
        text[2] = wchar_t(cell.glyph.secondMark)
      }
      _ = cn_put(Int32(row), column, text, ink.attributes, ink.pair)
    }
  }

  /// Whether after a few blanks at most there is something else.
  private static func isShortRun(_ cells: ArraySlice<Cell>) -> Bool {
    cells.prefix(8).contains { !$0.glyph.isSpace }
  }

  private mutating func ink(_ style: Style) -> Ink {
    if let known = inks[style] { return known }
    let look = theme.look(of: style, depth: depth, own: colours)
    var attributes: attr_t = 0
    if look.bold { attributes |= cn_bold }
    if look.dim { attributes |= cn_dim }
    if look.italic { attributes |= cn_italic }
    if look.underline { attributes |= cn_underline }
    if look.reverse { attributes |= cn_reverse }
    let fills = look.reverse || look.underline
    let ground = Ground(
      background: number(look.background), foreground: fills ? number(look.foreground) : nil,
      underline: look.underline)
    let ink = Ink(
      attributes: attributes, pair: pair(look), isBlank: look.isBlank, ground: ground)
    inks[style] = ink
    return ink
  }

  private mutating func pair(_ look: Theme.Look) -> Int32 {
    guard depth != .none else { return 0 }
    let wanted = Pair(foreground: number(look.foreground), background: number(look.background))
    if wanted == Pair(foreground: -1, background: -1) { return 0 }
    if let known = pairs[wanted] { return known }
    let next = Int32(pairs.count + 1)
    guard next < cn_color_pairs(),
      init_extended_pair(next, wanted.foreground, wanted.background) == OK
    else { return 0 }
    pairs[wanted] = next
    return next
  }

  private func number(_ colour: Colour?) -> Int32 {
    guard let colour else { return -1 }
    switch depth {
    case .none: return -1
    // Blue of the first eight is too dark on black: cyan stands in for the bright one.
    case .eight: return colour.ansi.map { $0 == 12 ? 6 : Int32($0 % 8) } ?? -1
    case .sixteen: return colour.ansi.map { Int32($0) } ?? -1
    case .indexed: return Int32(colour.indexed)
    case .direct: return Int32(colour.rgb)
    }
  }
}
