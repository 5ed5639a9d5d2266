import Basics

/// Finds where a source may hold a text as searches compare them: the text itself, or letters that stand for some
/// of it, as `\u{DF}` for `ss`.
package struct SourceFinder: Sendable {
  private let text: ByteSearch
  private let others: [ByteSearch]

  /// Nil where the source of a text that is looked for may be written in any way.
  package init?(_ wanted: String) {
    guard let run = Folding.sureRun(in: wanted), let text = ByteSearch(run) else { return nil }
    self.text = text
    others = Folding.others(in: run).compactMap { ByteSearch($0) }
  }

  /// Where it may stand first at or after `start`; nil for nowhere before `end`.
  package func first(in bytes: [UInt8], from start: Int, to end: Int) -> Int? {
    var found = text.first(in: bytes, from: start, to: end)
    // No further than where it surely is: each byte is looked at once by each.
    for other in others {
      found = other.first(in: bytes, from: start, to: found ?? end) ?? found
    }
    return found
  }
}
