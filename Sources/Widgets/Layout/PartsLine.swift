import TextUI

/// Short parts in a line, each of which stays whole: where they do not fit, the line breaks between
/// them.
struct PartsLine: Figure {
  private static let gap = 4

  var parts: [String]

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    let cells = parts.map { [Cell]($0, .muted) }
    return PartsLayout(
      all: Wrapping.lines(ofParts: cells, gap: Self.gap, width: max(1, width)))
  }

  var transcript: [String] { [parts.joined(separator: String(repeating: " ", count: Self.gap))] }

  var spelledInASCII: PartsLine { PartsLine(parts: parts.map(ASCIISpelling.text)) }
}

struct PartsLayout: FigureLayout {
  let all: [[Cell]]

  var height: Int { all.count }
  var small: Int { all.count }
  var least: Int { 1 }
  func lines(height: Int) -> [[Cell]] { Array(all.prefix(height)) }
}
