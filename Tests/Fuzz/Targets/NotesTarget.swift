import Notes
import Pages
import Screens
import TextUI

/// Notes → lessons → lines at some width.
enum NotesTarget: FuzzTarget {
  static let name = "notes"
  static let words = [
    "# ", "## ", "\n\n", "```", "~~~", "> ", "- ", "1. ", "[ ] ", "|", "|-|\n", "$", "$$", "**",
    "_",
    "`", "[a](b.md#c)", "[^1]", "[^", "[^1]: ", "[a]: b\n", "<!--", "-->", "<div>", "<br>", "&#27;",
    "&#x9b;", "&nbsp;", "---\n", "title: ", "===\n", "\t", "    ", "\r\n", "> [!NOTE]\n",
    "```attention\n",
    "```dot-product\n", "np.array([1, 2])", " @ ", "u · v", "https://a.b", "\u{1B}]0;x\u{7}",
    "\u{202E}",
    "\u{200B}", "\u{E0041}", "漢", "👩‍🔬", "e\u{301}", "\u{FEFF}", "\\", "~~",
    "\\[", "\\]", "\\(", "\\)", "\\begin{align}", "\\end{align}", "\\|", "$5 ", "<s>", "<think>",
    "\n|---|---|\n", "| a | b |", "{#eq:one}", "<sup>2</sup>", "<img alt=\"a\">", "[1]: b c.\n",
    "[[a#b|c]]", "![[a.png]]", "==", "%%", " ^a1b2c3\n", ": ", "\n: a\n", "- [/] ",
    "!!! note\n    ",
    "=== \"a\"\n", ":::tip\n", ":::\n", "```{note}\n", "> [!bug]- a\n",
  ]
  /// As many lessons of one input as this are drawn: mutations make more of the same.
  private static let most = 12

  static func run(_ bytes: [UInt8]) throws(Broken) {
    var source = ByteSource(Array(bytes.prefix(2)))
    let width = source.pick([0, 1, 2, 3, 7, 19, 20, 40, 78, 80, 100, 200, 500])
    let ascii = source.byte() % 2 == 1
    let text = Array(bytes.dropFirst(2))
    let document = Document(path: "a.md", bytes: text)
    let library = Library(title: "", key: "", documents: [document])
    try lie(library, in: text)
    for id in library.lessonIDs.prefix(most) {
      try Harmless.check([Cell](library[id]?.title ?? "").text, "title")
      let lines = LessonText.lines(of: id, in: library, width: width, ascii: ascii)
      for line in lines {
        try Harmless.check(line, "line at \(width)")
        if ascii { _ = line.unicodeScalars.map { ASCIIForm.of($0.value) } }
      }
      try targetsStand(on: library.markdown(of: id).blocks, width)
      _ = library.number(of: id)
      _ = library.wordCount(of: id)
      try Broken.unless(
        library.lesson(withKey: library.key(of: id)) == id, "a key leads to another lesson")
    }
  }

  /// What can be opened stands on lines that there are.
  private static func targetsStand(on blocks: [Block], _ width: Int) throws(Broken) {
    let page = PageComposer.compose(blocks.map(PageItem.block), width: width)
    for span in page.targets.flatMap(\.spans) {
      let columns = page.lines.indices.contains(span.line) ? page.lines[span.line].cells.count : 0
      try Broken.unless(
        !span.columns.isEmpty && span.columns.upperBound <= columns,
        "a target at \(span), where \(columns) columns are")
    }
  }

  /// Lessons lie in the file, in order, none over another.
  private static func lie(_ library: Library, in text: [UInt8]) throws(Broken) {
    var end = 0
    for lesson in library.documents.flatMap(\.chapters).flatMap(\.lessons) {
      try Broken.unless(
        lesson.range.lowerBound >= end && lesson.range.upperBound <= text.count,
        "lesson at \(lesson.range) after \(end) of \(text.count)")
      end = lesson.range.upperBound
    }
  }
}
