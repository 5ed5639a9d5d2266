import Notes
import Pages
import TextUI

/// A lesson ready to be read: its Markdown laid out for a width.
struct LessonPage: Equatable {
  /// Text is never wider than this: longer lines are hard to read.
  static let widest = 80

  let markdown: Markdown
  private(set) var page = Page()
  private(set) var width = 0

  init(_ id: LessonID, in world: World) {
    markdown = world.library.markdown(of: id)
  }

  mutating func fit(width: Int, ascii: Bool) {
    guard width != self.width else { return }
    self.width = width
    page = PageComposer.compose(items, width: width, ascii: ascii)
  }

  private var items: [PageItem] { markdown.blocks.map(PageItem.block) }
}
