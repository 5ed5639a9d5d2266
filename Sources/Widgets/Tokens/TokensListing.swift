import Basics
import JSONText
import Models
import TextUI

/// What `attend tokens` writes of a text.
package struct TokensListing: Sendable {
  /// The longest text, in bytes: each merge is shown with all that it comes to.
  package static let most = 20_000
  /// The longest text that merges are learnt of.
  package static let mostLearnt = 2_000_000
  /// Merges at most, and those that are done where no number is given.
  package static let mostMerges = LearntMerges.most
  package static let merges = TokensWidget.initial.merges

  private let text: String
  private let encoding: BytePairEncoding

  /// By so many merges, learnt of a text or of a passage of its own.
  package init(_ text: String, merges: Int, learn: String? = nil) {
    self.text = text
    encoding = (learn.map { LearntMerges(of: $0) } ?? .standard).encoding(merges)
  }

  package var json: JSON { .tokens(text, by: encoding) }

  /// Bytes, merges in their order, and the tokens that they come to.
  package func lines(ascii: Bool) -> [String] {
    let steps = MergeSteps(text, by: encoding).steps
    let pieces = [TokenPiece](words: steps.last?.words ?? [], by: encoding)
    func visible(_ id: Int) -> String { TokenText.visible(encoding.bytes(of: id), ascii: ascii) }
    var lines = ["\(counted(text.utf8.count, "byte")): \(TokenText.hex(Array(text.utf8)))", ""]
    for step in steps {
      guard let rank = step.rank else { continue }
      let pair = encoding.merges[rank]
      lines.append(
        "merge \(rank + 1): \(visible(pair.left)) and \(visible(pair.right)) become "
          + "\(visible(256 + rank)), in \(counted(step.count, "place"))")
    }
    if steps.count > 1 {
      lines.append("")
    } else if !encoding.merges.isEmpty {
      lines += ["none of the \(counted(encoding.merges.count, "merge")) fits", ""]
    }
    lines.append(counted(pieces.count, "token"))
    let ids = pieces.map { "\($0.id)" }
    let width = ids.map(\.count).max() ?? 0
    for (piece, id) in zip(pieces, ids) {
      lines.append(
        String(repeating: " ", count: 2 + width - id.count) + id + "  "
          + piece.visible(ascii: ascii))
    }
    return lines
  }
}
