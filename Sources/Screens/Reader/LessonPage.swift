import Notes
import Pages
import TextUI

/// A lesson ready to be read: its Markdown, and what is live in it, laid out for a width.
struct LessonPage: Sendable {
  /// Who looks for inserts; where two claim the same blocks the first one has them.
  static let finders: [InsertFinder] = [
    questionInserts,
    WidgetInserts.find,
  ]

  /// Everything that a page is made from: comparing it costs next to nothing where nothing changed.
  private struct Source: Equatable {
    let id: LessonID
    /// Nil where the notes have lost the file meanwhile.
    let document: Document?
    let drafts: [String: String]
    /// What it shows of other notes, such as what it embeds, is all there only once they were read; nil before.
    let others: LongList<Document>?

    init(_ id: LessonID, _ state: AppState) {
      self.id = id
      document = state.library.document(of: id)
      drafts = state.drafts
      others = state.library.isComplete ? state.library.documents : nil
    }
  }

  private let source: Source
  let markdown: Markdown
  /// What is live in the lesson, in order; `Page.Target.Kind.insert` counts from 0 here.
  let inserts: [Insert]
  private(set) var page = Page()
  private(set) var width = 0
  private let isLinear: Bool
  /// What stands open of that which folds; nil where nothing is folded.
  private var folds: Folds?
  /// All of it open, where that was wanted at this width.
  private var opened: Page?
  /// Whether its figures stand beside it.
  private var hasPane = false
  private var ascii = false

  /// A lesson; what the notes fold is folded where it can be opened.
  init(_ id: LessonID, in state: AppState, folds: Bool = true) {
    self.folds = folds ? Folds() : nil
    source = Source(id, state)
    isLinear = state.isLinear
    var markdown = state.library.markdown(of: id)
    var anchors = Anchors()
    markdown.blocks = state.library.turningWikiLinks(in: markdown.blocks, of: id.document)
    markdown.blocks = state.library.namingLinks(in: markdown.blocks, of: id, &anchors)
    var found: [Insert] = []
    for finder in Self.finders {
      found += finder(markdown.blocks, id, state).filter { insert in
        !found.contains { other in
          insert.blocks.isEmpty
            ? other.route == nil && other.blocks.contains(insert.blocks.lowerBound)
            : other.blocks.overlaps(insert.blocks)
        }
      }
    }
    inserts = found.sorted { $0.blocks.lowerBound < $1.blocks.lowerBound }
    markdown.blocks = Self.withoutFootnotesOfAnswers(markdown.blocks, inserts)
    self.markdown = markdown
  }

  /// Without the footnotes that a question alone refers to: below the lesson they would tell what an answer
  /// is, be it that what is asked refers to them. They are told with the answer.
  private static func withoutFootnotesOfAnswers(_ blocks: [Block], _ inserts: [Insert]) -> [Block] {
    guard inserts.contains(where: { !Array(blocks[$0.blocks]).footnotesUsed.isEmpty }) else {
      return blocks
    }
    let covered = inserts.reduce(into: Set<Int>()) { $0.formUnion($1.blocks) }
    let shown = blocks.indices.filter { !covered.contains($0) }.map { blocks[$0] }
    return blocks.keepingFootnotes(shown.footnotesUsed.contains)
  }

  /// Whether rebuilding it would change nothing.
  func isCurrent(_ id: LessonID, in state: AppState) -> Bool { source == Source(id, state) }

  mutating func fit(width: Int, ascii: Bool, hasPane: Bool = false) {
    guard width != self.width || hasPane != self.hasPane else { return }
    self.width = width
    self.hasPane = hasPane
    self.ascii = ascii
    opened = nil
    page = composed(folds)
  }

  private func composed(_ folds: Folds?) -> Page {
    PageComposer.compose(items, width: width, ascii: ascii, isLinear: isLinear, folds: folds)
  }

  /// Opens what is folded at a line of the source, or folds it.
  mutating func turn(_ fold: Int) { open([fold], page.closedFolds.contains(fold)) }

  /// Opens or folds what begins at some lines of the source.
  mutating func open(_ folds: Set<Int>, _ isOpen: Bool = true) {
    guard self.folds != nil, !folds.isEmpty else { return }
    self.folds?.peeked.subtract(folds)
    for fold in folds { self.folds?.stands[fold] = isOpen }
    page = composed(self.folds)
  }

  /// Opens what begins at some lines of the source for as long as no other is looked into.
  mutating func peek(into folds: Set<Int>) {
    guard self.folds != nil, self.folds?.peeked != folds else { return }
    self.folds?.peeked = folds
    page = composed(self.folds)
  }

  /// Leaves open what is looked into.
  mutating func keepPeeked() {
    if let folds { open(folds.peeked) }
  }

  /// Where its lines stand among all, were all of it open.
  mutating func foldedLines() -> FoldedLines {
    if opened == nil { opened = page.hasFolds ? composed(Folds(opensAll: true)) : page }
    return FoldedLines(opened ?? page, closedFolds: page.closedFolds)
  }

  /// What is folded at a line of the source, as its lines; its title left out.
  func folded(_ fold: Int) -> [String] {
    guard page.closedFolds.contains(fold) else { return [] }
    var opened = self
    opened.open([fold])
    let body = opened.page.folds.first { $0.source == fold }?.body
    return body.map { Array(opened.page.text[$0]) } ?? []
  }

  /// Leaves open what was open in another state of the same lesson.
  mutating func keepFolds(of other: LessonPage) { folds = other.folds }

  /// What changes whenever the picture of an insert does.
  var versions: [String] { inserts.map(\.version) }

  private var items: [PageItem] {
    var items: [PageItem] = []
    var next = 0
    for (number, insert) in inserts.enumerated() {
      let start = max(next, insert.blocks.lowerBound)
      items += markdown.blocks[next..<start].map(PageItem.block)
      items.append(.insert(number: number, hasPane ? insert.brief ?? insert.draw : insert.draw))
      next = max(start, insert.blocks.upperBound)
    }
    return items + markdown.blocks[next...].map(PageItem.block)
  }
}
