import Formulas
import Notes
import Numerics
import TextUI

extension AttentionWidget {
  package enum Action: CaseIterable, Sendable {
    case next, previous, mask, block, scale, heads, backward, transpose
  }

  package static let actions: [KeyBinding<Action>] = [
    KeyBinding(
      [.character("n"), .character(" ")], "next", "the next step", footer: .at(1, "next step"),
      .next),
    KeyBinding(
      [.character("p")], "previous", "the step before", footer: .at(2, "step before"), .previous),
    KeyBinding(
      [.character("m")], "mask",
      "masks in turn: none, causal, padding, one of 0 and 1; that one's readings in turn: 1 may look, "
        + "1 is hidden, or added numbers; = types others, such as mask = window 4 and alibi",
      footer: 5, .mask),
    KeyBinding(
      [.character("x")], "block", "hide the key under the cursor from its query, or show it",
      .block),
    KeyBinding([.character("s")], "scale", "divide by √dₖ, or not", footer: 6, .scale),
    KeyBinding([.character("h")], "heads", "more heads, as far as they divide the widths", .heads),
    KeyBinding(
      [.character("b")], "backward", "the way back: gradients, and forth again", footer: 9,
      .backward),
    KeyBinding(
      [.character("|")], "transpose", "exchange rows and columns of the picture", .transpose),
  ]

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .next: changed.step = try step(step.number + 1)
    case .previous: changed.step = try step(step.number - 1)
    case .mask: changed.mask = nextMask
    case .block: changed.mask = try blocking(cursor)
    case .scale: changed.scale = scale == .auto ? .none : .auto
    case .heads: changed.heads = nextHeads
    case .backward: changed.step = step.isBackward ? .forward(.output) : .dV
    case .transpose: changed.isTransposed.toggle()
    }
    return changed
  }

  private func step(_ number: Int) throws(InputProblem) -> StepperStep {
    switch (number, step.isBackward) {
    case (0, _): throw InputProblem("This is the first step")
    case (10, false): throw InputProblem("This is the last step; b goes back through it")
    case (9, true): throw InputProblem("b leads back to the output")
    case (15, _): throw InputProblem("This is the last gradient; b leads back to the output")
    default: return StepperStep.allCases[number - 1]
    }
  }

  private var nextMask: AttentionMask {
    switch mask {
    case .none: .causal
    case .causal: .padding((0..<key.rows).map { $0 < key.rows - 1 || key.rows == 1 })
    case .padding: .free(visible)
    case .free(let rows): .hiding(rows)
    case .hiding: .none
    case .additive: mask.zerosAndOnes.map { AttentionMask($0) } ?? .none
    case .causalBottomRight, .window, .alibi, .all: .none
    }
  }

  /// Who may look at whom, row by row.
  private var visible: [[Bool]] {
    let head = trace.heads[0]
    return (0..<query.rows).map { i in (0..<key.rows).map { !head.blocks(query: i, key: $0) } }
  }

  private func blocking(_ cursor: Cursor) throws(InputProblem) -> AttentionMask {
    guard case .trace(let cell)? = source(cursor)?.source, cell.step != .sum, cell.step != .output
    else { throw InputProblem("Go to the cell of a query and a key first") }
    if case .padding(var keys) = mask {
      keys[cell.key].toggle()
      return .padding(keys)
    }
    var rows = visible
    rows[cell.query][cell.key].toggle()
    if case .hiding = mask { return .hiding(rows.map { $0.map { !$0 } }) }
    let biases = mask.parts.filter { if case .alibi = $0 { true } else { false } }
    return AttentionMask(biases + [.free(rows)])
  }

  private var nextHeads: Int {
    let fits = (1...8).filter { query.columns % $0 == 0 && value.columns % $0 == 0 }
    return fits.first { $0 > trace.heads.count } ?? 1
  }

  // MARK: Rows and columns

  package func resized(by change: Resizing, at cursor: Cursor) throws(InputProblem) -> Parameters {
    let table: Matrix
    // Rows of K and V come and go together, as do columns of Q and K.
    let (sameRows, sameColumns):
      ([WritableKeyPath<Parameters, Matrix>], [WritableKeyPath<Parameters, Matrix>])
    switch cursor.area {
    case .query: (table, sameRows, sameColumns) = (query, [\.query], [\.query, \.key])
    case .key: (table, sameRows, sameColumns) = (key, [\.key, \.value], [\.query, \.key])
    case .value: (table, sameRows, sameColumns) = (value, [\.key, \.value], [\.value])
    case .gradient, .head:
      throw InputProblem("Tab to Q, K or V first: there rows and columns come and go")
    }
    let (row, column) = (cursor.row, cursor.column)
    var changed = parameters
    switch change {
    case .addRow:
      guard table.rows < Self.most else { throw InputProblem("\(Self.most) rows are the most") }
      for path in sameRows {
        changed[keyPath: path] = changed[keyPath: path].insertingRow(at: row + 1)
      }
      if !words.isEmpty, table.rows + 1 > max(query.rows, key.rows), words.count == table.rows {
        changed.words.append("\(words.count + 1)")
      }
    case .removeRow:
      guard table.rows > 1 else { throw InputProblem("One row stays at least") }
      for path in sameRows { changed[keyPath: path] = changed[keyPath: path].removingRow(row) }
      if words.count > max(changed.query.rows, changed.key.rows) {
        changed.words.remove(at: min(row, words.count - 1))
      }
    case .addColumn:
      guard table.columns < Self.most else {
        throw InputProblem("\(Self.most) columns are the most")
      }
      for path in sameColumns {
        changed[keyPath: path] = changed[keyPath: path].insertingColumn(at: column + 1)
      }
    case .removeColumn:
      guard table.columns > 1 else { throw InputProblem("One column stays at least") }
      for path in sameColumns {
        changed[keyPath: path] = changed[keyPath: path].removingColumn(column)
      }
    }
    // What was made for other sizes cannot stay.
    changed.gradient = nil
    switch mask {
    case .none, .causal, .causalBottomRight, .window, .alibi: break
    case .padding, .free, .hiding, .additive, .all:
      if change == .addRow || change == .removeRow { changed.mask = .none }
    }
    if changed.query.columns % changed.heads != 0 || changed.value.columns % changed.heads != 0 {
      changed.heads = 1
    }
    return changed
  }

  package func random(using generator: inout SeededGenerator) -> Parameters {
    func draw(_ matrix: Matrix) -> Matrix {
      Matrix(rows: matrix.rows, columns: matrix.columns) { _, _ in
        Double(generator.int(in: -3...3))
      }
    }
    var changed = parameters
    changed.query = draw(query)
    changed.key = draw(key)
    changed.value = draw(value)
    return changed
  }
}
