/// A long computation beside a widget's parameters, kept as far as it has come.
///
/// It is advanced in slices, so that keys are answered while it goes on, and is never compared: the
/// same recipe gives the same record, so the recipe tells whether it still holds. What it keeps of
/// each step is read by the widget, which is how scrubbing computes nothing again.
package protocol WidgetRecord: Sendable {
  /// The parameters that it follows from, without those that say what of it is looked at.
  associatedtype Recipe: Equatable & Sendable
  var recipe: Recipe { get }
  var isComplete: Bool { get }
  /// Computes a slice: a few milliseconds of work, for keys wait until it is done.
  mutating func advance()
  /// Takes over what was computed for another recipe and holds for this one too.
  mutating func adopt(_ other: Self)
}

extension WidgetRecord {
  package mutating func adopt(_ other: Self) {}
}

/// The record of a widget that computes everything at once.
package struct NoRecord: WidgetRecord {
  package var recipe: Bool { true }
  package var isComplete: Bool { true }
  package mutating func advance() {}
}

/// The records that a reader may come back to, by undo or by the key that made the change: they are
/// shared, so that nothing is computed twice.
struct RecordShelf<Record: WidgetRecord>: Sendable {
  /// A record may hold megabytes.
  private static var room: Int { 4 }
  private var records: [Record] = []

  /// Puts a record away before another takes its place.
  mutating func keep(_ record: Record) {
    records.removeAll { $0.recipe == record.recipe }
    records.append(record)
    if records.count > Self.room { records.removeFirst() }
  }

  /// The record of a recipe, as far as it came, taken off the shelf.
  mutating func take(_ recipe: Record.Recipe) -> Record? {
    records.firstIndex { $0.recipe == recipe }.map { records.remove(at: $0) }
  }
}
