/// Why a test of a program could not go on.
package struct TerminalFailure: Error, CustomStringConvertible {
  /// What happened, and the screen at that moment if there is one.
  package let description: String

  init(_ reason: String, screen: TestScreen? = nil) {
    description = reason + (screen.map { "; the screen:\n\($0)" } ?? "")
  }
}
