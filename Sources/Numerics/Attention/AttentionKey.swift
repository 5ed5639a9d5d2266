/// What an `attention` block may say, by the names that it is written with; one that says anything
/// else opens no widget, and makes no question.
package enum AttentionKey: String, CaseIterable, Sendable {
  case words
  /// Names of the keys, where queries are other words.
  case keyWords = "key-words"
  case query = "Q"
  case key = "K"
  case value = "V"
  case mask, scale, softcap, heads
  /// Heads of K and V, which several heads of Q share.
  case keyValueHeads = "kv-heads"
  /// The format of numbers that all is computed in.
  case precision
  /// How the loss changes with the output.
  case gradient = "dO"
  /// Where Q, K and V come from, as a head of a trained model.
  case source
  case transpose, step

  package static let names = allCases.map(\.rawValue)
}
