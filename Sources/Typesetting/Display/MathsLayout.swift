import TextUI

/// Rows of equal width being put together; `baseline` is the row of the main line.
struct MathsLayout {
  var rows: [String]
  var width: Int
  var baseline: Int
  /// Whether delimiters around it should grow: more than one row, scripts not counted.
  var isTall: Bool

  /// A single row of text.
  init(_ text: String) {
    self.init(rows: [text], width: text.displayWidth, baseline: 0, isTall: false)
  }

  /// A line or a space of a known length.
  init(repeating glyph: String, columns: Int) {
    let row = String(repeating: glyph, count: max(0, columns))
    self.init(rows: [row], width: max(0, columns), baseline: 0, isTall: false)
  }

  init(rows: [String], width: Int, baseline: Int, isTall: Bool) {
    self.rows = rows
    self.width = width
    self.baseline = baseline
    self.isTall = isTall
  }

  var height: Int { rows.count }
  /// Rows below the baseline.
  var below: Int { rows.count - 1 - baseline }

  static func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

  /// The parts next to each other, their baselines in one row.
  static func beside(_ parts: [MathsLayout]) -> MathsLayout {
    if parts.count == 1 { return parts[0] }
    let baseline = parts.reduce(0) { max($0, $1.baseline) }
    let below = parts.reduce(0) { max($0, $1.below) }
    var rows = [String](repeating: "", count: baseline + below + 1)
    var width = 0
    for part in parts where part.width > 0 || part.height > 1 {
      let blank = spaces(part.width)
      for row in rows.indices {
        let own = row - baseline + part.baseline
        rows[row] += part.rows.indices.contains(own) ? part.rows[own] : blank
      }
      width += part.width
    }
    let isTall = parts.contains { $0.isTall }
    return MathsLayout(rows: rows, width: width, baseline: baseline, isTall: isTall)
  }

  /// The parts above each other, centred; the baseline is that of the part numbered `main`.
  static func stacked(_ parts: [MathsLayout], main: Int, isTall: Bool) -> MathsLayout {
    let width = parts.reduce(0) { max($0, $1.width) }
    let above = parts[..<main].reduce(0) { $0 + $1.height }
    return MathsLayout(
      rows: parts.flatMap { $0.padded(to: width, .centre).rows }, width: width,
      baseline: above + parts[main].baseline, isTall: isTall)
  }

  /// The same rows in a wider column; a bias of 1 puts what cannot be centred to the right.
  func padded(to target: Int, _ side: MathsGrid.Column, bias: Int = 0) -> MathsLayout {
    let missing = target - width
    guard missing > 0 else { return self }
    let left =
      switch side {
      case .left, .rule: 0
      case .centre: (missing + bias) / 2
      case .right: missing
      }
    let (before, after) = (Self.spaces(left), Self.spaces(missing - left))
    var result = self
    result.rows = rows.map { before + $0 + after }
    result.width = target
    return result
  }

  /// With blank rows around it, so that it has the given rows above and below its baseline.
  func extended(above: Int, below target: Int) -> MathsLayout {
    let blank = Self.spaces(width)
    var result = self
    result.rows =
      Array(repeating: blank, count: max(0, above - baseline)) + rows
      + Array(repeating: blank, count: max(0, target - below))
    result.baseline = max(above, baseline)
    return result
  }
}
