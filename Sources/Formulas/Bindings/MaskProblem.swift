import Basics
import Notes

/// Why a text is not a mask.
package enum MaskProblem: Error, Equatable, Sendable {
  /// Nothing at all.
  case empty
  /// A name that no mask has.
  case unknown(String)
  /// Text behind a mask that takes less.
  case excess(String, after: String)
  /// Nothing beside an `and`.
  case nothingToJoin
  /// A window without its size.
  case noSize
  /// A size that is not a whole number from 1 on.
  case notACount(String)
  /// A slope that is not a number.
  case notASlope(String)
  /// A padding mask without its keys.
  case noKeys
  /// An entry of a padding mask that is neither 0 nor 1; counted from 1.
  case notAKey(String, Int)
  /// `keep`, `hide` or `add` without a matrix.
  case noMatrix(String)
  /// Two alignments in one mask.
  case alignments
  /// A matrix that cannot be read.
  case matrix(NumberProblem)

  /// What there is to choose from.
  package static let kinds =
    "none, causal, window 4, alibi, padding 1 1 0, or a matrix: 0 and 1, or numbers to add"
  /// What there is to choose from, and how it goes together: for help and prompts.
  package static let grammar =
    "a mask is \(kinds); and joins several; bottom-right behind causal, window or alibi lets the "
    + "last query stand at the last key"
  /// The names that a mask begins with.
  static let names = ["none", "causal", "window", "alibi", "padding", "keep", "hide", "add"]

  /// What is wrong and what to do, in one line for the reader.
  package var message: String { advice.text }

  /// The same, and apart from each other.
  package var advice: Advice {
    switch self {
    case .empty: Advice("there is no mask here", remedy: "a mask is \(Self.kinds)")
    case .unknown(let name):
      Advice(
        "there is no mask “\(name)”",
        remedy: NearestWord.nearest(to: name, among: Self.names).map { "did you mean \($0)?" }
          ?? "a mask is \(Self.kinds)")
    case .excess(let text, "none"):
      Advice("none takes nothing more", remedy: "take “\(text)” away")
    case .excess(let text, let name):
      Advice(
        "“\(text)” is not expected after \(name)",
        remedy: "it takes top-left or bottom-right; and joins another mask")
    case .nothingToJoin:
      Advice("a mask is missing beside “and”", remedy: "write causal and window 4")
    case .noSize: Advice("a window needs its size", remedy: "write window 4")
    case .notACount(let text):
      Advice("“\(text)” is not a number of keys", remedy: "write a whole number from 1 on")
    case .notASlope(let text):
      Advice(
        "“\(text)” is not a slope",
        remedy: "write alibi 0.5, or alibi alone for the paper's slopes")
    case .noKeys:
      Advice(
        "a padding mask needs an entry for each key",
        remedy: "write padding 1 1 0, 0 being padding")
    case .notAKey(let text, let place):
      Advice(
        "entry \(place) of the padding is “\(text)”",
        remedy: "write 1 (or True) for a key, 0 for padding")
    case .noMatrix(let reading):
      Advice("\(reading) needs a matrix", remedy: "write \(reading) 0 1; 0 0")
    case .alignments:
      Advice(
        "a query has one place among the keys",
        remedy: "write top-left or bottom-right, not both")
    case .matrix(let problem): problem.advice.adding("; -inf hides")
    }
  }
}
