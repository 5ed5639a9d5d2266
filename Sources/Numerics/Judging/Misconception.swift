/// A common mistake that leads to a number of its own.
package enum Misconception: Hashable, Sendable {
  /// A mistake about attention.
  case attention(AttentionMisconception)
  /// The entries of two vectors are added, not multiplied.
  case entriesAdded
  /// The cosine stands for the dot product.
  case cosineForDot
  /// The signs of the products are left out.
  case signsForgotten
  /// The product of the lengths stands for the dot product.
  case lengthsMultiplied
  /// The power of e stands for the share of it.
  case powerForShare
  /// The scores themselves are shared out.
  case scoresShared
  /// The temperature is left out.
  case temperatureForgotten
  /// What the cuts left is not shared out anew.
  case cutsNotSharedOut
  /// A variance is divided by one less than the number of entries.
  case dividedByOneLess
  /// The root stands for the variance.
  case rootTaken
  /// The variance stands for its root.
  case rootForgotten
  /// The mean is not taken off.
  case meanKept
  /// What is learnt, γ and β, is left out.
  case scaleForgotten

  /// What the mistake is, in one sentence.
  package var explanation: String {
    switch self {
    case .attention(let misconception): misconception.explanation
    case .entriesAdded: "This adds the two entries; they are multiplied."
    case .cosineForDot: "This is the cosine: the dot product counts the lengths too."
    case .signsForgotten: "This forgets the signs of the products."
    case .lengthsMultiplied:
      "This is the product of the lengths, as if both pointed the same way."
    case .powerForShare: "This is the power of e, not yet divided by the sum."
    case .scoresShared: "This is the score's own share: softmax shares out the powers of e."
    case .temperatureForgotten: "This forgets the temperature."
    case .cutsNotSharedOut: "This forgets to share out anew what the cuts have left."
    case .dividedByOneLess: "This divides by d − 1; normalisation divides by d."
    case .rootTaken: "This is the root of it already."
    case .rootForgotten: "This forgets the root."
    case .meanKept: "This forgets to subtract the mean."
    case .scaleForgotten: "This forgets γ and β."
    }
  }
}
