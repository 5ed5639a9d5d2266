/// When colours show.
package enum ColourUse: String, CaseIterable, Sendable {
  /// Where the terminal has them and `NO_COLOR` does not forbid them.
  case auto
  case always, never
}
