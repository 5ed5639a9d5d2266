import Basics
import Notes
import Pages
import Quiz
import TextUI

/// A row of Contents: what it is at the left; how far one has come, what of it is remembered and what
/// is due at the right.
struct ContentsLine {
  let row: ContentsRows.Row
  let outlook: Outlook
  /// Words of lessons, as far as they were counted.
  let words: [LessonID: Int]
  let state: AppState
  /// How many notes the part holds, where the row is one.
  var notes = 0

  /// From this width on each part has a column of its own.
  private static let roomy = 70
  private static let ticks = 12
  private static let bar = 8
  /// Columns for how far a lesson was read.
  private static let state = 19

  private var isLesson: Bool { if case .lesson = row { true } else { false } }
  private var library: Library { state.library }

  /// Digits of the last chapter's number.
  private var digits: Int {
    let last = library.documents.count - 1
    guard last >= 0 else { return 1 }
    return "\(library.chapterNumber(document: last, chapter: 0))".count
  }

  /// The row as a line of a width.
  func cells(width: Int) -> [Cell] {
    let end = width - 1
    let due = due == 0 ? [] : [Cell]("\(due) due")
    if width >= Self.roomy {
      let middle = end - 10 - (isLesson ? Self.state : Self.ticks + 2 + Self.bar + 6)
      var line = left.fitted(to: middle - 1) + [.blank]
      line += progress
      line += [Cell](repeating: .blank, count: max(1, end - due.count - line.count)) + due
      return line
    }
    let gap: [Cell] = due.isEmpty || brief.isEmpty ? [] : [.blank, .blank]
    return .spread(left, brief + gap + due, width: width)
  }

  /// The row in words.
  var text: String {
    var parts: [String] = []
    switch row {
    case .part: parts.append(counted(notes, "note"))
    case .chapter(let document, let chapter):
      if let state = fileState(document) { parts.append(state) }
      let lessons = lessons(document, chapter)
      let read = lessons.count { state.hasRead($0) }
      if read > 0 || lessons.count > Self.ticks { parts.append("\(read) of \(lessons.count) read") }
      if let part = chapterOutlook.remembered {
        parts.append("\(percent(part)) of \(chapterOutlook.asked) asked remembered")
      }
    case .lesson(let id, _):
      parts.append(lessonState(id).plain)
      if let known = outlook.known(ofLesson: id) { parts.append("\(known) known") }
    }
    if due > 0 { parts.append("\(due) due") }
    return left.text + (parts.isEmpty ? "" : "   " + parts.joined(separator: ", "))
  }

  /// What stands in parts or below other notes stands further in, as far as there is room for it.
  private var indent: String {
    let depth =
      switch row {
      case .part(_, let depth): depth
      case .chapter, .lesson: Self.depth(of: library.documents[row.place.document])
      }
    return String(repeating: "  ", count: min(depth, 4))
  }

  private static func depth(of note: Document) -> Int {
    note.part.count + max(0, note.depth - 1)
  }

  /// Number and title; of a part the title alone.
  var left: [Cell] { [Cell](indent) + title }

  private var title: [Cell] {
    switch row {
    case .part(let document, let depth):
      return [Cell](
        "  " + library.documents[document].part[depth], Style(.heading, amount: 1, .bold))
    case .chapter(let document, let index):
      let chapter = library.documents[document].chapters[index]
      let number = "\(library.chapterNumber(document: document, chapter: index))"
      return [Cell](padded(number) + "  \(chapter.title)", Style(.heading, amount: 2, .bold))
    case .lesson(let id, let isAlone):
      if isAlone {
        let number = "\(library.chapterNumber(document: id.document, chapter: id.chapter))"
        return [Cell](padded(number) + "  \(library.chapter(of: id)?.title ?? "")")
      }
      let indent = String(repeating: " ", count: 3 + digits)
      return [Cell](
        indent + "\(library.number(of: id))  \(library.shownTitle(of: id, ascii: state.ascii))")
    }
  }

  private func padded(_ number: String) -> String {
    "  " + String(repeating: " ", count: max(0, digits - number.count)) + number
  }

  // MARK: How far

  private var chapterOutlook: Outlook.Chapter { outlook.chapter(of: row.place) }

  private var due: Int {
    switch row {
    case .part: 0
    case .chapter: chapterOutlook.due
    case .lesson(let id, _): outlook.dueByLesson[id] ?? 0
    }
  }

  private func lessons(_ document: Int, _ chapter: Int) -> [LessonID] {
    library.documents[document].chapters[chapter].lessons.indices.map {
      LessonID(document: document, chapter: chapter, lesson: $0)
    }
  }

  private func fileState(_ document: Int) -> String? {
    switch library.documents[document].state {
    case .unread: library.documents[document].isBegun ? nil : "not read yet"
    case .unreadable(let reason): reason
    case .read: nil
    }
  }

  private var progress: [Cell] {
    switch row {
    case .part: return [Cell](counted(notes, "note"))
    case .chapter(let document, let chapter):
      if let state = fileState(document) { return [Cell](state, Style(.warning)) }
      var line = ticks(lessons(document, chapter)).fitted(to: Self.ticks + 2)
      if let part = chapterOutlook.remembered {
        line += Meter.cells(part, width: Self.bar, ascii: state.ascii)
        let text = percent(part)
        line += [Cell](String(repeating: " ", count: max(1, 6 - text.count)) + text)
      }
      return line
    case .lesson(let id, _):
      // What is read is told with what is left of it.
      if state.hasRead(id), let known = outlook.known(ofLesson: id) {
        return [Cell]("✓ read, \(known) known")
      }
      return [Cell](lessonState(id).long)
    }
  }

  /// One sign a lesson; a count where they are many.
  private func ticks(_ lessons: [LessonID]) -> [Cell] {
    guard lessons.count <= Self.ticks else {
      return [Cell]("\(lessons.count { state.hasRead($0) }) of \(lessons.count)")
    }
    return lessons.flatMap { id -> [Cell] in
      if state.hasRead(id) { return [Cell]("✓", Style(.good)) }
      if state.wordsRead(id) > 0 { return [Cell]("◐") }
      return [Cell](state.ascii ? "." : "·", .muted)
    }
  }

  /// What stands at the right where room is short.
  private var brief: [Cell] {
    switch row {
    case .part: return [Cell](counted(notes, "note"))
    case .chapter(let document, let chapter):
      if let state = fileState(document) { return [Cell](state, Style(.warning)) }
      if let part = chapterOutlook.remembered { return [Cell](percent(part)) }
      let lessons = lessons(document, chapter)
      let read = lessons.count { state.hasRead($0) }
      return read == 0 ? [] : [Cell]("\(read)/\(lessons.count)")
    case .lesson(let id, _): return [Cell](lessonState(id).short)
    }
  }

  /// How far a lesson was read, or how long it takes.
  private func lessonState(_ id: LessonID) -> (long: String, short: String, plain: String) {
    if state.hasRead(id) { return ("✓ read", "✓ read", "read") }
    let read = state.wordsRead(id)
    guard let words = words[id] else { return read > 0 ? ("◐", "◐", "begun") : ("", "", "") }
    guard read > 0 else {
      let time = "\(StudyTime.minutes(words: words)) min"
      return (time, time, time)
    }
    let part = min(0.99, Double(read) / Double(max(1, words)))
    let left = StudyTime.minutes(words: max(0, words - read))
    return (
      "◐ \(percent(part)), \(left) min left", "◐ \(percent(part))",
      "\(percent(part)), \(left) min left"
    )
  }
}
