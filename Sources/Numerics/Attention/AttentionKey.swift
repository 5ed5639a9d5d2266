/// What an `attention` block may say, by the names that it is written with; one that says anything
/// else opens no widget, and makes no question.
package enum AttentionKey: String, CaseIterable, Sendable {
  case words
  case query = "Q"
  case key = "K"
  case value = "V"
  case mask, scale, heads
  /// How the loss changes with the output.
  case gradient = "dO"
  case transpose, step

  package static let names = allCases.map(\.rawValue)
}
