import Quiz
import TextUI
import Widgets

/// Every table of keys, for the manual page.
package enum KeyTables {
  package static var all: [(scope: KeyScope, shortcuts: [Shortcut])] {
    let screens: [(KeyScope, [Shortcut])] = [
      (.welcome, Welcome.table.all),
      (.contents, ContentsKeys.table.all),
      (.filter, ContentsKeys.filter.all),
      (.reader, ReaderKeys.table.all),
      (.find, ReaderKeys.find.all),
      (.outline, OutlinePanel.table.all),
      (.definition, GlossaryTerm.table.all),
      (.link, LinkQuestion.table.all),
      (.mark, MarkPurpose.table.all),
      (.bookmarks, Bookmarks.table.all),
      (.search, SearchKeys.table.all),
      (.searchField, SearchKeys.field.all),
      (.quiz, QuizKeys.table.all),
      (.confidence, QuizKeys.confidence.all),
    ]
    let others: [(KeyScope, [Shortcut])] = [
      (.statistics, StatisticsKeys.table.all),
      (.widgetList, WidgetList.table.all),
    ]
    let widgets = allWidgets.map { type in
      let scope = KeyScope.widget(type.name)
      return (scope, type.keys.map { Shortcut($0, in: scope) })
    }
    let everywhere: [(KeyScope, [Shortcut])] = [
      (.widgetField, WidgetKeys.field.all),
      (.help, Help.table.all),
      (.everywhere, Everywhere.table.all),
    ]
    return screens + KindKeys.all + others + widgets + everywhere
  }
}
