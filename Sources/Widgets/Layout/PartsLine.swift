import TextUI

/// Short parts in a line, each of which stays whole: where they do not fit, the line breaks between
/// them.
struct PartsLine: Figure {
  var parts: [[Cell]]
  var gap = 4

  init(parts: [[Cell]], gap: Int) { (self.parts, self.gap) = (parts, gap) }
  init(parts: [String]) { self.parts = parts.map { [Cell]($0, .muted) } }

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    PartsLayout(all: Wrapping.lines(ofParts: parts, gap: gap, width: max(1, width)))
  }

  var transcript: [String] {
    [parts.map(\.text).joined(separator: String(repeating: " ", count: gap))]
  }

  var spelledInASCII: PartsLine {
    PartsLine(parts: parts.map(ASCIISpelling.cells), gap: gap)
  }
}

struct PartsLayout: FigureLayout {
  let all: [[Cell]]

  var height: Int { all.count }
  var small: Int { all.count }
  var least: Int { 1 }
  func lines(height: Int) -> [[Cell]] { Array(all.prefix(height)) }
}
