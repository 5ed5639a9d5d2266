import Notes

/// What all screens see and none of them owns: the notes and what is remembered of the reader.
package struct World: Equatable, Sendable {
  /// The notes that are open.
  package var library: Library
  /// Words read of each lesson, by its key: where reading stopped.
  package var places: [String: Int] = [:]
  /// The key of the lesson that was open last.
  package var lastLesson: String?
  /// Keys of lessons read to their end.
  package var lessonsRead: Set<String> = []
  /// What was typed into widgets, by lesson and widget.
  package var drafts: [String: String] = [:]
  /// Whether only ASCII can be shown.
  package var ascii = false
  /// Whether links and other files stay shut, as `LESSSECURE=1` asks for.
  package var isSecure = false

  /// A world of notes, with nothing remembered.
  package init(library: Library) { self.library = library }
}

/// A point in time, for what is stored.
package struct Moment: Equatable, Sendable {
  /// Milliseconds of Unix time.
  package var utc: Int
  /// Minutes that local time is ahead of UTC.
  package var offset: Int
  /// A point in time.
  package init(utc: Int, offset: Int = 0) {
    self.utc = utc
    self.offset = offset
  }
}
