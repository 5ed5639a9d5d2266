import TextUI

/// The keys of every screen, for the manual page.
package enum KeyTables {
  /// Each screen's name and keys.
  package static var all: [(screen: String, keys: [KeyEntry])] {
    [
      ("Contents", Contents.table.map(\.entry)),
      ("Reader", Reader.table.map(\.entry)),
      ("Quiz", QuizScreen.table.map(\.entry)),
      ("Statistics", Statistics.table.map(\.entry)),
      ("Every screen", Help.everywhere),
    ]
  }
}
