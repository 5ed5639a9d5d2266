import Lab
import TextUI

/// What each layer would say if it were the last.
struct LensLines: Sendable {
  struct Row: Sendable {
    let name: String
    let said: [(token: String, share: Double)]
  }
  let rows: [Row]
  private static let title = "what it would say"

  func lines(columns: Int, rows count: Int) -> [[Cell]] {
    guard count > 0 else { return [] }
    // The last layers matter most.
    let shown = rows.suffix(max(0, count - 1))
    return [[Cell](Self.title, Style(.heading, .bold))]
      + shown.map { row in
        var line = [Cell](row.name.padded(to: 9), .muted)
        for (index, one) in row.said.enumerated() {
          let part = "\(one.token) \(LabText.percent(one.share))"
          guard line.count + part.displayWidth + 2 <= columns || index == 0 else { break }
          line.append((index == 0 ? " " : "  ") + part, index == 0 ? Style(.strong, .bold) : .text)
        }
        return line.shortened(to: columns)
      }
  }

  var told: [String] {
    [Self.title]
      + rows.map { row in
        "  \(row.name)  "
          + row.said.map { "\($0.token) \(LabText.percent($0.share))" }.joined(separator: "  ")
      }
  }
}
