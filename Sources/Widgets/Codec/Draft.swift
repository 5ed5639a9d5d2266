import JSONText
import Notes

/// What a reader left a widget with: inputs and cursor, kept with the lesson.
package struct Draft: Equatable, Sendable {
  /// Where the reader stood: the number of the area in the order of Tab, and a cell in it.
  package struct Place: Equatable, Sendable {
    package var area, row, column: Int
  }

  /// What the widget came with; where the notes have changed since, the draft is void.
  package var origin: Inputs
  /// What it holds now.
  package var inputs: Inputs
  package var place: Place
  /// The last seed of random numbers.
  package var seed: UInt64

  init(origin: Inputs, inputs: Inputs, place: Place, seed: UInt64) {
    self.origin = origin
    self.inputs = inputs
    self.place = place
    self.seed = seed
  }

  /// The draft as it is stored.
  package var text: String {
    let numbers = [place.area, place.row, place.column, Int(clamping: seed)]
    let json: JSON = [
      "origin": .inputs(origin), "inputs": .inputs(inputs),
      "place": .array(numbers.map { .integer($0) }),
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
      place: Place(area: place[0], row: place[1], column: place[2]),
      seed: UInt64(clamping: place[3]))
  }
}
