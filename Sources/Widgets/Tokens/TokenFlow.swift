import TextUI

/// Tokens as they follow each other, each over its number; lines break between them.
struct TokenFlow: Figure {
  struct Entry: Sendable {
    var text: String
    var id: String
    /// Whether the loss counts it; nil where nothing is trained.
    var isCounted: Bool?
    /// Whether it was made by the last merge.
    var isNew = false
  }

  var entries: [Entry]
  var selected: Int?

  func laidOut(width: Int, ascii: Bool) -> any FigureLayout { TokenFlowLayout(self, width: width) }

  var transcript: [String] {
    guard !entries.isEmpty else { return [] }
    return [
      entries.map { entry in
        let loss = entry.isCounted.map { $0 ? ", counts" : "" } ?? ""
        return "\(entry.text) (\(entry.id)\(loss))"
      }.joined(separator: "  ")
    ]
  }

  var spelledInASCII: TokenFlow {
    var flow = self
    for index in flow.entries.indices {
      flow.entries[index].text = ASCIISpelling.text(
        flow.entries[index].text)
    }
    return flow
  }
}

/// Lines of tokens for a width; each takes the columns of its text or of its number, and one at both
/// sides for the cursor.
struct TokenFlowLayout: FigureLayout {
  private let flow: TokenFlow
  private let width: Int
  private var rows: [Range<Int>] = []

  init(_ flow: TokenFlow, width: Int) {
    self.flow = flow
    self.width = max(1, width)
    var start = 0
    var used = 0
    for index in flow.entries.indices {
      let columns = columns(of: flow.entries[index])
      if used + columns > width, index > start {
        rows.append(start..<index)
        (start, used) = (index, 0)
      }
      used += columns
    }
    if start < flow.entries.count { rows.append(start..<flow.entries.count) }
  }

  /// The text, the number, and whether the loss counts it, below each other.
  private var linesPerRow: Int { flow.entries.contains { $0.isCounted != nil } ? 3 : 2 }
  var height: Int { rows.count * linesPerRow }
  var small: Int { min(height, 2 * linesPerRow) }
  var least: Int { min(height, linesPerRow) }

  func lines(height: Int) -> [[Cell]] {
    let most = max(1, height / linesPerRow)
    let at = rows.firstIndex { flow.selected.map($0.contains) ?? false } ?? 0
    let first = min(max(0, at - most / 2), max(0, rows.count - most))
    var lines = rows[first..<min(rows.count, first + most)].flatMap(lines)
    // What is cut off is told where nothing else is: behind the last line.
    if first + most < rows.count, let last = lines.indices.last {
      lines[last] = lines[last].padded(to: width - 1).prefix(width - 1) + [Cell]("…", .muted)
    }
    return Array(lines.prefix(max(0, height)))
  }

  private func columns(of entry: TokenFlow.Entry) -> Int {
    max(entry.text.displayWidth, entry.id.displayWidth) + 2
  }

  private func lines(_ row: Range<Int>) -> [[Cell]] {
    var lines = [[Cell]](repeating: [], count: linesPerRow)
    for index in row {
      let entry = flow.entries[index]
      let isSelected = index == flow.selected
      let end = lines[0].count + columns(of: entry)
      let style = Style(entry.isNew ? .strong : .text, entry.isNew ? .bold : [])
      let bracket = Style(.accent, .bold)
      let text = [Cell](entry.text, isSelected ? style.adding(.selected) : style)
      lines[0] += isSelected ? [Cell]("[", bracket) : [.blank]
      lines[0] += text + (isSelected ? [Cell]("]", bracket) : [.blank])
      lines[0] = lines[0].padded(to: end)
      lines[1] = (lines[1] + [.blank] + [Cell](entry.id, .muted)).padded(to: end)
      if let isCounted = entry.isCounted {
        let mark = [Cell](isCounted ? "1" : "0", isCounted ? Style(.good, .bold) : .muted)
        lines[2] = (lines[2] + [.blank] + mark).padded(to: end)
      }
    }
    return lines
  }
}
