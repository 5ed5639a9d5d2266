import Formulas
import Notes
import TextUI

/// Answer marks being filled in: a line for a word or a number, a grid for a vector or a matrix.
struct Blanks: AnswerForm {
  struct Field: Sendable {
    let key: BlankKey
    let source: BlankSource
    var cells: [TextField]
    var rows: Int { key.shape.rows }
    var columns: Int { key.shape.columns }
    var isGrid: Bool { cells.count > 1 }

    init(key: BlankKey, source: BlankSource) {
      self.key = key
      self.source = source
      let shape = key.shape
      cells = Array(repeating: TextField(), count: max(1, shape.rows * shape.columns))
    }
  }

  private(set) var fields: [Field]
  private(set) var field = 0
  private(set) var cell = 0
  private let draw: Draw
  private let asks: String
  /// Whether the question speaks of percent, so that `73 %` may mean 73.
  private let countsPercent: Bool
  private let table: KeyTable<BlankKeys.Action>

  /// - Parameters:
  ///   - countsPercent: whether the question speaks of percent.
  ///   - kind: whose keys they are.
  init(
    _ sources: [BlankSource], _ draw: Draw, asks: String, countsPercent: Bool,
    kind: any QuestionKind.Type
  ) throws(ExpressionProblem) {
    var fields: [Field] = []
    for source in sources { fields.append(Field(key: try source.key(draw), source: source)) }
    self.fields = fields
    self.draw = draw
    self.asks = asks
    self.countsPercent = countsPercent
    table = BlankKeys.table(kind)
  }

  var isTyping: Bool { true }
  var isPrinted: Bool { fields.contains(where: \.isGrid) }

  func instruction(_ reveal: Reveal) -> String {
    fields.count > 1 ? "Type the answers with | between them" : asks
  }

  private var facts: Set<KeyFact> {
    let several = fields.count > 1 || fields[0].isGrid
    return .those([
      .hasSeveralCells: several, .hasEmptyCell: emptyCell != nil,
      .hasNextCell: field + 1 < fields.count || cell + 1 < fields[field].cells.count,
      .isAtCellStart: several && current.position == 0,
      .isAtCellEnd: several && current.position == current.text.count,
      .isPastFirstCell: current.text.isEmpty && (cell > 0 || field > 0),
    ])
  }

  var keys: [Shortcut] { table.shortcuts(given: facts) }

  // MARK: Typing

  mutating func update(_ event: Event) -> Bool {
    switch table.action(for: event, given: facts) {
    case .step(let cells): step(cells)
    case .row(let rows): move(rows: rows)
    case .empty: emptyCell.map { (field, cell) = $0 }
    case nil: return type(event)
    }
    return true
  }

  /// Text of the answer: a grid is typed as one would write it, `1 2; 3 4`.
  private mutating func type(_ event: Event) -> Bool {
    switch event {
    case .key(.character(let character)) where fields[field].isGrid && " ;,".contains(character):
      if !current.text.isEmpty { step(1) }
    case .key(.character(let character)) where fields[field].isGrid && "[]{}".contains(character):
      break
    case .key(.character(let character)) where !takes(character): return false
    case .pasted(let text) where fields[field].isGrid: fill(field, text)
    default: return fields[field].cells[cell].update(event)
    }
    return true
  }

  /// In numbers only letters that may belong to a word of a number are text, and no word begins with
  /// one that is a key of the quiz: hint, undo, why, lesson, widget, reveal, ask how sure, leave.
  func takes(_ character: Character) -> Bool {
    guard fields[field].key.isNumeric, character.isLetter, character != "π" else { return true }
    let before = current.text.prefix(current.position).reversed().prefix { $0.isLetter }.reversed()
    let isSigned = current.text.last.map { "+-−".contains($0) } ?? false
    if before.isEmpty, !isSigned, "huowrcqi".contains(character) { return false }
    let word = (String(before) + String(character)).lowercased()
    return TypedNumber.words.contains { $0.hasPrefix(word) }
  }

  private var current: TextField { fields[field].cells[cell] }

  private mutating func step(_ direction: Int) {
    cell += direction
    if cell >= fields[field].cells.count {
      if field + 1 < fields.count { (field, cell) = (field + 1, 0) } else { cell -= 1 }
    } else if cell < 0 {
      cell = 0
      if field > 0 {
        field -= 1
        cell = fields[field].cells.count - 1
      }
    }
  }

  private mutating func move(rows: Int) {
    let next = cell + rows * fields[field].columns
    if fields[field].cells.indices.contains(next) {
      cell = next
    } else if fields.indices.contains(field + rows) {
      (field, cell) = (field + rows, 0)
    }
  }

  /// The next cell to fill, where something was typed already.
  private var emptyCell: (field: Int, cell: Int)? {
    guard !isEmpty else { return nil }
    for (index, field) in fields.enumerated() {
      if let empty = field.cells.firstIndex(where: { $0.text.trimmed.isEmpty }) {
        return (index, empty) == (self.field, cell) ? nil : (index, empty)
      }
    }
    return nil
  }

  private var isEmpty: Bool {
    fields.allSatisfy { $0.cells.allSatisfy { $0.text.trimmed.isEmpty } }
  }

  mutating func take(_ line: String) -> String? {
    let parts =
      fields.count == 1 ? [line] : BlankSource.alternatives(line)
    guard parts.count == fields.count else {
      return "type \(fields.count) answers with | between them"
    }
    for (index, part) in parts.enumerated() {
      if let problem = fill(index, part) { return problem }
    }
    return obstacle
  }

