import TextUI

/// Where the parts of bars stand: label, number, bars below zero, the line at zero, bars above.
struct BarLayout {
  private let ascii: Bool
  private let label: Int
  private let number: (column: Int, width: Int)
  /// The column of the line at zero.
  private let zero: Int
  /// Columns to either side of it.
  private let room: (left: Int, right: Int)
  /// The magnitudes that the sides can show, and columns per unit of value; values are first
  /// multiplied by `unit`, which brings them near 1.
  private let extent: (left: Double, right: Double)
  private let scale: Double
  private let unit: Double

  init(_ bars: some Collection<BarPlot.Bar>, fullScale: Double?, columns: Int, ascii: Bool) {
    self.ascii = ascii
    // Bars keep a third; labels are cut, but numbers shown whole or not at all, lest they mislead.
    let text = columns - min(max(columns / 3, 4), columns)
    let widest = bars.lazy.map(\.number.displayWidth).max() ?? 0
    let numbers = widest <= text ? widest : 0
    let labels = bars.lazy.map(\.label.displayWidth).max() ?? 0
    let rest = max(text - numbers - 1, 0)
    label = rest > 1 || labels <= rest ? min(labels, rest) : 0
    number = (label > 0 ? label + 1 : 0, numbers)
    let start = number.column + (numbers > 0 ? numbers + 1 : 0)
    let free = max(columns - start - 1, 0)

    let isBelow = bars.contains { $0.value < 0 }
    let isAbove = bars.contains { $0.value > 0 } || !isBelow
    let finite = bars.lazy.map(\.value).filter(\.isFinite)
    var full: (left: Double, right: Double) = (-(finite.min() ?? 0), finite.max() ?? 0)
    if let fullScale, fullScale.isFinite, fullScale > 0 { full = (fullScale, fullScale) }
    unit = PlotScale.unit(for: max(full.left, full.right))
    extent = (isBelow ? max(full.left, 0) * unit : 0, isAbove ? max(full.right, 0) * unit : 0)
    let length = extent.left + extent.right
    let share = length > 0 ? extent.left / length : (isBelow ? (isAbove ? 0.5 : 1) : 0)
    let wanted = Int((Double(free) * share).rounded())
    let left = min(max(wanted, isBelow ? 1 : 0), max(free - (isAbove ? 1 : 0), 0))
    room = (left, free - left)
    zero = start + left
    // Both sides to one scale.
    scale = min(
      extent.left > 0 ? Double(room.left) / extent.left : .infinity,
      extent.right > 0 ? Double(room.right) / extent.right : .infinity)
  }

  func draw(_ bar: BarPlot.Bar, row: Int, on picture: inout PlotPicture) {
    let name = truncated(bar.label, to: label)
    picture.write(name, column: 0, row: row)
    if number.width > 0 {
      let column = number.column + number.width - bar.number.displayWidth
      picture.write(bar.number, column: column, row: row)
    }
    picture.put(ascii ? "|" : "│", column: zero, row: row)
    if bar.value.isNaN {
      picture.put(ascii ? "?" : "×", column: zero + 1, row: row, series: bar.series)
    } else if bar.value > 0 {
      drawRight(bar, row: row, on: &picture)
    } else if bar.value < 0 {
      drawLeft(bar, row: row, on: &picture)
    }
  }

  private func drawRight(_ bar: BarPlot.Bar, row: Int, on picture: inout PlotPicture) {
    guard room.right > 0 else { return }
    let near = bar.value * unit
    let length = columns(near, extent: extent.right, room: room.right)
    let partial: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉"]
    let eighths = ascii ? Int(length.rounded()) * 8 : max(Int((length * 8).rounded()), 1)
    for column in 0..<eighths / 8 {
      picture.put(ascii ? "#" : "█", column: zero + 1 + column, row: row, series: bar.series)
    }
    let end = zero + 1 + eighths / 8
    if eighths == 0 {
      picture.put(".", column: end, row: row, series: bar.series)
    } else if eighths % 8 > 0 {
      picture.put(partial[eighths % 8 - 1], column: end, row: row, series: bar.series)
    }
    if near > extent.right {
      let last = zero + room.right
      picture.put(ascii ? ">" : "▸", column: last, row: row, series: bar.series)
    }
  }

  /// Unicode has right-aligned blocks only for a half and an eighth.
  private func drawLeft(_ bar: BarPlot.Bar, row: Int, on picture: inout PlotPicture) {
    guard room.left > 0 else { return }
    let near = -bar.value * unit
    let length = columns(near, extent: extent.left, room: room.left)
    let halves = ascii ? Int(length.rounded()) * 2 : Int((length * 2).rounded())
    for column in 0..<halves / 2 {
      picture.put(ascii ? "#" : "█", column: zero - 1 - column, row: row, series: bar.series)
    }
    let end = zero - 1 - halves / 2
    if halves == 0 {
      picture.put(ascii ? "." : "▕", column: end, row: row, series: bar.series)
    } else if halves % 2 > 0 {
      picture.put("▐", column: end, row: row, series: bar.series)
    }
    if near > extent.left {
      picture.put(ascii ? "<" : "◂", column: zero - room.left, row: row, series: bar.series)
    }
  }

  /// The length of a bar in columns, at most the room it has.
  private func columns(_ near: Double, extent: Double, room: Int) -> Double {
    guard near <= extent else { return Double(room) }
    let length = near * scale
    return length.isFinite ? min(length, Double(room)) : 0
  }

  private func truncated(_ text: String, to width: Int) -> String {
    guard text.displayWidth > width else { return text }
    guard width > 0 else { return "" }
    var kept = ""
    var used = 0
    for character in text {
      let next = String(character).displayWidth
      guard used + next <= width - 1 else { break }
      used += next
      kept.append(character)
    }
    return kept + (ascii ? "." : "…")
  }
}
