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
  package var message: String {
    switch self {
    case .empty: "there is no mask here: a mask is \(Self.kinds)"
    case .unknown(let name):
      NearestWord.nearest(to: name, among: Self.names).map {
        "there is no mask “\(name)”: did you mean \($0)?"
      } ?? "there is no mask “\(name)”: a mask is \(Self.kinds)"
    case .excess(let text, "none"):
      "none takes nothing more: take “\(text)” away"
    case .excess(let text, let name):
      "“\(text)” is not expected after \(name): it takes top-left or bottom-right; "
        + "and joins another mask"
    case .nothingToJoin: "a mask is missing beside “and”: write causal and window 4"
    case .noSize: "a window needs its size: write window 4"
    case .notACount(let text): "“\(text)” is not a number of keys: write a whole number from 1 on"
    case .notASlope(let text):
      "“\(text)” is not a slope: write alibi 0.5, or alibi alone for the paper's slopes"
    case .noKeys: "a padding mask needs an entry for each key: write padding 1 1 0, 0 being padding"
    case .notAKey(let text, let place):
      "entry \(place) of the padding is “\(text)”: write 1 (or True) for a key, 0 for padding"
    case .noMatrix(let reading): "\(reading) needs a matrix: write \(reading) 0 1; 0 0"
    case .alignments:
      "a query has one place among the keys: write top-left or bottom-right, not both"
    case .matrix(let problem): "\(problem.message); -inf hides"
    }
  }
}
