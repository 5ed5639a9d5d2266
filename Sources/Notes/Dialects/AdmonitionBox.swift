/// A box of another program that is open, by what ends it.
enum AdmonitionBox: Equatable {
  /// Ends at a line of as many colons.
  case colons(Int)
  /// The same without a quote around it.
  case division(Int)
  /// A table that is read as a fence of code is: so it ends as one.
  case table(Int)
  /// Of `///`, as many; some have no quote around them.
  case slashes(Int, isQuote: Bool)
  /// Ends where a line is no longer indented; a tab is one that no quote stands around.
  case indented(isQuote: Bool)
  /// Ends at a fence of as many of this sign.
  case fence(UInt8, Int, isQuote: Bool)
  /// mdBook's `<div class="warning">`, with so many others open in it.
  case markup(Int)

  var isQuote: Bool {
    switch self {
    case .colons, .markup: true
    case .division, .table: false
    case .indented(let isQuote), .fence(_, _, let isQuote), .slashes(_, let isQuote): isQuote
    }
  }

  /// Whether a fence ends it.
  func ends(at fence: DirectiveFence) -> Bool {
    guard case .fence(let sign, let count, _) = self else { return false }
    return fence.sign == sign && fence.count >= count && fence.info.isEmpty
  }

  /// Whether it ends at a line of so many slashes.
  func isSlashes(_ number: Int) -> Bool {
    if case .slashes(number, _) = self { true } else { false }
  }
}
