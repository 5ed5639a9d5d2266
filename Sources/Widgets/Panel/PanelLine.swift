import Notes
import Numerics

/// A line typed in the linear mode, where there is no cursor to see.
enum PanelLine: Equatable {
  /// `mask causal`, `Q = 1 0; 0 1`
  case set(key: String, value: String)
  /// `Q 1 2 0.5`: row, column, number; counted from 0 here.
  case cell(key: String, GridSize, text: String)
  /// `cell 1 2`, `cell Q 1 2`
  case go(area: Int?, row: Int, column: Int)
  /// `guess 0.5`, `guess -inf`
  case guess(String)
  /// `random 7`
  case random(UInt64)
  /// It begins like one of these, and goes on wrong.
  case wrong(String)

  /// Reads a line; nil where it is none of these.
  init?(_ line: String, _ widget: any Widget) {
    let kind = type(of: widget)
    if let equals = line.firstIndex(of: "=") {
      self = .set(key: line[..<equals].trimmed, value: line[line.index(after: equals)...].trimmed)
      return
    }
    let words = line.split(separator: " ").map(String.init)
    guard let verb = words.first, words.count > 1 else { return nil }
    let rest = line.trimmed.dropFirst(verb.count).trimmed
    let numbers = words.dropFirst().compactMap { Int($0) }
    switch verb {
    case "guess":
      self = .guess(rest)
    case "random":
      self =
        UInt64(rest).map { .random($0) } ?? .wrong("random takes a whole number, such as random 7")
    case "cell":
      let hasName = numbers.count == words.count - 2
      let area =
        hasName ? widget.tables.firstIndex { $0.key.lowercased() == words[1].lowercased() } : nil
      guard numbers.count == 2, !hasName || area != nil, numbers.allSatisfy({ $0 > 0 }) else {
        self = .wrong("cell takes a row and a column, such as cell 1 2 or cell Q 1 2")
        return
      }
      self = .go(area: area, row: numbers[0] - 1, column: numbers[1] - 1)
    default:
      guard
        let key = kind.inputKeys.first(where: { $0 == verb })
          ?? kind.inputKeys.first(where: { $0.lowercased() == verb.lowercased() })
      else { return nil }
      self = Self.cell(key, Array(words.dropFirst()), widget) ?? .set(key: key, value: rest)
    }
  }

  private static func cell(_ key: String, _ words: [String], _ widget: any Widget) -> PanelLine? {
    for table in widget.tables {
      let names = table.key.split(separator: " ").map(String.init)
      guard let row = names.firstIndex(of: key) else { continue }
      let isVector = !table.isMatrix
      guard words.count == (isVector ? 2 : 3), table.isMatrix || table.values.columns > 1
      else { continue }
      let places = words.dropLast().compactMap { Int($0) }.map { $0 - 1 }
      guard places.count == words.count - 1, let text = words.last else { continue }
      let at =
        isVector
        ? GridSize(rows: row, columns: places[0]) : GridSize(rows: places[0], columns: places[1])
      return .cell(key: key, at, text: text)
    }
    return nil
  }
}

extension GridSize {
  /// As a place in a grid.
  var row: Int { rows }
  /// As a place in a grid.
  var column: Int { columns }
}
