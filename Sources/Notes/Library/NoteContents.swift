/// What was found in a file of notes when it was read. All copies of its document share it: of ten thousand, most are
/// copied more often than they are looked into.
final class NoteContents: Equatable, Sendable {
  let bytes: [UInt8]
  let pulled: PulledFiles?
  let chapters: [Chapter]
  let definitions: [Outline.Definition]
  let unclosed: [Outline.Unclosed]
  let macros: TeXMacros
  let references: CrossReferences
  let head: HeadMatter
  let labels: [String: PlaceNames.Number]
  let isOfD2L: Bool
  let holding: [[UInt8]: [Outline.Definition]]

  /// Finds it in a text; `title`: what a chapter without a heading is called.
  init(_ bytes: [UInt8], pulled: PulledFiles?, of document: Document, title: String) {
    self.bytes = bytes
    self.pulled = pulled
    let outline = OutlineScanner.scan(
      PandocTables.masked(VaultComments.masked(bytes)), recovers: true)
    definitions = outline.definitions
    unclosed = outline.unclosed
    let whole = WholeText(
      bytes, at: document.path, pulled: pulled, isInBook: document.section != nil)
    references = CrossReferences(whole.bytes)
    head = HeadMatter(bytes, shared: document.substitutions)
    var macros = TeXMacros(bytes)
    macros.add(head.commands)
    self.macros = macros
    labels = PlaceNames.numbers(in: whole)
    isOfD2L = D2LMarks.mayStand(in: bytes)
    var holding: [[UInt8]: [Outline.Definition]] = [:]
    var labels: Set<ArraySlice<UInt8>> = []
    for definition in definitions where labels.insert(bytes[definition.label]).inserted {
      holding[Document.folded(bytes[definition.label]), default: []].append(definition)
    }
    self.holding = holding
    var chapters = ChapterBuilder.chapters(of: outline, bytes: bytes, title: title)
    if let named = document.named, chapters.count == 1 {
      chapters[0].heading = chapters[0].heading ?? chapters[0].title
      chapters[0].title = named
    }
    Self.countTwins(&chapters)
    self.chapters = chapters
  }

  private static func countTwins(_ chapters: inout [Chapter]) {
    var seen: [String: Int] = [:]
    // Of a long file's tens of thousands the table is made once.
    seen.reserveCapacity(chapters.reduce(0) { $0 + $1.lessons.count })
    for chapter in chapters.indices {
      for lesson in chapters[chapter].lessons.indices {
        let title = chapters[chapter].lessons[lesson].title
        chapters[chapter].lessons[lesson].twins = seen[title, default: 0]
        seen[title, default: 0] += 1
      }
    }
  }

  /// The rest is made from these.
  static func == (left: NoteContents, right: NoteContents) -> Bool {
    left === right
      || left.bytes == right.bytes && left.pulled == right.pulled && left.chapters == right.chapters
        && left.head == right.head
  }
}
