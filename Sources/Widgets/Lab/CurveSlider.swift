import Plots
import TextUI

/// Curves over the steps of a run, on which a cursor stands: the time that keys move through.
struct CurveSlider: Sendable {
  struct Curve: Sendable {
    var name: String
    /// One value for each step, from the first.
    var values: [Double]
    /// How it is told apart: its colour, and its dots.
    var series: Int
  }

  /// A place on the axis with a sign, what it is, and its number.
  struct Mark: Sendable {
    enum Kind: Sendable { case cursor, guess, truth }
    let kind: Kind
    let step: Int

    func glyph(ascii: Bool) -> Character {
      switch kind {
      case .cursor: ascii ? "|" : "┃"
      case .guess: ascii ? "^" : "▲"
      case .truth: ascii ? ":" : "┊"
      }
    }
    var name: String {
      switch kind {
      case .cursor: ""
      case .guess: "guess "
      case .truth: "fall "
      }
    }
    var style: Style {
      switch kind {
      case .cursor: Style(.accent, .bold)
      case .guess: Style(.warning)
      case .truth: Style(.strong, .bold)
      }
    }
  }

  var title = "loss"
  var curves: [Curve]
  /// The last step of the axis.
  var steps: Int
  /// What the axis up ends with; it begins at 0.
  var top: Double
  var marks: [Mark]
  /// What is said where nothing can be seen yet.
  var hint = ""

  private static let gutter = 5

  func lines(columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    guard columns >= 12, rows >= 3 else { return [] }
    var lines = legend(columns, rows: max(1, rows - 4), ascii: ascii)
    let width = columns - Self.gutter
    let height = rows - 1 - lines.count
    var raster = BraillePlot(columns: width, rows: height, ascii: ascii)
    for curve in curves {
      raster.polyline(
        curve.values.enumerated().lazy.map { step, value in
          PlotPoint(
            x: fraction(step) * Double(2 * width - 1),
            y: (1 - value / top) * Double(4 * height - 1))
        }, series: curve.series, stroke: stroke(curve.series), mark: mark(curve.series))
    }
    let picture = raster.picture
    let hint = hintLines(width, height)
    let first = (height - hint.count) / 2
    for row in 0..<height {
      var line = [Cell](label(row, height), .muted)
      for column in 0..<width {
        let cell = picture.cells[row * width + column]
        let mark = marks.first { self.column($0.step, width) == column && $0.kind != .guess }
        if cell.character != " " {
          let style = Style(.series, amount: UInt8(clamping: cell.series))
          line.append(String(cell.character), mark?.kind == .cursor ? style.adding(.bold) : style)
        } else if let mark {
          line.append(String(mark.glyph(ascii: ascii)), mark.style)
        } else {
          line.append(Cell.blank)
        }
      }
      if row == 0 { line = overflowing(line, width, ascii: ascii) }
      if hint.indices.contains(row - first) { line = hinted(line, hint[row - first], width) }
      lines.append(line)
    }
    lines.append(axis(width, ascii: ascii))
    return lines
  }

  /// An arrow where a curve leaves the picture upwards, and where it is no number any more that it is
  /// none.
  private func overflowing(_ line: [Cell], _ width: Int, ascii: Bool) -> [Cell] {
    var line = line
    for curve in curves {
      guard let step = curve.values.firstIndex(where: { !($0 <= top) }) else { continue }
      let sign = [Cell](
        curve.values[step].isNaN ? "NaN" : ascii ? "^" : "↑",
        Style(.series, amount: UInt8(clamping: curve.series), [.bold]))
      let at = Self.gutter + min(column(step, width), width - sign.count)
      for (index, cell) in sign.enumerated() where line.indices.contains(at + index) {
        line[at + index] = cell
      }
    }
    return line
  }

  private func fraction(_ step: Int) -> Double { Double(step) / Double(max(steps, 1)) }

  private func column(_ step: Int, _ width: Int) -> Int {
    min(max(Int((fraction(step) * Double(2 * width - 1)).rounded()) / 2, 0), width - 1)
  }

  private func label(_ row: Int, _ height: Int) -> String {
    if row == 0 { return tenths(top).padded(to: Self.gutter) }
    return (row == height - 1 ? "0" : "").padded(to: Self.gutter)
  }

  private func tenths(_ value: Double) -> String {
    guard value.isFinite, value < 1_000 else { return "" }
    let tenths = Int((value * 10).rounded())
    return top == 100 || value >= 100 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }

