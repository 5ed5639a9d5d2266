/// What links of one library lead to: the lessons of anchors, file by file, as far as they were asked for.
package struct Anchors: Sendable {
  private var titles: [Int: [String: LessonID]] = [:]
  private var headings: [Int: [String: LessonID]] = [:]
  private var whole: [Int: FileHeadings] = [:]
  private var deeper: [Int: Set<String>] = [:]
  private var places: PlaceNames?
  private var named: [Int: NamedPlaces] = [:]
  /// How many words were compared with those that lead nowhere.
  private var compared = 0

  /// Nothing asked for yet.
  package init() {}

  /// The lesson of a file that holds a heading with that anchor.
  private mutating func lesson(
    _ anchor: String, inDocument document: Int, of library: Library
  ) -> LessonID? {
    let known = titles[document] ?? Self.titles(ofDocument: document, library)
    titles[document] = known
    if let id = known[anchor] { return id }
    // Deeper headings: for them the lessons have to be read.
    let deeper = headings[document] ?? Self.headings(ofDocument: document, library)
    headings[document] = deeper
    return deeper[anchor]
  }

  /// The heading of a file with that anchor, by its lesson and what it is called there.
  mutating func heading(
    _ anchor: String, inDocument document: Int, of library: Library
  ) -> FileHeadings.Heading? {
    // One of several of the same text is found by counting all.
    if FileHeadings.isNumbered(anchor)
      || deeper(inDocument: document, of: library).contains(anchor),
      let found = headings(inDocument: document, of: library).heading(named: anchor)
    {
      return found
    }
    return lesson(anchor, inDocument: document, of: library).map {
      .init(lesson: $0, anchor: anchor)
    }
  }

  /// What headings below the titles of a file may be called, found without reading its lessons: one may stand
  /// before a title of the same text.
  private mutating func deeper(inDocument document: Int, of library: Library) -> Set<String> {
    if let known = deeper[document] { return known }
    let bytes = library.documents[document].bytes
    var found: Set<String> = []
    if let sign = ByteSearch("\n###") {
      var start = 0
      while let at = sign.first(in: bytes, from: start, to: bytes.count) {
        let line = bytes[(at + 1)...].prefix { $0 != 0x0A }
        found.insert(Slugs.slug(Titles.plain(line.drop { $0 == UInt8(ascii: "#") })))
        start = line.endIndex
      }
    }
    deeper[document] = found
    return found
  }

  /// All headings of a file, read once for all links.
  mutating func headings(inDocument document: Int, of library: Library) -> FileHeadings {
    if let known = whole[document] { return known }
    let found = FileHeadings(document, of: library)
    whole[document] = found
    return found
  }

  /// The lesson of a file, or of the first one of a chapter, that is titled so, by its anchor.
  mutating func lesson(titled anchor: String, inDocument document: Int, of library: Library)
    -> LessonID?
  {
    let known = titles[document] ?? Self.titles(ofDocument: document, library)
    titles[document] = known
    return known[anchor]
  }

  /// The places of a file that have names of their own, found once for all links.
  mutating func named(inDocument document: Int, of library: Library) -> NamedPlaces {
    if let known = named[document] { return known }
    let found = NamedPlaces(document, of: library)
    named[document] = found
    return found
  }

  // MARK: What was probably meant

  /// More words are not compared with one that leads nowhere, and with all of them together.
  private static let mostCompared = (once: 2_000, all: 100_000)

  /// The anchor of a file that one is probably a slip of, once that was looked for.
  mutating func nearest(to anchor: String, inDocument document: Int) -> String? {
    for keys in [titles[document]?.keys, headings[document]?.keys] {
      guard let keys, keys.count <= Self.mostCompared.once else { continue }
      if let near = nearest(to: anchor, among: keys.sorted()) { return near }
    }
    return nil
  }

  /// The word among some that one is probably a slip of; nil also where too much was compared already.
  mutating func nearest(to word: String, among words: [String], within most: Int? = nil) -> String?
  {
    guard words.count <= Self.mostCompared.once, compared < Self.mostCompared.all else {
      return nil
    }
    compared += words.count
    return NearestWord.nearest(to: word, among: words, within: most)
  }

  /// The place that has a name of MyST's in these notes: in that one, or else in the first that has it.
  mutating func place(
    named name: String, of library: Library, preferring document: Int
  ) -> PlaceNames.Place? {
    let known = places ?? PlaceNames(library)
    places = known
    return known.place(named: name, preferring: document)
  }

  /// The titles of lessons, and after them those of chapters, which lead to the first lesson.
  private static func titles(ofDocument document: Int, _ library: Library) -> [String: LessonID] {
    var found: [String: LessonID] = [:]
    let ids = library.lessonIDs(inDocument: document)
    var slugs = Slugs()
    for id in ids {
      let slug = slugs.next(library[id]?.title ?? "")
      found[slug] = found[slug] ?? id
    }
    for chapter in library.documents[document].chapters {
      let slug = Slugs.slug(chapter.heading ?? chapter.title)
      found[slug] = found[slug] ?? ids.first
    }
    return found
  }

  private static func headings(ofDocument document: Int, _ library: Library) -> [String: LessonID] {
    var found: [String: LessonID] = [:]
    let bytes = library.documents[document].bytes
    // Those of Markdown, and those of HTML.
    let signs = ["###", "<h"].compactMap { ByteSearch($0) }
    // Where each of them comes next.
    var next = signs.map { _ in -1 }
    for id in library.lessonIDs(inDocument: document) {
      guard let range = library[id]?.range else { continue }
      // Headings of the first two levels are titles, so most lessons need not be read: only those
      // with deeper ones, and those whose titles tell which part of a section they are.
      for (sign, search) in signs.enumerated() where next[sign] < range.lowerBound {
        next[sign] = search.first(in: bytes, from: range.lowerBound, to: bytes.count) ?? bytes.count
      }
      guard
        next.contains(where: { $0 < range.upperBound })
          || range.count > OutlineScanner.softLimit / 2
      else { continue }
      for heading in library.markdown(of: id).blocks.headings {
        let slug = Slugs.slug(heading.title.titleText)
        found[slug] = found[slug] ?? id
      }
    }
    return found
  }
}
