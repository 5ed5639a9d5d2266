/// The word that was probably meant by a mistyped one.
package enum NearestWord {
  /// The nearest of the words by edits, when it is at most so many away; where nothing says how many, when
  /// it is near enough to be worth suggesting.
  package static func nearest(
    to word: String, among words: [String], within most: Int? = nil
  ) -> String? {
    let typed = Array(word.lowercased().prefix(64))
    var best: (distance: Int, word: String)?
    for candidate in words {
      let distance = edits(typed, Array(candidate.lowercased().prefix(64)))
      if distance < best?.distance ?? .max { best = (distance, candidate) }
    }
    guard let best, best.distance <= most ?? max(1, typed.count / 3) else { return nil }
    return best.word
  }

  /// Insertions, deletions, replacements and swaps of neighbours between two words
  /// (optimal string alignment).
  package static func edits(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var before: [Int] = []
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + Array(repeating: 0, count: b.count)
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      before = last
      last = row
    }
    return last[b.count]
  }
}
