/// An answer that a policy may give.
package struct Candidate: Equatable, Sendable {
  package let text: String
  /// A word or two of it, for where there is no room for more.
  package let short: String
  /// How good it is, for a labeller who likes what is good.
  package let quality: Double
  /// How likely it is before any preference is known.
  package let before: Double

  package var words: Int { text.split(separator: " ").count }

  package static let explainAttention: [Candidate] = [
    Candidate(
      text: "Each word mixes in the words that fit it.", short: "words fit", quality: 1.9,
      before: 0.18),
    Candidate(
      text: "A sum of values, weighted by query and key.", short: "weighted", quality: 1.1,
      before: 0.15),
    Candidate(text: "It is like a spotlight.", short: "spotlight", quality: -0.2, before: 0.22),
    Candidate(text: "It mixes words.", short: "mixes", quality: -0.4, before: 0.10),
    Candidate(
      text: "Attention is when a model pays attention.", short: "pays", quality: -2.0, before: 0.30),
    Candidate(
      text: "Attention, which is very important indeed, is a thing that models have and use a lot.",
      short: "important",
      quality: -1.2, before: 0.05),
  ]
}
