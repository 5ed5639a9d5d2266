import TextUI

/// Rows of shares, each row one bar of a fixed length that is cut in parts; below, what the parts are.
package struct SharePlot: Equatable, Sendable {
  package struct Row: Equatable, Sendable {
    /// What stands before the bar, cut where room is short.
    package var label: String
    /// The shares, of 1 altogether; less where some are not known yet.
    package var shares: [Double]

    package init(label: String, shares: [Double]) {
      self.label = label
      self.shares = shares
    }
  }

  package var rows: [Row]
  /// What each share is of.
  package var names: [String]
  /// What the bars are, said above them where there is room.
  package var caption: String
  /// The row that is seen where not all are.
  package var looked: Int

  package init(_ rows: [Row], names: [String], caption: String = "", looked: Int = 0) {
    self.rows = rows
    self.names = names
    self.caption = caption
    self.looked = looked
  }

  /// Neighbours differ by their shade, without any colour.
  private static func shades(ascii: Bool) -> [Character] {
    ascii ? [".", "#", ":", "="] : ["░", "▓", "▒", "█"]
  }

  /// Where there are more parts than shades each begins with its own sign, if these last.
  private static let signs = Array("123456789abcdefghijklmnopqrstuvwxyz")

  private func sign(of part: Int, _ shades: [Character]) -> Character? {
    names.count > shades.count && names.count <= Self.signs.count ? Self.signs[part] : nil
  }

  /// The picture, a row each and what the parts are under them, as far as `rows` suffice.
  package func picture(columns: Int, rows limit: Int, ascii: Bool) -> PlotPicture {
    let shades = Self.shades(ascii: ascii)
    let label = min(rows.map(\.label.displayWidth).max() ?? 0, max(0, columns / 3))
    let room = max(0, columns - label - 1)
    let legend = legend(columns: columns, shades)
    // Two rows at the least are seen before what the parts are takes a second line.
    let below = limit > 1 ? min(legend.count, max(1, limit - 3)) : 0
    let top = !caption.isEmpty && limit > 2 + below ? 1 : 0
    let shown = max(0, min(rows.count, limit - top - below))
    let first = max(0, min(looked - shown / 2, rows.count - shown))
    var picture = PlotPicture(
      columns: columns, rows: min(max(0, limit), top + shown + below))
    if top > 0 {
      let part = shown < rows.count ? ", \(shown) of \(rows.count)" : ""
      picture.write([Cell](caption + part).shortened(to: columns).text, column: 0, row: 0)
    }
    for (at, row) in rows.dropFirst(first).prefix(shown).enumerated() {
      let at = top + at
      picture.write([Cell](row.label).shortened(to: label).text, column: 0, row: at)
      var column = label + 1
      for (part, length) in Self.lengths(row.shares, room: room).enumerated() {
        for place in 0..<length {
          let sign = place == 0 ? sign(of: part, shades) : nil
          picture.put(
            sign ?? shades[part % shades.count], column: column, row: at, series: part)
          column += 1
        }
      }
    }
    for (at, entries) in legend.prefix(below).enumerated() {
      let isCut = at == below - 1 && below < legend.count
      for (index, entry) in entries.enumerated() {
        if isCut, index == entries.count - 1 {
          picture.write(ascii ? "..." : "…", column: entry.column, row: top + shown + at)
          continue
        }
        picture.put(
          sign(of: entry.part, shades) ?? shades[entry.part % shades.count], column: entry.column,
          row: top + shown + at, series: entry.part)
        picture.write(entry.name, column: entry.column + 2, row: top + shown + at)
      }
    }
    return picture
  }

  /// A share that a table shows as 0.01 is seen too.
  private static let seen = 0.005

  /// Columns of each part, equal ones for equal shares: all together they have those of their sum, the
  /// longest giving or taking what rounding leaves. What is a hundredth at the least has a column.
  package static func lengths(_ shares: [Double], room: Int) -> [Int] {
    let shares = shares.map { $0.isFinite ? min(max(0, $0), 1) : 0 }
    // What has no column by itself has one with its like.
    var (small, end) = (0.0, 0)
    var lengths = shares.map { share in
      guard share < Self.seen else { return max(1, Int((share * Double(room)).rounded())) }
      small += share * Double(room)
      let next = Int(small.rounded())
      defer { end = next }
      return next - end
    }
    let sum = min(1, shares.reduce(0, +))
    var rest = Int((sum * Double(room)).rounded()) - lengths.reduce(0, +)
    // Of those that have no equal, if there is one.
    let alone = shares.indices.filter { part in
      lengths[part] > 1
        && !shares.indices.contains { $0 != part && abs(shares[$0] - shares[part]) < 1e-9 }
    }
    for giving in [alone, Array(shares.indices)] {
      while rest != 0, let longest = giving.max(by: { lengths[$0] < lengths[$1] }),
        rest > 0 || lengths[longest] > 1
      {
        lengths[longest] += rest.signum()
        rest -= rest.signum()
      }
    }
    // Where there are more parts than columns the smallest go.
    while rest < 0,
      let least = lengths.indices.filter({ lengths[$0] > 0 }).min(by: { shares[$0] < shares[$1] })
    {
      lengths[least] -= 1
      rest += 1
    }
    return lengths
  }

  /// The lines that all rows, what they are, and what the parts are take.
  package func height(columns: Int) -> Int {
    (caption.isEmpty ? 0 : 1) + rows.count
      + legend(columns: columns, Self.shades(ascii: false)).count
  }

  private typealias Entry = (part: Int, column: Int, name: String)

  /// Parts that are named by their signs already, as `1` is by `1`, need no legend.
  private func legend(columns: Int, _ shades: [Character]) -> [[Entry]] {
    if names.indices.allSatisfy({ sign(of: $0, shades).map(String.init) == names[$0] }) {
      return []
    }
    var lines: [[Entry]] = [[]]
    var column = 0
    for (part, name) in names.enumerated() {
      let width = name.displayWidth + 4
      if column > 0, column + width - 2 > columns {
        lines.append([])
        column = 0
      }
      lines[lines.count - 1].append((part, column, name))
      column += width
    }
    return lines
  }
}
