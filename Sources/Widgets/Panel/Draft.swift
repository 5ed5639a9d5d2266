import JSONText
import Notes

/// What a reader left a widget with: inputs and cursor, kept with the lesson.
package struct Draft: Equatable, Sendable {
  /// What the widget came with; where the notes have changed since, the draft is void.
  package var origin: Inputs
  /// What it holds now.
  package var inputs: Inputs
  /// Where the reader stood.
  package var cursor: WidgetCursor
  /// The last seed of random numbers.
  package var seed: UInt64

  init(origin: Inputs, inputs: Inputs, cursor: WidgetCursor, seed: UInt64) {
    self.origin = origin
    self.inputs = inputs
    self.cursor = cursor
    self.seed = seed
  }

  /// The draft as it is stored.
  package var text: String {
    let place = [cursor.area, cursor.row, cursor.column, Int(clamping: seed)]
    let json: JSON = [
      "origin": .inputs(origin), "inputs": .inputs(inputs),
      "place": .array(place.map { .integer($0) }),
    ]
    return json.text
  }

  /// Reads a stored draft; nil where it is none.
  package init?(_ text: String) {
    guard let json = try? JSON.parse(text), let origin = json["origin"]?.inputs,
      let inputs = json["inputs"]?.inputs, let place = json["place"]?.array?.compactMap(\.int),
      place.count == 4
    else { return nil }
    self.init(
      origin: origin, inputs: inputs,
      cursor: WidgetCursor(area: place[0], row: place[1], column: place[2]),
      seed: UInt64(clamping: place[3]))
  }
}

extension JSON {
  /// Inputs as an object of strings, in order.
  static func inputs(_ inputs: Inputs) -> JSON {
    .object(inputs.entries.map { Member($0.key, .string($0.value)) })
  }

  /// Inputs from an object: strings as they are, numbers, and arrays of them.
  var inputs: Inputs? {
    guard case .object(let members) = self else { return nil }
    var inputs = Inputs()
    for member in members {
      guard let text = member.value.inputText else { return nil }
      inputs[member.name] = text
    }
    return inputs
  }

  private var inputText: String? {
    switch self {
    case .string(let text): text
    case .integer, .number: double.map { Plain.text($0) }
    case .array(let elements):
      elements.allSatisfy({ $0.array != nil })
        ? elements.map { $0.inputText ?? "" }.joined(separator: "; ")
        : elements.map { $0.inputText ?? "" }.joined(separator: " ")
    case .null, .bool, .object: nil
    }
  }
}
