import Notes
import TextUI

/// Answer marks being filled in: a line for a word or a number, a grid for a vector or a matrix.
struct Blanks: Exercise {
  /// One answer mark.
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
  private let instance: Instance

  init(_ sources: [BlankSource], _ instance: Instance) throws(ExpressionProblem) {
    var fields: [Field] = []
    for source in sources { fields.append(Field(key: try source.key(instance), source: source)) }
    self.fields = fields
    self.instance = instance
  }

  var isTyping: Bool { true }

  var keys: [KeyEntry] {
    let several = fields.count > 1 || fields[0].isGrid
    guard several else { return [] }
    return [
      KeyEntry(keys: [.tab], word: "next", help: "to the next cell", footer: 2),
      KeyEntry(keys: [.backTab], word: "previous", help: "to the cell before", footer: nil),
    ]
  }

  // MARK: Typing

  mutating func update(_ event: Event) -> Bool {
    switch event {
    case .key(.tab): step(1)
    case .key(.backTab): step(-1)
    case .key(.enter): return goToEmpty()
    case .key(.up): move(rows: -1)
    case .key(.down): move(rows: 1)
    case .key(.left) where current.position == 0: step(-1)
    case .key(.right) where current.position == current.text.count: step(1)
    case .key(.character(let character)) where fields[field].isGrid && " ;".contains(character):
      if !current.text.isEmpty { step(1) }
    case .key(.character(let character)) where fields[field].isGrid && "[]".contains(character):
      break
    case .key(.character(let character)) where !takes(character): return false
    case .key(.backspace) where current.text.isEmpty && (cell > 0 || field > 0): step(-1)
    case .pasted(let text) where fields[field].isGrid:
      if let problem = fill(field, text) { _ = problem } else { return true }
    default: return fields[field].cells[cell].update(event)
    }
    return true
  }

  /// In numbers only letters that may belong to `sqrt`, `exp`, `pi` or `e` are text.
  func takes(_ character: Character) -> Bool {
    guard case .numbers = fields[field].key, character.isLetter, character != "π" else {
      return true
    }
    let before = current.text.prefix(current.position).reversed().prefix { $0.isLetter }.reversed()
    let word = String(before) + String(character)
    return ["sqrt", "exp", "pi", "e", "E"].contains { $0.hasPrefix(word) }
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

  private mutating func goToEmpty() -> Bool {
    guard !isEmpty else { return false }
    for (index, field) in fields.enumerated() {
      if let empty = field.cells.firstIndex(where: { $0.text.trimmed.isEmpty }) {
        if (index, empty) == (self.field, cell) { return false }
        (self.field, cell) = (index, empty)
        return true
      }
    }
    return false
  }

  private var isEmpty: Bool {
    fields.allSatisfy { $0.cells.allSatisfy { $0.text.trimmed.isEmpty } }
  }

  mutating func take(_ line: String) -> String? {
    let parts =
      fields.count == 1
      ? [line] : line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == fields.count else {
      return "type \(fields.count) answers with | between them"
    }
    for (index, part) in parts.enumerated() {
      if let problem = fill(index, part) { return problem }
    }
    return obstacle
  }

  private mutating func fill(_ index: Int, _ text: String) -> String? {
    guard fields[index].isGrid else {
      fields[index].cells = [TextField(text.trimmed)]
      return nil
    }
    let (rows, columns) = key(index).shape
    let given = TypedGrid.cells(text)
    let isVector = rows == 1 || columns == 1
    let flat = given.flatMap { $0 }
    let fits = given.count == rows && given.allSatisfy { $0.count == columns }
    guard flat.count == rows * columns, isVector || fits else {
      return isVector
        ? "\(rows * columns) numbers are wanted, such as 1 2 3; these are \(flat.count)"
        : "\(rows) rows of \(columns) numbers are wanted, such as 1 2; 3 4"
    }
    fields[index].cells = flat.map { TextField($0) }
    return nil
  }

  private func key(_ index: Int) -> BlankKey { fields[index].key }

  var obstacle: String? {
    for field in fields {
      for (index, cell) in field.cells.enumerated() {
        if cell.text.trimmed.isEmpty {
          return field.isGrid ? "cell \(index + 1) is still empty" : "type an answer first"
        }
        if case .numbers = field.key, case .failure(let problem) = TypedNumber.read(cell.number) {
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
        field.cells.map { Words.compare($0.text, words) != .wrong }
      case .numbers(let value, let tolerance):
        zip(field.cells, value.numbers).map { cell, key in
          guard case .success(let number) = TypedNumber.read(cell.number) else { return false }
          return BlankKey.agree(number, key, tolerance: tolerance)
            || cell.text.hasSuffix("%")
              && BlankKey.agree(number * 100, key, tolerance: tolerance)
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
      switch field.key {
      case .words(let words):
        if case .slip(let word) = Words.compare(field.cells[0].text, words) {
          verdict.remarks.append(
            "“\(field.cells[0].text.trimmed)” is taken for “\(word)”: a slip of one letter")
        }
      case .numbers(let value, let tolerance):
        if rights.contains(false) {
          let numbers = field.cells.compactMap { try? TypedNumber.read($0.number).get() }
          if let reason = Misreading.reason(
            for: numbers, source: field.source, instance: instance, tolerance: tolerance)
          {
            verdict.reasons.append([Block(.paragraph([.text(reason)]))])
          }
        } else if tolerance > 0, !field.isGrid, field.cells[0].text.trimmed != value.text,
          case .success(let number) = TypedNumber.read(field.cells[0].number),
          number != value.numbers[0]
        {
          verdict.remarks.append("to more digits: \(value.text)")
        }
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

  var key: String { fields.map(\.key.typed).joined(separator: " | ") }
  var solution: String { fields.map(\.key.text).joined(separator: "; ") }

  // MARK: Drawing

  func picture(_ reveal: Reveal, width: Int, ascii: Bool) -> Picture {
    BlankPicture(fields: fields, focus: (field, cell), rights: rights).picture(reveal, width: width)
  }
}

extension TextField {
  /// The text without the commas that part cells.
  var number: String {
    var text = self.text.trimmed
    while text.hasSuffix(",") || text.hasSuffix(";") { text = String(text.dropLast()).trimmed }
    return text
  }
}

/// Rows and cells of a matrix typed in one line.
enum TypedGrid {
  static func cells(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var word = ""
    var depth = 0
    var brackets = 0
    func finishWord() {
      if !word.isEmpty { rows[rows.count - 1].append(word) }
      word = ""
    }
    for character in text {
      switch character {
      case "(":
        depth += 1
        word.append(character)
      case ")":
        depth -= 1
        word.append(character)
      case "[":
        brackets += 1
        finishWord()
        if brackets == 2, rows.last?.isEmpty == false { rows.append([]) }
      case "]":
        brackets -= 1
        finishWord()
      case ";", "\n":
        finishWord()
        if rows.last?.isEmpty == false { rows.append([]) }
      case ",", " ", "\t":
        if depth > 0 { word.append(character) } else { finishWord() }
      default: word.append(character)
      }
    }
    finishWord()
    return rows.filter { !$0.isEmpty }
  }
}
