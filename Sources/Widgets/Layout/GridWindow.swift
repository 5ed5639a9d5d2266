import TextUI

/// Which part of a grid is seen where not all of it fits.
extension GridLayout {
  /// As many columns as fit, the selected one among them; of a part of a larger table that one in the
  /// middle; totals stay in view.
  func window(_ room: Int) -> [Int] {
    if let strip { return strip }
    if pinned > 0 || grid.cut != nil { return window(room, pinned: pinned) }
    guard !widths.isEmpty else { return [] }
    var first = min(max(focus?.column ?? 0, 0), widths.count - 1)
    var end = first + 1
    var used = widths[first]
    // To the left first, so that the beginning shows as long as it can.
    while first > 0, used + widths[first - 1] <= room {
      first -= 1
      used += widths[first]
    }
    while end < widths.count, used + widths[end] <= room {
      used += widths[end]
      end += 1
    }
    return Array(first..<end)
  }

  /// Whether a room shows but a part of it.
  func leavesOut(_ room: Int) -> Bool {
    grid.cut.map { !$0.isWhole } ?? false
      || strip == nil && (!grid.isMap || grid.cut != nil) && nameWidth + widths.total > room
  }

  /// All of its columns, as many strips below each other as it takes.
  func unrolled(_ room: Int) -> [GridLayout] {
    var strips: [[Int]] = []
    let pinned = Array(widths.indices.suffix(pinned))
    for column in widths.indices.dropLast(pinned.count) {
      let used = ((strips.last ?? []) + [column] + pinned).map { widths[$0] }.total
      if !strips.isEmpty, nameWidth + used <= room {
        strips[strips.count - 1].append(column)
      } else {
        strips.append([column])
      }
    }
    guard strips.count > 1 else { return [self] }
    return strips.map {
      var layout = self
      layout.strip = $0 + pinned
      return layout
    }
  }

  /// Columns at the end that stay in view.
  var pinned: Int { grid.cut?.pinned ?? grid.totals }

  private func window(_ room: Int, pinned: Int) -> [Int] {
    let count = widths.count - pinned
    // A table may be all totals.
    guard count > 0 else { return Array(widths.indices) }
    let room = room - Array(widths[count...]).total
    let at = focus?.column ?? 0
    var (first, end) = (at < count ? max(0, at) : 0, 0)
    end = first + 1
    var used = widths[first]
    // A column to either side in turn.
    while true {
      let left = first > 0 && used + widths[first - 1] <= room
      let right = end < count && used + widths[end] <= room
      guard left || right else { break }
      if right, !left || end - at <= at - first {
        used += widths[end]
        end += 1
      } else {
        first -= 1
        used += widths[first]
      }
    }
    return Array(first..<end) + Array(count..<widths.count)
  }

  /// As many rows as fit, the selected one among them.
  func rowWindow(_ room: Int) -> Range<Int> {
    let count = grid.size.rows
    guard count > room else { return 0..<count }
    let at = min(max(focus?.row ?? 0, 0), count - 1)
    let first = min(max(0, at - room / 2), count - room)
    return first..<first + room
  }

  /// The same around the cell that another grid in line with it is looked at in, where it has none.
  func focused(on other: GridLayout) -> GridLayout {
    var layout = self
    if focus == nil { layout.inLine = other.focus }
    return layout
  }

  /// The cell that a window must hold.
  private var focus: Point? {
    if let selected = grid.selected { return selected }
    switch grid.lit.first?.place {
    case .row(let row): return Point(column: 0, row: row)
    case .part(let row, let columns): return Point(column: columns.lowerBound, row: row)
    case .column(let column): return Point(column: column, row: 0)
    case .cell(let cell): return cell
    case nil: return inLine ?? grid.cut?.focus
    }
  }
}

extension [GridLayout] {
  /// All columns of all of them.
  func unrolled(_ room: Int) -> [GridLayout] { flatMap { $0.unrolled(room) } }

  func leavesOut(_ room: Int) -> Bool { contains { $0.leavesOut(room) } }
}
