import TextUI

/// Every table of keys, for the manual page.
package enum KeyTables {
  package static var all: [[Shortcut]] {
    allScreens.flatMap { $0.tables } + [Everywhere.table.all]
  }
}
