import Lab
import TextUI

/// A table told line by line: its columns end under each other, and none is wider than what stands in it.
enum LabTable {
  /// Of many steps a dozen or so, the last among them.
  static func some(_ steps: [Int]) -> [Int] {
    let stride = max(1, (steps.count + 11) / 12)
    return steps.indices.filter { $0.isMultiple(of: stride) || $0 == steps.count - 1 }.map {
      steps[$0]
    }
  }

  /// The lines of it; the first row is its heading.
  static func lines(_ rows: [[String]]) -> [String] {
    let rows = LabText.aligned(rows)
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.compactMap { $0.indices.contains(column) ? $0[column].displayWidth : nil }.max() ?? 0
    }
    return rows.map { row in
      zip(row, widths).map { text, width in
        String(repeating: " ", count: width - text.displayWidth + 2) + text
      }.joined()
    }
  }
}
