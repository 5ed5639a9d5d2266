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

  /// The draft as if it had begun with other inputs: those that these change are theirs, but for the rows
  /// of a table that came before too; all others are as the reader left them. And which inputs the reader
  /// changed that other ones take the place of, some of them at least.
  func rebased(on origin: Inputs) -> (draft: Draft, lost: [String]) {
    var inputs = origin
    var lost: [String] = []
    let own = self.inputs.entries.map(\.key)
    for key in own + origin.entries.map(\.key).filter({ !own.contains($0) }) {
      guard origin[key] != self.origin[key] else {
        inputs[key] = self.inputs[key]
        continue
      }
      let rows = rows(of: key, on: origin)
      if let rows { inputs[key] = rows.text }
      let isChanged = own.contains(key) && self.inputs[key] != self.origin[key] && key != "step"
      if isChanged, rows?.areAll != true { lost.append(key) }
    }
    return (Draft(origin: origin, inputs: inputs, place: place, seed: seed), lost)
  }

  /// A table that came anew, in which rows or columns that it came with before are as the reader left
  /// them; and whether that is all that the reader changed. Nil where it is no table, or has another
  /// shape now.
  private func rows(of key: String, on origin: Inputs) -> (text: String, areAll: Bool)? {
    guard let before = TextTable(self.origin[key]), let own = TextTable(inputs[key]),
      let now = TextTable(origin[key])
    else { return nil }
    let rows = now.keeping(own, of: before)
    if let rows, rows.areAll { return (rows.table.text, true) }
    let columns = now.turned.keeping(own.turned, of: before.turned)
    if let columns, columns.areAll { return (columns.table.turned.text, true) }
    return (rows?.table ?? columns?.table.turned).map { ($0.text, false) }
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

/// The numbers of a table as drafts write them, untouched.
private struct TextTable {
  let rows: [[Substring]]

  init(_ rows: [[Substring]]) { self.rows = rows }

  /// Nil where the rows are not all as long.
  init?(_ text: String?) {
    guard let text else { return nil }
    rows = text.split(separator: ";").map { $0.split(separator: " ") }
    guard let first = rows.first, rows.allSatisfy({ $0.count == first.count }) else { return nil }
  }

  var text: String { rows.map { $0.joined(separator: " ") }.joined(separator: "; ") }

  var turned: TextTable {
    TextTable(rows[0].indices.map { column in rows.map { $0[column] } })
  }

  /// The same with what became of each row that another table had; nil where they are not as wide.
  func keeping(
    _ own: TextTable, of before: TextTable
  ) -> (table: TextTable, areAll: Bool)? {
    guard before.rows.count == own.rows.count,
      Set([self, own, before].map { $0.rows[0].count }).count == 1
    else { return nil }
    // The same row may come more than once: each stands for one of them, in their order.
    var left = zip(before.rows, own.rows).map { (before: $0, own: $1) }
    let kept = rows.map { row in
      left.firstIndex { $0.before == row }.map { left.remove(at: $0).own } ?? row
    }
    return (TextTable(kept), left.allSatisfy { $0.before == $0.own })
  }
}
