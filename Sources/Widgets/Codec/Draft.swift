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
  /// What was typed and does not fit yet.
  package var waiting = Inputs()

  init(origin: Inputs, inputs: Inputs, place: Place, seed: UInt64, waiting: Inputs = Inputs()) {
    self.origin = origin
    self.inputs = inputs
    self.place = place
    self.seed = seed
    self.waiting = waiting
  }

  /// Which inputs the reader changed that other ones take the place of.
  func lost(on origin: Inputs) -> [String] {
    self.inputs.entries.map(\.key).filter {
      origin[$0] != self.origin[$0] && inputs[$0] != self.origin[$0] && $0 != "step"
    }
  }

  /// The draft as if it had begun with other inputs: those that these change are theirs, all others are
  /// as the reader left them.
  func rebased(on origin: Inputs) -> Draft {
    var inputs = origin
    for key in origin.entries.map(\.key) + self.inputs.entries.map(\.key)
    where origin[key] == self.origin[key] {
      inputs[key] = self.inputs[key]
    }
    return Draft(origin: origin, inputs: inputs, place: place, seed: seed)
  }

  /// The draft as it is stored.
  package var text: String {
    let numbers = [place.area, place.row, place.column, Int(clamping: seed)]
    var members: [JSON.Member] = [
      JSON.Member("origin", .inputs(origin)), JSON.Member("inputs", .inputs(inputs)),
      JSON.Member("place", .array(numbers.map { .integer($0) })),
    ]
    if !waiting.entries.isEmpty { members.append(JSON.Member("waiting", .inputs(waiting))) }
    return JSON.object(members).text
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
      seed: UInt64(clamping: place[3]), waiting: json["waiting"]?.inputs ?? Inputs())
  }
}