  /// The hint in as many lines as it takes; none where it finds no room: part of it would be another.
  private func hintLines(_ width: Int, _ height: Int) -> [String] {
    // Over a curve that was seen it would hide some of that.
    guard !hint.isEmpty, curves.allSatisfy({ $0.values.count <= 1 }) else { return [] }
    let lines = Wrapping.lines(of: hint, width: max(1, width - 2))
    let isWhole = lines.count <= height && lines.allSatisfy { !$0.isEmpty }
    return isWhole && width >= 8 ? lines : []
  }

  private func hinted(_ line: [Cell], _ hint: String, _ width: Int) -> [Cell] {
    let text = [Cell](hint, .text)
    var line = line
    let first = Self.gutter + max(1, (width - text.count) / 2)
    for (index, cell) in text.enumerated() where line.indices.contains(first + index) {
      line[first + index] = cell
    }
    return line
  }

  private func legend(_ columns: Int, rows: Int, ascii: Bool) -> [[Cell]] {
    // Samples grow shorter, and the title goes, before a name does; then each has a line.
    let forms = [(title, false), (title, true), ("", true)].lazy.map { title, isShort in
      curves.filter { !$0.name.isEmpty }.reduce([Cell](title, .muted)) { line, curve in
        let count = isShort ? 1 : 3
        let sample =
          ascii
          ? String(repeating: mark(curve.series), count: count)
          : sample(curve.series, isShort: isShort)
        return line
          + [Cell](
            (line.isEmpty ? "" : "  ") + sample + " " + curve.name,
            Style(.series, amount: UInt8(curve.series)))
      }
    }
    if let whole = forms.first(where: { $0.count <= columns }) { return [whole] }
    let named = curves.filter { !$0.name.isEmpty }
    // Of all names the last: what is changed has to be named, and the other is as it was.
    guard named.count <= rows else {
      return named.last.map { [sampled($0, columns, ascii: ascii)] } ?? []
    }
    return named.map { sampled($0, columns, ascii: ascii) }
  }

  /// The name of a curve behind a short sample of it.
  private func sampled(_ curve: Curve, _ columns: Int, ascii: Bool) -> [Cell] {
    let sample = ascii ? String(mark(curve.series)) : sample(curve.series, isShort: true)
    return [Cell]("\(sample) \(curve.name)", Style(.series, amount: UInt8(curve.series)))
      .shortened(to: columns)
  }

  private func stroke(_ series: Int) -> BraillePlot.Stroke {
    BraillePlot.Stroke.allCases[series % BraillePlot.Stroke.allCases.count]
  }
  private func sample(_ series: Int, isShort: Bool) -> String {
    (isShort ? ["─", "╌", "·"] : ["⠒⠒⠒", "⠒⠒ ⠒⠒", "⠂⠂⠂"])[series % 3]
  }
  private func mark(_ series: Int) -> Character { ["*", "+", "o"][series % 3] }

  /// Numbers under the curve, those that matter most first where they would touch.
  private func axis(_ width: Int, ascii: Bool) -> [Cell] {
    var line = [Cell](repeating: .blank, count: Self.gutter + width)
    var taken = Array(repeating: false, count: width)
    @discardableResult func write(_ text: String, at column: Int, _ style: Style) -> Bool {
      let cells = [Cell](text, style)
      let first = min(max(column, 0), max(0, width - cells.count))
      let around = max(0, first - 1)..<min(width, first + cells.count + 1)
      guard cells.count <= width, !taken[around].contains(true) else { return false }
      for (index, cell) in cells.enumerated() {
        line[Self.gutter + first + index] = cell
        taken[first + index] = true
      }
      return true
    }
    for mark in marks {
      let glyph = String(mark.glyph(ascii: ascii))
      let at = column(mark.step, width)
      let number = String(mark.step)
      guard mark.kind != .cursor else {
        // Where one stands: the bracket is under the line that it belongs to.
        write("[\(number)]", at: at, mark.style.adding(.selected))
        continue
      }
      // Its name goes before its number does. At the right edge both stand before the sign, which has
      // to be where it points to.
      for text in [mark.name + number, number] {
        let isLast = at + 1 + text.count > width
        if write(
          isLast ? text + glyph : glyph + text, at: isLast ? at - text.count : at, mark.style)
        {
          break
        }
      }
    }
    write("0", at: 0, .muted)
    write(String(steps), at: width - String(steps).count, .muted)
    return line
  }
}
