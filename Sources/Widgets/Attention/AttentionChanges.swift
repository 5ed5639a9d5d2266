import Notes
import Numerics
import TextUI

extension AttentionWidget {
  package static let actions: [KeyRow<String>] = [
    KeyRow([.character("n"), .character(" ")], "next", "the next step", footer: 1, "next"),
    KeyRow([.character("p")], "previous", "the step before", footer: 2, "previous"),
    KeyRow(
      [.character("m")], "mask",
      "masks in turn: none, causal, padding, one of 0 and 1; that one's readings in turn: 1 may look, "
        + "1 is hidden, or added numbers",
      footer: 5, "mask"),
    KeyRow(
      [.character("x")], "block", "hide the key under the cursor from its query, or show it",
      "block"),
    KeyRow([.character("s")], "scale", "divide by √dₖ, or not", footer: 6, "scale"),
    KeyRow([.character("h")], "heads", "more heads, as far as they divide the widths", "heads"),
    KeyRow(
      [.character("b")], "backward", "the way back: gradients, and forth again", footer: 9,
      "backward"),
    KeyRow([.character("t")], "transpose", "exchange rows and columns of the picture", "transpose"),
  ]

  package func inputs(
    after action: String, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs {
    switch action {
    case "next": return try go(to: step.number + 1)
    case "previous": return try go(to: step.number - 1)
    case "mask": return inputs.with("mask", nextMask)
    case "block": return try blocking(cursor)
    case "scale": return inputs.with("scale", scale == .auto ? "none" : "auto")
    case "heads": return inputs.with("heads", String(nextHeads)).with("mask", MaskText.text(mask))
    case "backward": return inputs.with("step", step.isBackward ? "9" : "10")
    case "transpose": return inputs.with("transpose", isTransposed ? nil : "yes")
    default: return inputs
    }
  }

  private func go(to number: Int) throws(Diagnostic) -> Inputs {
    switch (number, step.isBackward) {
    case (0, _): throw Diagnostic(.error, "This is the first step")
    case (10, false): throw Diagnostic(.error, "This is the last step; b goes back through it")
    case (9, true): throw Diagnostic(.error, "b leads back to the output")
    case (15, _): throw Diagnostic(.error, "This is the last gradient; b leads back to the output")
    default: return inputs.with("step", String(number))
    }
  }

  private var nextMask: String {
    switch mask {
    case .none: "causal"
    case .causal:
      MaskText.text(.padding((0..<key.rows).map { $0 < key.rows - 1 || key.rows == 1 }))
    case .padding: MaskText.text(.free(visible))
    case .free(let rows): MaskText.text(.hiding(rows))
    case .hiding: "none"
    case .additive: mask.zerosAndOnes.map { MaskText.text(AttentionMask($0)) } ?? "none"
    case .causalBottomRight, .window, .alibi, .all: "none"
    }
  }

  /// Who may look at whom, row by row.
  private var visible: [[Bool]] {
    let head = trace.heads[0]
    return (0..<query.rows).map { i in (0..<key.rows).map { !head.blocks(query: i, key: $0) } }
  }

  private func blocking(_ cursor: WidgetCursor) throws(Diagnostic) -> Inputs {
    guard case .trace(let cell)? = source(cursor)?.source, cell.step != .sum, cell.step != .output
    else { throw Diagnostic(.error, "Go to the cell of a query and a key first") }
    if case .padding(var keys) = mask {
      keys[cell.key].toggle()
      return inputs.with("mask", MaskText.text(.padding(keys)))
    }
    var rows = visible
    rows[cell.query][cell.key].toggle()
    if case .hiding = mask {
      return inputs.with("mask", MaskText.text(.hiding(rows.map { $0.map { !$0 } })))
    }
    let biases = mask.parts.filter { if case .alibi = $0 { true } else { false } }
    return inputs.with("mask", MaskText.text(AttentionMask(biases + [.free(rows)])))
  }

  private var nextHeads: Int {
    let fits = (1...Self.most).filter { query.columns % $0 == 0 && value.columns % $0 == 0 }
    return fits.first { $0 > trace.heads.count } ?? 1
  }

  // MARK: Rows and columns

  package func inputs(
    resizing change: Resizing, at cursor: WidgetCursor
  ) throws(Diagnostic) -> Inputs {
    guard cursor.area < 3 else {
      throw Diagnostic(.error, "Tab to Q, K or V first: there rows and columns come and go")
    }
    let isQuery = cursor.area == 0
    let table = [query, key, value][cursor.area]
    let row = min(cursor.row, table.rows - 1)
    let column = min(cursor.column, table.columns - 1)
    var changed = inputs
    var words = words
    var keptRows = [query, key, value]
    switch change {
    case .addRow:
      guard table.rows < Self.most else { throw Diagnostic(.error, "8 rows are the most") }
      for index in isQuery ? [0] : [1, 2] {
        keptRows[index] = keptRows[index].insertingRow(at: row + 1)
      }
      if !words.isEmpty, table.rows + 1 > max(query.rows, key.rows), words.count == table.rows {
        words.append("\(words.count + 1)")
      }
    case .removeRow:
      guard table.rows > 1 else { throw Diagnostic(.error, "One row stays at least") }
      for index in isQuery ? [0] : [1, 2] { keptRows[index] = keptRows[index].removingRow(row) }
      let longest = max(keptRows[0].rows, keptRows[1].rows)
      if words.count > longest { words.remove(at: min(row, words.count - 1)) }
    case .addColumn:
      guard table.columns < Self.most else { throw Diagnostic(.error, "8 columns are the most") }
      for index in cursor.area == 2 ? [2] : [0, 1] {
        keptRows[index] = keptRows[index].insertingColumn(at: column + 1)
      }
    case .removeColumn:
      guard table.columns > 1 else { throw Diagnostic(.error, "One column stays at least") }
      for index in cursor.area == 2 ? [2] : [0, 1] {
        keptRows[index] = keptRows[index].removingColumn(column)
      }
    }
    for (name, matrix) in zip(["Q", "K", "V"], keptRows) { changed[name] = Plain.text(matrix) }
    changed["words"] = words.isEmpty ? nil : words.joined(separator: ", ")
    // What was made for other sizes cannot stay.
    changed["dO"] = nil
    switch mask {
    case .none, .causal, .causalBottomRight, .window, .alibi: break
    case .padding, .free, .hiding, .additive, .all:
      if change == .addRow || change == .removeRow { changed["mask"] = "none" }
    }
    let heads = trace.heads.count
    if keptRows[0].columns % heads != 0 || keptRows[2].columns % heads != 0 {
      changed["heads"] = nil
    }
    return changed
  }

  package func inputs(random generator: inout SeededGenerator) -> Inputs {
    func draw(_ matrix: Matrix, _ generator: inout SeededGenerator) -> String {
      let numbers = matrix.elements.map { _ in Double(generator.int(in: -3...3)) }
      return Plain.text(
        Matrix(rows: matrix.rows, columns: matrix.columns, elements: numbers) ?? matrix)
    }
    var changed = inputs
    changed["Q"] = draw(query, &generator)
    changed["K"] = draw(key, &generator)
    changed["V"] = draw(value, &generator)
    return changed
  }
}

extension Matrix {
  fileprivate func insertingRow(at row: Int) -> Matrix {
    Matrix(rows: rows + 1, columns: columns) { i, j in
      i == row ? 0 : self[i < row ? i : i - 1, j]
    }
  }

  fileprivate func removingRow(_ row: Int) -> Matrix {
    Matrix(rows: rows - 1, columns: columns) { i, j in self[i < row ? i : i + 1, j] }
  }

  fileprivate func insertingColumn(at column: Int) -> Matrix {
    transposed.insertingRow(at: column).transposed
  }

  fileprivate func removingColumn(_ column: Int) -> Matrix {
    transposed.removingRow(column).transposed
  }
}
