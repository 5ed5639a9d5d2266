import TextUI
import Widgets

/// The keys of every screen, for the manual page.
package enum KeyTables {
  /// Each screen's name and keys.
  package static var all: [(screen: String, keys: [KeyEntry])] {
    [
      ("Contents", Contents.table.map(\.entry)),
      ("Reader", Reader.table.map(\.entry)),
      ("Reader, at a definition", GlossaryTerm.table.map(\.entry)),
      ("Quiz", QuizScreen.table.map(\.entry)),
      ("Statistics", Statistics.table.map(\.entry)),
    ]
      + allWidgets.map { ("Widget \($0.name)", $0.keys) }
      + [("Every screen", Help.everywhere)]
  }
}
