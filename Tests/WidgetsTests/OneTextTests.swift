import Formulas
import Notes
import Numerics
import Testing
import TextUI

@testable import Widgets

/// A number of the stepper has one text: at every step, in tables and in all that is said of it.
@Suite struct OneTextTests {
  private struct Place: Hashable {
    let matrix, row, column: String
  }

  private static let examples = [
    Inputs(["Q": "1 -3.14159; 0 1", "K": "1 0; 0 1; 1 1", "V": "1.5 2; 3 4; 5.25 6"]),
    Inputs(["Q": "1 0; 0 1", "K": "1 0; 0 1; 1 1", "V": "1 2; 3 4; 5 6", "words": "the cat sat"]),
    Inputs(["Q": "2 -1; 0.5 1", "K": "1 3; -2 1; 1 1; 0 2", "V": "9 0; 3 -7; 5 1; 2 2"]),
    Inputs(["Q": "1.25", "K": "-3; 4", "V": "100; -250.5", "mask": "causal"]),
    // Weights below 0.001, of which few digits are left.
    Inputs(["Q": "1; 2", "K": "0; 8.8; 3", "V": "1.5; 2.25; 3", "scale": "none"]),
    Inputs(["Q": "1 0.5", "K": "0 1; 7.2 1; 8.1 -0.25; 2 3", "V": "9 0; 3 -7; 5 1; 2 2"]),
    Inputs(["Q": "3.5", "K": "-2.4; 0; 1.1; 0.3", "V": "901; 0.5; -33; 7", "scale": "none"]),
  ]
  private static let rooms = [
    nil, Size(columns: 39, rows: 10), Size(columns: 79, rows: 21), Size(columns: 119, rows: 37),
  ]

  private func view(_ row: Int, _ column: Int, _ room: Size?) -> AttentionWidget.View {
    var view = AttentionWidget.View(cursor: .init(.head(0), row: row, column: column))
    view.room = room
    view.isWide = (room?.columns ?? 0) >= BlockLayout.wide
    return view
  }

  private func grids(_ block: WidgetBlock) -> [Grid] {
    switch block.content {
    case .grids(let grids): return grids
    case .figure(let figure):
      if let product = figure as? ProductBlock {
        return [product.left, product.right, product.product]
      }
      if let change = figure as? ChangeBlock { return [change.before, change.after] }
      return (figure as? TableRow)?.grids ?? []
    case .lines, .strip, .picture: return []
    }
  }

  /// What a table holds: `exp` of `5 exp   e to each`.
  private func matrix(_ title: String, column: String) -> String {
    let name = String(title.split(separator: "   ").first ?? "")
    let word = String(name.drop { $0.isNumber || $0 == " " })
    switch (word, column) {
    case (_, "row max"): return "row max"
    case ("sum", _): return column == "sum" ? "sum" : "exp"
    case ("S", _): return "scores"
    case ("O", _): return "output"
    case ("weights A", _): return "weights"
    default: return word
    }
  }

  /// The lines of text in a block.
  private func lines(_ block: WidgetBlock) -> [String] {
    switch block.content {
    case .lines(let lines): lines.map(\.text)
    case .figure(let figure) where figure is TermPile || figure is FactorRows: figure.transcript
    case .grids, .strip, .picture, .figure: []
    }
  }

  @Test(arguments: 0..<7, 0..<4)
  func everyStepAgrees(example: Int, size: Int) throws {
    let (inputs, room) = (Self.examples[example], Self.rooms[size])
    var shown: [Place: Set<String>] = [:]
    for step in 1...9 {
      let widget = try AttentionWidget(inputs.with("step", "\(step)"))
      // Of the terms those of the query under the cursor are shown.
      let rows = step == 8 ? widget.results(in: .head(0)).rows : 1
      for row in 0..<rows {
        for grid in widget.blocks(view(row, 0, room)).flatMap(grids) {
          for (row, texts) in grid.texts(.full).enumerated() {
            for (column, text) in texts.enumerated() where !["·", "…"].contains(text.trimmed) {
              let name = grid.columnNames.indices.contains(column) ? grid.columnNames[column] : ""
              let place = Place(
                matrix: matrix(grid.title, column: name),
                row: grid.rowNames.indices.contains(row) ? grid.rowNames[row] : "\(row)",
                column: name)
              shown[place, default: []].insert(text.trimmed)
            }
          }
        }
      }
    }
    let several = shown.filter { $1.count > 1 }
    #expect(several.isEmpty, "\(several)")
    // What is said of a cell has the texts of tables: each number that is not whole stands in one.
    // In calculations what a table says to be more than 0.999 is rounded.
    let texts = Set(
      shown.values.joined().flatMap { text in
        text.hasPrefix(">0.9") ? [text, "1" + text.dropFirst(2).replacing("9", with: "0")] : [text]
      })
    for step in 2...9 {
      let widget = try AttentionWidget(inputs.with("step", "\(step)"))
      let size = widget.results(in: .head(0))
      for row in 0..<size.rows {
        for column in 0..<size.columns {
          for line in widget.blocks(view(row, column, room)).flatMap(lines)
          where line.contains(" = ") || line.contains(" ≈ ") {
            let numbers = line.split { !($0.isASCII && $0.isNumber || ".−-e".contains($0)) }
              .map(String.init).filter { $0.contains(".") && $0.shownNumber != nil }
            let others = numbers.filter { !texts.contains($0) && !texts.contains("−" + $0) }
            #expect(others.isEmpty, "\(others) in \(line)")
          }
        }
      }
    }
  }

  /// Weights that are rounded have three decimals at least where there is room, and two everywhere.
  @Test(arguments: 0..<3)
  func weightsHaveDigits(example: Int) throws {
    let widget = try AttentionWidget(Self.examples[example].with("step", "7"))
    let weights = Self.rooms.map { widget.digits(view(0, 0, $0)).weights.decimals ?? 0 }
    #expect(weights[2] >= 3 && weights[3] >= 3)
    #expect(weights[1] >= 2)
  }

  /// Numbers have no fewer digits where the screen is wider.
  @Test(arguments: 0..<40) func widerScreensShowNoLess(seed: Int) throws {
    var g = SeededGenerator(seed: UInt64(seed))
    let (n, m, d) = (g.int(in: 1...4), g.int(in: 1...6), g.int(in: 1...3))
    func matrix(_ rows: Int) -> String {
      Plain.text(Matrix(rows: rows, columns: d) { _, _ in Double(g.int(in: -400...400)) / 100 })
    }
    let inputs = Inputs(["Q": matrix(n), "K": matrix(m), "V": matrix(m), "step": "7"])
    let widget = try AttentionWidget(inputs)
    let digits = [79, 119, 199].map { columns in
      widget.digits(view(0, 0, Size(columns: columns, rows: columns == 79 ? 21 : 37)))
    }
    for style in [\AttentionDigits.weights, \.scaled, \.exponentials] {
      let decimals = digits.map { $0[keyPath: style].decimals ?? 0 }
      #expect(decimals == decimals.sorted(), "\(decimals)")
    }
  }

  /// Digits of results that their operands do not carry are not shown.
  @Test func resultsHaveTheDigitsOfTheirOperands() throws {
    let widget = try AttentionWidget(
      Inputs(["Q": "1", "K": "1; 0.3; 0.1", "V": "901.25; 0.5; -33"]))
    let digits = widget.digits(view(0, 0, nil))
    let (weights, output) = (
      try #require(digits.weights.decimals), try #require(digits.output.decimals)
    )
    #expect(output < weights)
  }
}
