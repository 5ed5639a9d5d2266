import TextUI

/// Short parts in a line, each of which stays whole: where they do not fit, the line breaks between
/// them.
struct PartsLine: Figure {
  var parts: [[Cell]]
  var gap = 4
  /// What stands at the end and is not told, a legend: the first form that the line has room for.
  var seen: [[Cell]] = []

  init(parts: [[Cell]], gap: Int) { (self.parts, self.gap) = (parts, gap) }
  init(parts: [String]) { self.parts = parts.map { [Cell]($0, .muted) } }

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    let lines = Wrapping.lines(ofParts: parts, gap: gap, width: max(1, width))
    guard let last = lines.last,
      let seen = seen.first(where: { last.count + gap + $0.count <= width })
    else {
      return PartsLayout(all: lines)
    }
    return PartsLayout(
      all: lines.dropLast() + [last.padded(to: last.count + gap) + seen])
  }

  var transcript: [String] {
    // No part is broken there either.
    Wrapping.lines(ofParts: parts, gap: gap, width: BlockPart.widestText).map(\.text)
  }

  var spelledInASCII: PartsLine {
    var line = self
    line.parts = parts.map(ASCIISpelling.cells)
    return line
  }
}

struct PartsLayout: FigureLayout {
  let all: [[Cell]]

  var height: Int { all.count }
  var small: Int { all.count }
  var least: Int { 1 }
  func lines(height: Int) -> [[Cell]] { Array(all.prefix(height)) }
}
