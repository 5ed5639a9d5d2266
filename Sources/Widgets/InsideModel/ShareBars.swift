import Lab
import Plots
import TextUI

/// Shares as bars with their names, and at their right what each was before.
struct ShareBars: Sendable {
  struct Bar: Sendable {
    var name: String
    var share: Double
    /// What stands behind the share, such as a place.
    var note = ""
    var before: Double?
  }

  var title: String
  /// What the shares before are of.
  var beforeTitle = ""
  /// The same where there is little room.
  var shortBeforeTitle = ""
  var bars: [Bar]

  private var compares: Bool { bars.contains { $0.before != nil } }
  private static let narrow = 52

  /// The title and as many bars as there is room for.
  func lines(columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    guard rows > 0, columns > 0 else { return [] }
    let shown = Array(bars.prefix(max(rows - 1, 0)))
    let isNarrow = columns < Self.narrow
    let left = compares ? (isNarrow ? columns - 14 : columns * 3 / 5) : min(columns, 60)
    let spelled: (String) -> String = { ascii ? ASCIISpelling.text($0) : $0 }
    let plot = BarPlot(
      shown.map {
        BarPlot.Bar(
          label: spelled($0.name), value: $0.share, number: LabText.share($0.share) + $0.note)
      }, fullScale: 1)
    var lines = [[Cell](spelled(title), Style(.heading, .bold)).shortened(to: left)]
    lines += [[Cell]](plot.picture(columns: max(left, 1), rows: shown.count, ascii: ascii))
    guard compares else { return lines }
    let was = BarPlot(
      shown.map {
        BarPlot.Bar(label: "", value: $0.before ?? 0, number: LabText.share($0.before ?? 0))
      }, fullScale: 1)
    let right =
      isNarrow
      ? shown.map { [Cell](LabText.share($0.before ?? 0), .text) }
      : [[Cell]](
        was.picture(columns: max(columns - left - 2, 1), rows: shown.count, ascii: ascii))
    return lines.beside(
      [
        [Cell](isNarrow ? shortBeforeTitle : spelled(beforeTitle), Style(.heading, .bold))
          .shortened(to: max(columns - left - 2, 0))
      ] + right,
      at: left + 2)
  }

  var told: [String] {
    [title + (compares && !beforeTitle.isEmpty ? "; in brackets, \(beforeTitle)" : "")]
      + bars.map { bar in
        "  \(bar.name)  \(LabText.share(bar.share))\(bar.note)"
          + (bar.before.map { " (\(LabText.share($0)))" } ?? "")
      }
  }
}
