import TextUI

/// A sentence at the left, and what belongs to it at the right edge; where they do not fit into one
/// line, one below the other.
struct SidesLine: Figure {
  var left: String
  var right: String

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    SidesLayout(self, width: width)
  }

  var transcript: [String] { [left, right].filter { !$0.isEmpty } }

  var spelledInASCII: SidesLine {
    SidesLine(left: ASCIISpelling.text(left), right: ASCIISpelling.text(right))
  }
}

struct SidesLayout: FigureLayout {
  private let all: [[Cell]]

  init(_ line: SidesLine, width: Int) {
    let right = [Cell](line.right, Style(.maths))
    let left = [Cell](line.left, .text)
    // The right edge of the header, a column from that of the screen.
    let start = width - 1 - right.count
    if start - left.count >= 2 {
      all = [left.padded(to: start) + right]
    } else {
      all =
        [right.shortened(to: width)]
        + Wrapping.lines(of: left, width: max(1, width)).map { Array(left[$0]) }
    }
  }

  var height: Int { all.count }
  var small: Int { all.count }
  var least: Int { 1 }
  func lines(height: Int) -> [[Cell]] { Array(all.prefix(height)) }
}
