import TextUI

/// Two figures side by side; where they do not fit, the left one alone.
struct Abreast: Figure {
  var left: any Figure
  /// The same numbers in another arrangement: the transcript has them once.
  var right: any Figure

  var hang: Int { left.hang }
  func hanging(by margin: Int) -> Abreast {
    Abreast(left: left.hanging(by: margin), right: right)
  }

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout {
    AbreastLayout(self, width: width, ascii: ascii)
  }

  var transcript: [String] { left.transcript }
  var spelledInASCII: Abreast {
    Abreast(left: left.spelledInASCII, right: right.spelledInASCII)
  }
  var withoutGlow: Abreast { Abreast(left: left.withoutGlow, right: right.withoutGlow) }
  var isCut: Bool { left.isCut || right.isCut }
}

struct AbreastLayout: FigureLayout {
  /// Columns between the two, at least.
  private static let gap = 6

  private let left: any FigureLayout
  private let right: (any FigureLayout)?
  /// Where the second one begins: in the middle, if the first one leaves it that.
  private let start: Int

  init(_ pair: Abreast, width: Int, ascii: Bool) {
    let left = pair.left.laidOut(width: width, ascii: ascii)
    func columns(_ layout: any FigureLayout) -> Int {
      layout.lines(height: layout.height).map(\.count).max() ?? 0
    }
    let start = max(columns(left) + Self.gap, width / 2)
    let right = pair.right.laidOut(width: max(1, width - start), ascii: ascii)
    self.left = left
    self.start = start
    self.right = right.height > 0 && start + columns(right) <= width ? right : nil
  }

  var height: Int { max(left.height, right?.height ?? 0) }
  var small: Int { left.small }
  var least: Int { left.least }
  var written: [(value: Double, text: String)] { left.written + (right?.written ?? []) }
  func hang(height: Int) -> Int { left.hang(height: height) }

  func lines(height: Int) -> [[Cell]] {
    var lines = left.lines(height: min(height, left.height))
    guard let right, right.height <= height else { return lines }
    for (row, cells) in right.lines(height: right.height).enumerated() {
      if row == lines.count { lines.append([]) }
      if !cells.isEmpty { lines[row] = lines[row].padded(to: start) + cells }
    }
    return lines
  }
}
