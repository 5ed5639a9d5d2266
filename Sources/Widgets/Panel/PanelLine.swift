import Basics
import Formulas
import Notes
import Numerics

/// A line typed in the linear mode, where there is no cursor to see.
enum PanelLine<Area: Hashable & Sendable>: Equatable {
  /// `mask causal`, `Q = 1 0; 0 1`
  case set(key: String, value: String)
  /// `Q 1 2 0.5`: row, column, number.
  case cell(key: String, WidgetCursor<Area>, text: String)
  /// `cell 1 2`, `cell Q 1 2`; where the column is left out, it is the first
  case go(WidgetCursor<Area>)
  /// `guess 0.5`, `guess -inf`
  case guess(String)
  /// `random 7`
  case random(UInt64)
  /// It begins like one of these, and goes on wrong.
  case wrong(String)

  /// Reads a line; nil where it is none of these.
  init?<W: Widget>(_ line: String, _ widget: W) where W.Area == Area {
    if let equals = line.firstIndex(of: "=") {
      self = .set(key: line[..<equals].trimmed, value: line[line.index(after: equals)...].trimmed)
      return
    }
    let words = line.split(separator: " ").map(String.init)
    if words.first == "go-to-step", W.field("step") != nil {
      self =
        words.count == 2
        ? .set(key: "step", value: words[1])
        : .wrong("go-to-step takes the number of a step, such as go-to-step 2")
      return
    }
    guard let verb = words.first, words.count > 1 else { return nil }
    let rest = line.trimmed.dropFirst(verb.count).trimmed
    switch verb {
    case "guess": self = .guess(rest)
    case "random":
      self =
        UInt64(rest).map { .random($0) } ?? .wrong("random takes a whole number, such as random 7")
    case "cell":
      self =
        Self.place(rest.split { " ,".contains($0) }.map(String.init), widget).map { .go($0) }
        ?? .wrong("cell takes a row and a column, such as cell 1 2 or cell Q 1 2, or a row alone")
    default:
      guard let field = W.field(verb) else { return nil }
      self = Self.cell(field, Array(words.dropFirst()), widget) ?? .set(key: field.key, value: rest)
    }
  }

  /// A cell of a table that is named, or of the first results.
  private static func place<W: Widget>(
    _ words: [String], _ widget: W
  ) -> WidgetCursor<Area>? where W.Area == Area {
    let numbers = words.compactMap { Int($0) }
    guard (1...2).contains(numbers.count), numbers.allSatisfy({ $0 > 0 }) else { return nil }
    let area =
      numbers.count == words.count
      ? widget.resultArea ?? widget.areas.first
      : words.count == numbers.count + 1 ? W.field(words[0])?.area : nil
    return area.map {
      WidgetCursor($0, row: numbers[0] - 1, column: numbers.count > 1 ? numbers[1] - 1 : 0)
    }
  }

  private static func cell<W: Widget>(
    _ field: W.Field, _ words: [String], _ widget: W
  ) -> PanelLine? where W.Area == Area {
    guard let area = field.area, let table = widget.table(in: area),
      table.isMatrix || table.values.columns > 1, words.count == (table.isMatrix ? 3 : 2)
    else { return nil }
    let places = words.dropLast().compactMap { Int(ordinal: $0) }
    guard places.count == words.count - 1, let text = words.last else { return nil }
    let row = table.isMatrix ? places[0] : table.keys.firstIndex(of: field.key) ?? 0
    return .cell(
      key: field.key, WidgetCursor(area, row: row, column: places[places.count - 1]), text: text)
  }
}
