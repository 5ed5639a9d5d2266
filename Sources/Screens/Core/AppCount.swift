import TextUI

/// Counts, as in `less` and vim: digits, and then the key that is meant so many times.
extension App {
  /// Beyond any list that a person counts.
  private static let largestCount = 9999

  /// A digit of a count; 0 alone is none, but to a key that goes to a part: `0%`.
  mutating func takeDigit(_ key: Key, after typed: Int?) {
    guard case .character(let character) = key, let digit = character.wholeNumberValue else {
      return
    }
    let number = min((typed ?? 0) * 10 + digit, Self.largestCount)
    count = number
    message = number > 0 ? "\(number) times …" : nil
  }

  /// A key behind a count: what the screen does with both, or the key so many times, until it leads to
  /// a screen of another kind.
  mutating func repeated(_ key: Key, _ times: Int) -> [Effect] {
    let kind = screen.kind
    if let wanted = screen.update(counted: times, key, in: state) { return carry(wanted) }
    var effects: [Effect] = []
    for _ in 0..<max(times, 1) where screen.kind == kind {
      let wanted = pass(.key(key))
      if wanted.contains(.back), stack.count == 1 { break }
      effects += carry(wanted)
    }
    return effects
  }
}
