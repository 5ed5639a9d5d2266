import Lab
import TextUI

/// Where a head looks, and what it writes for the likeliest tokens.
struct HeadLines: Sendable {
  let bars: ShareBars
  /// Whether a page still asks where it looks.
  var isCovered = false
  /// Nothing where a page still asks for the tokens.
  let written: [(token: String, score: Double)]
  let isOff: Bool

  private func words(ascii: Bool) -> String {
    if isOff { return "It is off, and writes nothing." }
    guard !written.isEmpty else {
      return "What it writes, and for which token: page \(InsidePage.next.number) asks first."
    }
    return "writes "
      + written.map { one in
        // What two decimals would hide is not nothing.
        if one.score != 0, one.score.magnitude < 0.005 { return "nearly 0 for \(one.token)" }
        let sign = one.score < 0 ? (ascii ? "-" : "−") : "+"
        return "\(sign)\(LabText.decimals(one.score.magnitude, 2)) for \(one.token)"
      }.joined(separator: ", ")
  }

  func lines(columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    guard rows > 0 else { return [] }
    var lines = bars.lines(columns: columns, rows: isCovered ? 1 : max(1, rows - 1), ascii: ascii)
    if isCovered, rows > 2 { lines.append([Cell](cover, .muted).shortened(to: columns)) }
    if rows > 1 { lines.append([Cell](words(ascii: ascii), .text).shortened(to: columns)) }
    return lines
  }

  private var cover: String { "Where it looks: page \(InsidePage.map.number) asks first." }

  var told: [String] {
    (isCovered ? [bars.title, "  " + cover] : bars.told) + ["  " + words(ascii: false)]
  }
}
