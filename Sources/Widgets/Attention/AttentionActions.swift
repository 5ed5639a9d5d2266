import Formulas
import Notes
import Numerics
import TextUI

extension AttentionWidget {
  package enum Action: CaseIterable, Sendable {
    case next, previous, mask, block, scale, heads, backward, transpose
  }

  package static let actions: [KeyBinding<Action>] =
    KeyBinding.steps(next: .next, previous: .previous) + [
      KeyBinding(
        [.character("m")], "mask",
        "masks in turn: none, causal, padding, and the one that was typed or pasted, or one of 0 and 1, "
          + "read as 1 may attend and as 1 is masked; = types others, such as mask = window 4 and alibi",
        footer: 5, .mask),
      KeyBinding(
        [.character("x")], "block", "hide the key under the cursor from its query, or show it",
        .block),
      KeyBinding([.character("s")], "scale", "divide by √dₖ, or not", footer: 6, .scale),
      KeyBinding(
        [.character("h")], "heads", "more heads, as far as they divide the widths", .heads),
      KeyBinding(
        [.character("b")], "backward", "the backward pass: gradients; again for the forward pass",
        footer: 9,
        .backward),
      KeyBinding(
        [.character("|")], "transpose", "swap rows and columns of the picture", .transpose),
    ]

  package func changed(by action: Action, at cursor: Cursor) throws(InputProblem) -> Parameters {
    var changed = parameters
    switch action {
    case .next: changed.step = try step(parameters.stepNumber + 1)
    case .previous: changed.step = try step(parameters.stepNumber - 1)
    case .mask:
      changed.mask = nextMask
      if ownMask == nil, changed.mask.reading != nil { changed.ownMask = changed.mask }
    case .block:
      changed.mask = try blocking(cursor)
      changed.ownMask = changed.mask
    case .scale: changed.scale = scale == .auto ? .none : .auto
    case .heads: (changed.heads, changed.keyValueHeads) = nextHeads
    case .backward: changed.step = step.isBackward ? .forward(.output) : .dV
    case .transpose: changed.isTransposed.toggle()
    }
    return changed
  }

  private func step(_ number: Int) throws(InputProblem) -> StepperStep {
    let steps = parameters.steps
    guard number > 0 else { throw InputProblem("This is the first step") }
    guard number <= steps.count else {
      throw InputProblem("This is the last gradient; b leads back to the output")
    }
    let next = steps[number - 1]
    guard next.isBackward == step.isBackward else {
      throw InputProblem(
        next.isBackward
          ? "This is the last step; b goes back through it" : "b leads back to the output")
    }
    return next
  }

  /// Who may look at whom, row by row.
  var visible: [[Bool]] {
    let head = trace.heads[0]
    return (0..<query.rows).map { i in (0..<key.rows).map { !head.masks(query: i, key: $0) } }
  }

  private func blocking(_ cursor: Cursor) throws(InputProblem) -> AttentionMask {
    guard case .trace(let cell)? = cellSource(cursor)?.source, cell.step != .sum,
      cell.step != .output
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

  /// More heads, as far as they divide Q, with as many of K and V as their width asks for.
  private var nextHeads: (heads: Int, keyValueHeads: Int?) {
    func groups(_ heads: Int) -> Int? {
      let (groups, rest) = (heads * key.columns).quotientAndRemainder(dividingBy: query.columns)
      let fits =
        rest == 0 && groups > 0 && query.columns % heads == 0 && heads % max(1, groups) == 0
        && value.columns % max(1, groups) == 0
      return fits ? groups : nil
    }
    let all = (1...AttentionParameters.mostHeads).compactMap { heads in
      groups(heads).map { (heads: heads, keyValueHeads: $0 == heads ? nil : $0) }
    }
    return all.first { $0.heads > trace.heads.count } ?? all.first
      ?? (heads: 1, keyValueHeads: nil)
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
    try change.check(
      change.isOfRows ? table.rows : table.columns, most: Self.most,
      change.isOfRows ? "row" : "column")
    let (row, column) = (cursor.row, cursor.column)
    var changed = parameters
    switch change {
    case .addRow:
      for path in sameRows {
        changed[keyPath: path] = changed[keyPath: path].insertingRow(at: row + 1)
      }
      rename(&changed, cursor.area) { names in
        names.insert(Self.newName(among: names), at: min(row + 1, names.count))
      }
    case .removeRow:
      for path in sameRows { changed[keyPath: path] = changed[keyPath: path].removingRow(row) }
      rename(&changed, cursor.area) { if $0.indices.contains(row) { $0.remove(at: row) } }
    case .addColumn:
      for path in sameColumns {
        changed[keyPath: path] = changed[keyPath: path].insertingColumn(at: column + 1)
      }
    case .removeColumn:
      for path in sameColumns {
        changed[keyPath: path] = changed[keyPath: path].removingColumn(column)
      }
    }
    return Self.shedding(changed)
  }

  /// Changes the names of queries or of keys: those of the others stay with their rows.
  private func rename(
    _ parameters: inout Parameters, _ area: Area, _ change: (inout [String]) -> Void
  ) {
    guard !words.isEmpty || !parameters.keyWords.isEmpty else { return }
    var queries = (0..<query.rows).map(queryName)
    var keys = (0..<key.rows).map(keyName)
    if area == .query { change(&queries) } else { change(&keys) }
    let (longer, shorter) = queries.count > keys.count ? (queries, keys) : (keys, queries)
    let isShared = longer.prefix(shorter.count).elementsEqual(shorter)
    (parameters.words, parameters.keyWords) = isShared ? (longer, []) : (queries, keys)
  }

  private static func newName(among names: [String]) -> String {
    names.contains("new")
      ? (2...AttentionParameters.most + 2).lazy.map { "new\($0)" }.first { !names.contains($0) }
        ?? "new" : "new"
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
    changed.source = nil
    return changed
  }
}
