import Notes

/// Gives identities to questions that have none: the one thing that changes notes, and only by
/// inserting.
package enum Minting {
  private static let letters = Array("abcdefghijklmnopqrstuvwxyz0123456789")
  private static let length = 6

  /// The text of a file with an `id=` in each `quiz` comment that has none; nil where none lacks it.
  ///
  /// - Parameters:
  ///   - ids: the lines of those comments, with the identity that a question has answers under, which it
  ///     keeps; nil for a new one.
  ///   - taken: identities that are in use; new ones are added to it.
  package static func text(
    _ bytes: [UInt8], ids: [Int: String?], taken: inout Set<String>,
    using random: inout some RandomNumberGenerator
  ) -> [UInt8]? {
    guard !ids.isEmpty else { return nil }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + ids.count * 25)
    var changed = false
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { result.append(0x0A) }
      guard let known = ids[index + 1], let end = insertion(in: line) else {
        result += line
        continue
      }
      var id = known ?? ""
      while id.isEmpty || known == nil && !taken.insert(id).inserted {
        id = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
      }
      result += line[..<end] + Array(" id=\(id)".utf8) + line[end...]
      changed = true
    }
    return changed ? result : nil
  }

  /// Behind `quiz`, the first word of each comment of one.
  private static func insertion(in line: ArraySlice<UInt8>) -> Int? {
    let word = Array("quiz".utf8)
    guard let comment = QuizComment(String(decoding: line, as: UTF8.self), goesOn: true),
      comment.slip == nil,
      let start = line.indices.first(where: { line[$0...].starts(with: word) })
    else { return nil }
    return start + word.count
  }
}
