import TestSupport
import Testing
import TextUI

@testable import Screens

/// Every screen and every widget in each of its named states at three sizes, and some of them on a
/// screen that is too small, and in ASCII; those that the design shows also on a large screen, and
/// without colours: the pictures are in `Tests/Goldens`.
@Suite struct ScreenGoldens {
  private static let sizes = [(80, 24), (40, 12), (120, 40)].map { Size(columns: $0, rows: $1) }
  private static let tiny = Size(columns: 20, rows: 5)
  private static let large = Size(columns: 200, rows: 60)
  private static let states = Place.all.flatMap(states(of:))

  private static func states(of place: Place) -> [State] {
    var states = sizes.map { State(place: place, size: $0) }
    if place.isTypical { states.append(State(place: place, size: tiny)) }
    if place.isTypical || place.isMockUp {
      states.append(State(place: place, size: sizes[0], ascii: true))
    }
    guard place.isMockUp else { return states }
    return states + [
      State(place: place, size: large), State(place: place, size: sizes[0], isMono: true),
      State(place: place, size: sizes[0], ascii: true, isMono: true),
    ]
  }

  struct State: Sendable, CustomTestStringConvertible {
    let place: Place
    let size: Size
    var ascii = false
    /// Whether there are no colours, so that letters tell of attributes alone.
    var isMono = false
    var name: String { place.state + (ascii ? " in ASCII" : "") + (isMono ? " in mono" : "") }
    var testDescription: String { "\(place.screen), \(name), \(size.columns)x\(size.rows)" }
    var file: String { Golden.name(place.screen, name, size) }
  }

  @Test(arguments: states)
  func isAsRecorded(_ state: State) throws {
    let script = state.place.script(
      columns: state.size.columns, rows: state.size.rows, ascii: state.ascii)
    var canvas = script.canvas
    if state.isMono { canvas.restyle(canvas.bounds) { $0.withoutColour } }
    try Golden(state.place.screen, state.name, canvas, ascii: state.ascii).check()
  }

  /// A golden of a state that there is no more misleads whoever looks at it.
  @Test func nothingIsLeftOver() {
    let strays = Golden.strays(besides: Set(Self.states.map(\.file)))
    #expect(strays == [], "no test asks for these files in Tests/Goldens")
  }

  @Test func everyScreenHasAPicture() {
    let shown = Set(Place.all.map { "\(type(of: $0.script(columns: 80, rows: 24).app.screen))" })
    #expect(Set(allScreens.map { "\($0)" }).subtracting(shown) == [])
  }

  @Test func eachStateHasAFileOfItsOwn() {
    #expect(Set(Self.states.map(\.file)).count == Self.states.count)
  }
}

extension Style {
  /// What is left of it where there are no colours.
  fileprivate var withoutColour: Style {
    let look = Theme.mono.look(of: self, depth: .none)
    var attributes: Attributes = []
    if look.bold { attributes.insert(.bold) }
    if look.italic { attributes.insert(.italic) }
    if look.underline { attributes.insert(.underline) }
    if look.reverse { attributes.insert(.selected) }
    return Style(look.dim ? .muted : .text, attributes)
  }
}

extension Place {
  /// The states that the mock-ups of the design show.
  fileprivate var isMockUp: Bool {
    [
      "attention, example", "attention, step 5", "attention, step 7", "attention, step 9",
      "attention, eight keys", "attention, eight keys, a wrong guess", "Contents, partly read",
      "Quiz, matrices, wrong and told", "Statistics, two months", "Reader, a figure in the text",
      "Welcome, the first time",
    ].contains(name)
  }

  /// One state of each screen and widget.
  fileprivate var isTypical: Bool {
    isWidget && state == "example"
      || [
        "Welcome, the first time", "Contents, the course", "Statistics, the course",
        "Quiz, matrices, wrong and told", "Reader, a figure in the text", "Contents, partly read",
        "Contents, filter open", "Reader, plain", "Reader, a definition",
        "Reader, search open", "Reader, outline focused", "Search, found", "Widgets, list",
        "Statistics, two months", "Help, Reader", "Quiz, one, asked", "Quiz, number, asked",
        "Quiz, summary", "attention, step 7", "attention, typing",
      ].contains(name)
  }
}
