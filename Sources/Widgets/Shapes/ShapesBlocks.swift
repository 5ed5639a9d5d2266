import Formulas
import Notes
import Numerics
import TextUI

extension ShapesWidget {
  package func blocks(_ view: View) -> [WidgetBlock] {
    let isParts = view.cursor.area == .parts
    let isMemory = view.cursor.area == .memory
    let shown: [WidgetBlock] = [
      settings(
        areas.filter { $0 != .parts && $0 != .memory }, view, rank: isParts || isMemory ? 2 : 0),
      .grids(parts(view), rank: isMemory ? 1 : 0),
      .grids(memory(view), rank: isMemory ? 0 : 3),
    ]
    let sizes: [WidgetBlock] = isMemory || view.isGuessing ? [] : [memoryInShort]
    if view.isHidden { return shown + sizes }
    // From a size no one number follows: nothing is derived there.
    let isDerived = (isParts || isMemory) && !(view.isGuessing && isMadeOfResults(view.cursor))
    return shown + sizes + (isDerived ? [derivation(view)] : []) + [.text(words, rank: 2)]
  }

  /// Whether a number is made of others that are guessed too.
  private func isMadeOfResults(_ cursor: Cursor) -> Bool {
    cursor.row(in: .parts).map { rows[$0].isSum } ?? true
  }

  private func padded(_ texts: [String]) -> [String] {
    let width = texts.map(\.count).max() ?? 0
    return texts.map { String(repeating: " ", count: width - $0.count) + $0 }
  }

  private func parts(_ view: View) -> Grid {
    let columns = [
      padded(rows.map { Self.text($0.parameters) }),
      padded(rows.map { Self.text($0.work) }),
      padded(rows.map(\.shape)),
    ]
    var grid = Grid(
      "A block from top to bottom, and what it comes to",
      texts: rows.indices.map { row in columns.map { $0[row] } },
      rowNames: rows.map(\.name), columnNames: Column.allCases.map(\.title))
    grid.strongRow = rows.firstIndex(where: \.isSum)
    grid.nameLimit = 26
    return grid.looking(view.cursor, at: .parts)
      .guessing(view, at: .parts, columns: 0..<Column.shape.rawValue)
  }

  private func memory(_ view: View) -> Grid {
    let bytes = MemoryColumn.bytes.rawValue
    let sizes = memory.indices.map { row in
      // The size follows from the bytes.
      view.hides(Cursor(.memory, row: row, column: bytes)) ? "?" : Self.size(memory[row].bytes)
    }
    let columns = [
      padded(memory.map(\.each)), padded(memory.map { Self.text($0.bytes) }), padded(sizes),
    ]
    var grid = Grid(
      "Memory", texts: memory.indices.map { row in columns.map { $0[row] } },
      rowNames: memory.map(\.name), columnNames: MemoryColumn.allCases.map(\.title))
    grid.nameLimit = 20
    return grid.looking(view.cursor, at: .memory)
      .guessing(view, at: .memory, columns: bytes..<bytes + 1)
  }

  /// The total, and what there is more of where Shift-Tab leads, in a line each: a low screen shows no
  /// other sign of them.
  private var memoryInShort: WidgetBlock {
    func size(_ name: String) -> String {
      memory.first { $0.name == name }.map { Self.size($0.bytes) } ?? ""
    }
    let (weights, training) = (size("weights in float32"), size("training, float32"))
    let all = rows.last.map { "In all \(Self.text($0.parameters)) parameters" } ?? ""
    guard !weights.isEmpty, !training.isEmpty else {
      return .text([all, "Memory (Shift-Tab)"], rank: 1)
    }
    return .text(
      [all, "Memory (Shift-Tab): \(weights), \(training) to train"], rank: 1, hasGap: false)
  }

  /// How the model is built, as far as no number says it.
  private var words: [String] {
    let heads =
      shape.keyValueHeads == shape.heads
      ? "" : ", \(shape.keyValueHeads) of keys and values"
    let norm =
      shape.norm.map {
        ($0 == .rms ? "RMSNorm " : "layer norm ") + (shape.normFirst ? "before" : "after")
          + " each part"
      } ?? "no norm"
    let positions =
      switch shape.positions {
      case .learnt: "learnt positions"
      case .sinusoidal: "sinusoidal positions"
      case .rotary: "rotary positions"
      }
    return [
      "\(shape.heads) heads of width \(shape.headWidth)\(heads)",
      [
        shape.biases ? "bias terms" : "no bias terms", shape.isGated ? "gated MLP" : "plain MLP",
        norm, positions, shape.tiedOutput ? "output tied to the embedding" : "output of its own",
      ].joined(separator: ", "),
    ]
  }

  private func derivation(_ view: View) -> WidgetBlock {
    let row = view.cursor.row(in: .memory).map { memory[$0] }
    if let row {
      let whole = equation(
        "bytes", "\(row.formula.words) = \(row.formula.numbers)", row.bytes)
      let parts = row.parts.map {
        equation(
          $0.name, "\($0.bytesEach)·parameters = \($0.bytesEach)·\(Self.text(shape.parameters))",
          $0.bytes)
      }
      return .derivation(
        row.name, parts + [whole],
        notes: row.parts.isEmpty ? [] : ["activations come on top: they depend on the batch"],
        rank: 0, ascii: view.ascii)
    }
    let part = rows[view.cursor.row(in: .parts) ?? 0]
    let lines = [
      (Column.parameters, part.formula.parameters, part.parameters),
      (Column.multiplyAdds, part.formula.work, part.work),
    ].filter { column, text, _ in
      !text.isEmpty && (!view.isGuessing || column.rawValue == view.cursor.column)
    }.map { equation($0.title, $1, $2) }
    return .derivation(part.name, lines, rank: 0, ascii: view.ascii)
  }

  private func equation(_ label: String, _ text: String, _ count: Int) -> Equation {
    Equation(
      label, text + (count == .max ? ": " : " = ") + Self.text(count),
      value: Double(count))
  }
}
