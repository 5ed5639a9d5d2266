/// Chapters and lessons from an outline: level-1 headings open chapters, level-2 headings lessons.
enum ChapterBuilder {
  static func chapters(of outline: Outline, bytes: [UInt8], title name: String) -> [Chapter] {
    let titles = [
      outline.htmlTitle.map { HTMLText.title(bytes[$0]) },
      outline.title.map { String(decoding: bytes[$0], as: UTF8.self) },
    ]
    let fallback = titles.compactMap(\.self).first { !$0.isEmpty } ?? name
    var chapters: [Chapter] = []
    var pieces = Pieces(bytes: bytes)
    var title = fallback
    /// As far as it asks, where it is a question.
    var asked: String?
    var line = 0

    func finish(at end: Int) {
      let lessons = pieces.lessons(end: end, chapterTitle: title, asked: asked)
      if !lessons.isEmpty || line > 0 {
        var chapter = Chapter(title: asked ?? title, line: line, lessons: lessons)
        if asked != nil { chapter.heading = title }
        chapters.append(chapter)
      }
    }
    // Under a title in its front matter a note with one heading is one chapter, whatever stands between.
    let isOne = outline.title != nil && outline.marks.count { $0.level == 1 } == 1
    pieces.begin(at: outline.bodyStart, line: outline.bodyLine)
    for mark in outline.marks {
      if mark.level == 1 {
        let isFirst = chapters.isEmpty && line == 0
        let isBlankStart = isFirst && pieces.isBlank(to: mark.start)
        // What other tools put above a file's heading stands at the head of its first lesson.
        let isPreamble =
          isFirst && !isBlankStart
          && (isOne && pieces.isUnparted || pieces.isPreamble(to: mark.start)
            || pieces.isALineOrTwo(to: mark.start))
        if !isBlankStart, !isPreamble { finish(at: mark.start) }
        title = Titles.plain(bytes[mark.text])
        if title.isEmpty { title = fallback }
        asked = AskedTitle.shown(title, bytes, mark.text.upperBound)
        line = mark.line
        if !isPreamble { pieces.begin(at: mark.start, line: mark.line) }
      } else {
        pieces.add(mark)
      }
    }
    finish(at: bytes.count)
    if chapters.isEmpty { chapters = [Chapter(title: fallback, line: 0, lessons: [])] }
    return chapters
  }
}

/// The pieces of one chapter while it is being collected.
private struct Pieces {
  let bytes: [UInt8]
  private var start = 0
  private var startLine = 1
  private var marks: [Outline.Mark] = []

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func begin(at start: Int, line: Int) {
    self.start = start
    startLine = line
    marks = []
  }

  mutating func add(_ mark: Outline.Mark) { marks.append(mark) }

  /// Whether no heading was met in it.
  var isUnparted: Bool { marks.isEmpty }

  func isBlank(to end: Int) -> Bool { marks.isEmpty && isBlank(start..<end) }

  func isPreamble(to end: Int) -> Bool { marks.isEmpty && Preamble.isAll(of: bytes[start..<end]) }

  /// Whether it is a line or two, such as the links that Obsidian's notes begin with: no chapter.
  func isALineOrTwo(to end: Int) -> Bool {
    guard marks.isEmpty, end - start <= 300 else { return false }
    let lines = bytes[start..<end].split(separator: 0x0A)
    return lines.count { $0.contains { $0 > 0x20 } } <= 2
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    bytes[range].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  /// An introduction of more than a sentence is a lesson of its own; a shorter one, and the
  /// chapter's title, stand at the head of the first lesson.
  func lessons(end: Int, chapterTitle: String, asked: String?) -> [Lesson] {
    var lessons: [Lesson] = []
    func add(
      _ title: String, _ range: Range<Int>, _ line: Int, _ cuts: [Outline.Mark],
      asked: String? = nil
    ) {
      guard !cuts.isEmpty else {
        return lessons.append(Lesson(title: title, asked: asked, range: range, line: line))
      }
      let starts = [(range.lowerBound, line)] + cuts.map { ($0.start, $0.line) }
      for (index, piece) in starts.enumerated() {
        let pieceEnd = index + 1 < starts.count ? starts[index + 1].0 : range.upperBound
        lessons.append(
          Lesson(
            title: "\(title) (part \(index + 1) of \(starts.count))", range: piece.0..<pieceEnd,
            line: piece.1))
      }
    }
    let firstHeading = marks.firstIndex { $0.level == 2 } ?? marks.count
    let introEnd = firstHeading < marks.count ? marks[firstHeading].start : end
    var introduction: (start: Int, line: Int)? = (start, startLine)
    let introCuts = Array(marks[..<firstHeading])
    if firstHeading == marks.count {
      if !isBlank(start..<end) || startLine > 0 && !marks.isEmpty {
        add(chapterTitle, start..<end, startLine, introCuts, asked: asked)
      }
      return lessons
    }
    if !introCuts.isEmpty || Titles.isMoreThanASentence(bytes[start..<introEnd]) {
      add("Introduction", start..<introEnd, startLine, introCuts)
      introduction = nil
    }
    var index = firstHeading
    while index < marks.count {
      let mark = marks[index]
      var next = index + 1
      while next < marks.count, marks[next].level == 0 { next += 1 }
      let rangeEnd = next < marks.count ? marks[next].start : end
      var title = Titles.plain(bytes[mark.text])
      if title.isEmpty { title = "Untitled" }
      let from = introduction ?? (mark.start, mark.line)
      add(
        title, from.start..<rangeEnd, from.line, Array(marks[(index + 1)..<next]),
        asked: AskedTitle.shown(title, bytes, mark.text.upperBound))
      introduction = nil
      index = next
    }
    return lessons
  }
}
