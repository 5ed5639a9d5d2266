import Numerics

/// The catalogue of common mistakes, each of which leads to a number of its own: what widgets say of a
/// guess and the quiz of an answer, in the same words.
package enum Misconception: Hashable, Sendable {
  /// A mistake about attention.
  case attention(AttentionMisconception)
  /// Only the sign is wrong.
  case signWrong
  /// The last division is left out; that by a square root, the one in a scaled score.
  case divisionForgotten, rootForgotten
  /// In place of the root the number itself divides; the root multiplies.
  case dividedBySquare, multipliedByRoot
  case rootNotTaken
  case exponentNegated
  /// The entries of two vectors are added, not multiplied.
  case entriesAdded
  /// Each vector is added up before the totals are multiplied.
  case totalsMultiplied
  case dotForCosine
  /// The lengths are added, not multiplied, before they divide.
  case lengthsAdded
  case lengthSquared
  /// The second matrix is on the left.
  case otherOrder
  /// The second matrix is transposed, or not, against what is asked.
  case secondTransposed, secondNotTransposed
  case cellByCell
  /// Columns of the second matrix stand for its rows, which `inner` takes.
  case columnsForRows
  /// A pair is turned the other way around.
  case turnedBack
  /// What the position does is left out.
  case positionForgotten
  /// Decimals are cut off, or kept, where the nearest whole number is asked for.
  case decimalsCut, decimalsKept
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
  /// What the cuts left is not shared out again.
  case cutsNotSharedOut
  /// A variance is divided by one less than the number of entries.
  case dividedByOneLess
  /// The root stands for the variance.
  case rootTaken
  /// The mean is not taken off.
  case meanKept
  /// What is learnt, γ and β, is left out.
  case scaleForgotten

  /// What the mistake is, in one sentence.
  package var explanation: String {
    switch self {
    case .attention(let misconception): misconception.explanation
    case .signWrong: "Only the sign is wrong: look at the minus signs."
    case .divisionForgotten: "This leaves out the last division."
    case .rootForgotten: "This forgets to divide by the square root."
    case .dividedBySquare: "This divides by the number itself, not by its root."
    case .multipliedByRoot: "This multiplies by the root instead of dividing."
    case .rootNotTaken: "This forgets to take the square root."
    case .exponentNegated: "The sign of the exponent is the other way around."
    case .entriesAdded: "This adds the entries; each is multiplied by its partner."
    case .totalsMultiplied:
      "This adds up each vector first and multiplies the totals; the products come first."
    case .dotForCosine: "This is the dot product: the two lengths are still in it."
    case .lengthsAdded: "This divides by the sum of the lengths; their product is needed."
    case .lengthSquared: "This is the square of the length: take its root."
    case .otherOrder: "This multiplies in the other order."
    case .secondTransposed: "This transposes the second matrix first."
    case .secondNotTransposed: "This forgets to transpose the second matrix: its rows are the keys."
    case .cellByCell: "This multiplies cell by cell, not row by column."
    case .columnsForRows: "This takes columns of the second; inner takes its rows."
    case .turnedBack: "This turns the pair the other way: the minus goes with the first of the two."
    case .positionForgotten: "This leaves out the position."
    case .decimalsCut: "This cuts the decimals off: the nearest whole number is taken."
    case .decimalsKept: "This is not yet rounded to a whole number."
    case .cosineForDot: "This is the cosine: the dot product counts the lengths too."
    case .signsForgotten: "This forgets the signs of the products."
    case .lengthsMultiplied:
      "This is the product of the lengths, as if both pointed the same way."
    case .powerForShare: "This is the power of e, not yet divided by the sum."
    case .scoresShared: "This is the score's own share: softmax shares the powers of e."
    case .temperatureForgotten: "This forgets the temperature."
    case .cutsNotSharedOut: "This forgets to renormalise what the cuts left."
    case .dividedByOneLess: "This divides by d − 1; normalisation divides by d."
    case .rootTaken: "This is the root of it already."
    case .meanKept: "This forgets to subtract the mean."
    case .scaleForgotten: "This forgets γ and β."
    }
  }
}
