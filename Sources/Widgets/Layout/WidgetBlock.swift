import Notes
import Numerics
import Plots
import TextUI

/// A part of what a widget shows; screen and transcript are both made of these, so that nothing is
/// drawn that the transcript lacks.
package struct WidgetBlock: Sendable {
  /// The kinds of part.
  package enum Content: Sendable {
    /// Wrapped where they are too long.
    case lines([[Cell]])
    /// Names in one line, one of them current.
    case strip([String], current: Int)
    /// Grids of numbers, side by side as far as they fit.
    case grids([Grid])
    /// A picture with a least and a greatest number of rows; its numbers stand in other blocks.
    case picture(
      rows: ClosedRange<Int>, draw: @Sendable (_ columns: Int, _ rows: Int) -> PlotPicture)
    /// What lays itself out.
    case figure(any Figure)
  }

  /// A picture that stands at the right of a text where that leaves room.
  struct Companion: Sendable {
    let rows: ClosedRange<Int>
    let draw: @Sendable (_ columns: Int, _ rows: Int) -> PlotPicture
  }

  /// What it shows.
  package var content: Content
  /// What goes first where room is short: the highest number; 0 stays.
  package var rank: Int
  /// Whether a blank line stands above it where there is room.
  package var hasGap: Bool
  /// Whether a picture stands at the right of all else where the screen is wide enough.
  package var isBeside: Bool
  /// Whether it stands in the pane at the side where the screen has two.
  var isSide = false
  /// Whether `▌` at the left marks it as what is looked at.
  var isCurrent = false
  /// Whether it is worth the blank lines between parts, however early it goes.
  var isStage = false
  /// Whether it only fills room that is left.
  var fills: Bool { rank >= BlockLayout.filling && !isStage }
  /// Whether the transcript, which shows no pictures, goes without it.
  var isOnlySeen = false
  /// Whether it tells what the shades of tables mean: without it, these have none.
  var isLegend = false
  /// Whether its picture shows no more than what was put in.
  var isOfInputs = false
  var companion: Companion?
  /// What the transcript tells in the place of its lines, where these leave something out.
  var told: [[Cell]]?
  /// Whether text that is too long keeps its first and its last lines: a calculation's result.
  var keepsEnd = false
  /// How many of its lines are notes on a calculation, at its end: they go first.
  var notes = 0
  /// What stands for the last of its calculations where that finds no room: the result alone.
  var ending: [Cell]?

  package init(
    _ content: Content, rank: Int = 1, hasGap: Bool = true, isBeside: Bool = false
  ) {
    self.isBeside = isBeside
    self.content = content
    self.rank = rank
    self.hasGap = hasGap
  }

  static func grids(_ grids: Grid..., rank: Int) -> WidgetBlock {
    WidgetBlock(.grids(grids), rank: rank)
  }

  /// Numbers as bars with their names, and further bars below them.
  static func bars(
    _ values: Vector, names: [String], vanishes: (Int) -> Bool = { _ in false },
    then more: [BarPlot.Bar] = [], fullScale: Double? = nil,
    _ numbers: NumberText, rank: Int = 3
  ) -> WidgetBlock {
    let texts = numbers.decimals == nil ? numbers.aligned(values) : values.map(numbers.text)
    let bars = values.indices.map { index in
      BarPlot.Bar(
        label: names[index], value: values[index],
        number: vanishes(index)
          ? numbers.vanished(values[index])
          : numbers.tabled[values[index]] ?? texts[index].trimmed)
    }
    let plot = BarPlot(bars + more, fullScale: fullScale)
    let count = values.count + more.count
    return WidgetBlock(
      .picture(rows: min(more.isEmpty ? 2 : 3, count)...count) { columns, rows in
        plot.picture(columns: min(columns - 1, 72), rows: rows, ascii: numbers.ascii)
      }, rank: rank)
  }

  /// The same without pictures of results; nil where nothing is left.
  var withoutResultPictures: WidgetBlock? {
    if case .picture = content, !isOfInputs { return nil }
    return beside(nil)
  }

  /// Whether one of its tables is part of a larger one, of which a window shows.
  var isCut: Bool {
    switch content {
    case .grids(let grids): grids.contains { $0.cut != nil }
    case .figure(let figure): figure.isCut
    case .lines, .strip, .picture: false
    }
  }

  /// The same without shades in its tables.
  var withoutGlow: WidgetBlock {
    var block = self
    switch content {
    case .grids(let grids): block.content = .grids(grids.map(\.withoutGlow))
    case .figure(let figure): block.content = .figure(figure.withoutGlow)
    case .lines, .strip, .picture: break
    }
    return block
  }

  /// The same; a legend stays, whatever the room.
  var keptLegend: WidgetBlock {
    var block = self
    if isLegend { block.rank = 0 }
    return block
  }

  /// The same without a line of text; nil where nothing is left.
  func without(line: String) -> WidgetBlock? {
    guard case .lines(let lines) = content else { return self }
    var block = self
    let rest = lines.filter { $0.text != line }
    block.content = .lines(rest)
    return rest.isEmpty ? nil : block
  }

  /// The same in the pane at the side.
  var atSide: WidgetBlock {
    var block = self
    block.isSide = true
    return block
  }

  /// The same with a picture at its right where there is room.
  func beside(_ companion: Companion?) -> WidgetBlock {
    var block = self
    block.companion = companion
    return block
  }

  static func figure(_ figure: any Figure, rank: Int = 0, hasGap: Bool = true) -> WidgetBlock {
    WidgetBlock(.figure(figure), rank: rank, hasGap: hasGap)
  }

  static func text(_ lines: [String], _ style: Style = .text, rank: Int = 1, hasGap: Bool = true)
    -> WidgetBlock
  {
    WidgetBlock(.lines(lines.map { [Cell]($0, style) }), rank: rank, hasGap: hasGap)
  }

  /// Calculations, their parts in columns: what, how, and the result; then what went wrong in them,
  /// and what else there is to say.
  static func derivation(
    _ title: String, _ rows: [Equation], remarks: [String] = [], notes: [String] = [],
    rank: Int = 1, ascii: Bool
  ) -> WidgetBlock {
    // Spelled first, so that what is padded here stays in columns.
    func spelled(_ text: String) -> String { ascii ? ASCIISpelling.text(text) : text }
    let label = min(14, rows.map { spelled($0.label).displayWidth }.max() ?? 0)
    let equations = rows.filter { $0.result != nil }
    let expression = min(36, equations.map { spelled($0.expression).displayWidth }.max() ?? 0)
    func padded(_ text: String, _ width: Int) -> String {
      text + String(repeating: " ", count: max(0, width - text.displayWidth))
    }
    let texts = rows.map { spelled($0.expression) }
    let shorts = texts.map { LongSum.shortened($0, ascii: ascii) }
    func labelled(_ row: Equation) -> [Cell] {
      [Cell]("  " + padded(spelled(row.label), label) + "  ", .muted)
    }
    func ending(_ row: Equation) -> [Cell] {
      [Cell](row.sign(ascii: ascii) + " ", .muted)
        + [Cell](row.result ?? row.expression, Style(.strong, .bold))
    }
    func line(_ row: Equation, _ text: String) -> [Cell] {
      var line = labelled(row)
      guard row.result != nil else {
        line.append(row.expression, .text)
        return line
      }
      line.append(padded(text, expression) + " ", .text)
      return line + ending(row)
    }
    func lines(_ texts: [String]) -> [[Cell]] {
      [[Cell](title, Style(.strong, .bold))] + zip(rows, texts).map(line)
        + remarks.map { [Cell]("  " + $0, Style(.warning)) }
        + notes.map { [Cell]("  " + $0, .text) }
    }
    var block = WidgetBlock(.lines(lines(shorts)), rank: rank)
    if texts != shorts { block.told = lines(texts) }
    block.keepsEnd = true
    block.notes = notes.count
    if remarks.isEmpty, let last = rows.last, last.result != nil {
      block.ending = labelled(last) + ending(last)
    }
    return block
  }
}

extension [WidgetBlock] {
  /// The same without shades and what these mean.
  var withoutGlow: [WidgetBlock] { filter { !$0.isLegend }.map(\.withoutGlow) }
}

extension WidgetBlock.Companion {
  /// The picture by itself.
  var block: WidgetBlock { WidgetBlock(.picture(rows: rows, draw: draw), rank: 3) }
}