  @discardableResult
  private mutating func fill(_ index: Int, _ text: String) -> String? {
    guard fields[index].isGrid else {
      fields[index].cells = [TextField(text.trimmed)]
      return nil
    }
    let (rows, columns) = key(index).shape
    let isVector = rows == 1 || columns == 1
    func fits(_ given: [[String]]?) -> Bool {
      guard let given else { return false }
      return given.count == rows && given.allSatisfy { $0.count == columns }
        || isVector && given.reduce(0) { $0 + $1.count } == rows * columns
    }
    // A comma parts numbers; only where that does not fit may it be a decimal sign.
    var given = TypedGrid.cells(text)
    if !fits(given), case let other = TypedGrid.cells(text, decimalCommas: true), fits(other) {
      given = other
    }
    guard let given, fits(given) else {
      let count = given?.reduce(0) { $0 + $1.count } ?? 0
      // As many as are wanted: 1 2; 3 4.
      let example = (0..<(isVector ? 1 : rows)).map { row in
        (0..<(isVector ? rows * columns : columns)).map { "\(row * columns + $0 + 1)" }
          .joined(separator: " ")
      }.joined(separator: "; ")
      return isVector
        ? "\(rows * columns) numbers are wanted, such as \(example)"
          + (count > 0 ? "; these are \(count)" : "")
        : "\(rows) rows of \(columns) numbers are wanted, such as \(example)"
    }
    fields[index].cells = given.flatMap { $0 }.map { TextField($0) }
    return nil
  }

  private func key(_ index: Int) -> BlankKey { fields[index].key }

  var obstacle: String? {
    for field in fields {
      for (index, cell) in field.cells.enumerated() {
        if cell.text.trimmed.isEmpty {
          return field.isGrid ? "cell \(index + 1) is still empty" : "type an answer first"
        }
        if field.key.isNumeric, case .failure(let problem) = TypedNumber.read(cell.number) {
          return problem.message
        }
      }
    }
    return nil
  }

  // MARK: Grading

  /// Whether each cell is right, field by field.
  private var rights: [[Bool]] {
    fields.map { field in
      switch field.key {
      case .words(let words):
        field.cells.map { TypedWords.compare($0.text, words, draw.words) != .wrong }
      case .range(let low, let high):
        field.cells.map { $0.fits(countsPercent) { low...high ~= $0 } }
      case .numbers(let value, let tolerance):
        zip(field.cells, value.numbers).map { cell, key in
          cell.fits(countsPercent) { BlankKey.agree($0, key, tolerance: tolerance) }
        }
      }
    }
  }

  var verdict: Verdict {
    let rights = rights
    let credits = rights.map { Double($0.count { $0 }) / Double(max(1, $0.count)) }
    let credit = credits.reduce(0, +) / Double(max(1, credits.count))
    var verdict = Verdict(credit: credit > 1 - 1e-12 ? 1 : credit)
    let count = rights.reduce(0) { $0 + $1.count }
    let right = rights.reduce(0) { $0 + $1.count { $0 } }
    if count > 1, right < count { verdict.part = "\(right) of \(count) right" }
    for (field, rights) in zip(fields, rights) {
      verdict.remarks += BlankRemarks.remarks(
        on: field, areRight: !rights.contains(false), draw)
      guard case .numbers(_, let tolerance) = field.key, rights.contains(false) else { continue }
      let numbers = field.cells.compactMap { try? TypedNumber.read($0.number).get() }
      guard case .formula(let formula, _) = field.source else { continue }
      let mistake = formula.mistake(leadingTo: numbers, draw.values, tolerance: tolerance)
      if let mistake {
        let text = mistake.misconception.explanation
        verdict.reasons.append([Block(.paragraph([.text(text)]))])
      }
      verdict.wrongCell =
        verdict.wrongCell
        ?? WrongCell(formula, answered: numbers, by: mistake?.formula, draw.values) {
          BlankKey.agree($0, $1, tolerance: tolerance)
        }
    }
    return verdict
  }

  var answer: String {
    fields.map { field in
      (0..<field.rows).map { row in
        field.cells[row * field.columns..<(row + 1) * field.columns].map(\.text.trimmed)
          .joined(separator: field.isGrid ? "  " : "")
      }.joined(separator: "; ")
    }.joined(separator: " | ")
  }

  var key: String {
    let keys = fields.map(\.key.typed)
    return keys.count == 1
      ? keys[0] : keys.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ")
  }
  var solution: String { fields.map(\.key.text).joined(separator: "; ") }

  // MARK: Drawing

  func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
    BlankPicture(fields: fields, focus: (field, cell), rights: rights).picture(
      reveal, width: width, ascii: ascii)
  }
}

extension TextField {
  /// The text without the commas that part cells, and without brackets that match none.
  var number: String {
    var text = self.text.trimmed
    while let last = text.last, ",;".contains(last) { text = String(text.dropLast()).trimmed }
    let excess = text.count { $0 == "(" } - text.count { $0 == ")" }
    if excess == 1, text.hasPrefix("(") { text.removeFirst() }
    if excess == -1, text.hasSuffix(")") { text.removeLast() }
    return text
  }

  /// Whether the number that it holds fits; where percent are counted, the one before the sign may.
  fileprivate func fits(_ countsPercent: Bool, _ test: (Double) -> Bool) -> Bool {
    guard case .success(let number) = TypedNumber.reading(number) else { return false }
    // What is nearer to 0 than any double is not 0.
    if number.quantity.vanishes, test(0), !test(.leastNonzeroMagnitude) { return false }
    return test(number.value)
      || countsPercent && number.isPercent && test(number.value * 100)
  }
}
