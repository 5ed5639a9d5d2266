/// Which neighbours become one token, and which of them first.
struct PieceMerging: Sendable {
  private struct Merge {
    /// The smallest is done first.
    let rank: Int32
    let token: Int32
  }
  private var merges: [UInt64: Merge] = [:]

  init(capacity: Int = 0) { merges.reserveCapacity(capacity) }

  private static func key(_ left: Int, _ right: Int) -> UInt64 {
    UInt64(UInt32(truncatingIfNeeded: left)) << 32 | UInt64(UInt32(truncatingIfNeeded: right))
  }

  /// A pair that was given before counts as it did.
  mutating func add(_ left: Int, _ right: Int, rank: Int, token: Int) {
    let key = Self.key(left, right)
    if merges[key] == nil { merges[key] = Merge(rank: Int32(rank), token: Int32(token)) }
  }

  /// Merges neighbours, the first rank first and from the left, until there are none to merge. What is
  /// below 0 is no token, and stays.
  func merged(_ tokens: [Int]) -> [Int] {
    guard tokens.count > 1 else { return tokens }
    // A list linked by places; a place that went has no next.
    var tokens = tokens
    let count = tokens.count
    var next = (0..<count).map { $0 + 1 }
    var before = (0..<count).map { $0 - 1 }
    func rank(_ at: Int, _ tokens: [Int], _ next: [Int]) -> Int32 {
      let to = next[at]
      guard to < count, tokens[at] >= 0, tokens[to] >= 0 else { return .max }
      return merges[Self.key(tokens[at], tokens[to])]?.rank ?? .max
    }
    var heap = RankHeap()
    for at in 0..<count {
      let rank = rank(at, tokens, next)
      if rank < .max { heap.push(rank, at, tokens[at], tokens[next[at]]) }
    }
    var isGone = [Bool](repeating: false, count: count)
    while let (at, left, right) = heap.pop() {
      // What was merged meanwhile is another pair.
      let to = next[at]
      guard !isGone[at], tokens[at] == left, to < count, tokens[to] == right,
        let merge = merges[Self.key(left, right)]
      else { continue }
      tokens[at] = Int(merge.token)
      isGone[to] = true
      next[at] = next[to]
      if next[to] < count { before[next[to]] = at }
      for place in [before[at], at] where place >= 0 {
        let rank = rank(place, tokens, next)
        if rank < .max { heap.push(rank, place, tokens[place], tokens[next[place]]) }
      }
    }
    return (0..<count).filter { !isGone[$0] }.map { tokens[$0] }
  }
}

/// Pairs by rank, and by place where ranks are alike.
private struct RankHeap {
  private struct Entry {
    let rank: Int32
    let at: Int
    let left: Int
    let right: Int

    func comesBefore(_ other: Entry) -> Bool {
      rank != other.rank ? rank < other.rank : at < other.at
    }
  }
  private var entries: [Entry] = []

  mutating func push(_ rank: Int32, _ at: Int, _ left: Int, _ right: Int) {
    entries.append(Entry(rank: rank, at: at, left: left, right: right))
    var place = entries.count - 1
    while place > 0, entries[place].comesBefore(entries[(place - 1) / 2]) {
      entries.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> (at: Int, left: Int, right: Int)? {
    guard let first = entries.first else { return nil }
    entries[0] = entries[entries.count - 1]
    entries.removeLast()
    var place = 0
    while true {
      var best = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < entries.count && entries[child].comesBefore(entries[best]) { best = child }
      if best == place { break }
      entries.swapAt(place, best)
      place = best
    }
    return (first.at, first.left, first.right)
  }
}
