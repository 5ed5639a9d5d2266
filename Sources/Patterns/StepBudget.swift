import CPCRE

/// How much work may go into one search: steps of the pattern, and how far each went in the text. It is
/// counted, not timed, so that the same search ends the same way on every machine.
///
/// PCRE2's own limit begins anew at every place of the text, so that it bounds no search in a long one.
struct StepBudget {
  /// Half a second of a slow computer.
  private var left = 20_000_000
  private var place = 0

  /// What PCRE2 calls between two items of a pattern; anything but 0 ends the search.
  static let charge:
    @convention(c) (UnsafeMutablePointer<pcre2_callout_block_8>?, UnsafeMutableRawPointer?) -> Int32 =
      { block, budget in
        guard let block, let budget else { return PCRE2_ERROR_CALLOUT }
        return budget.withMemoryRebound(to: StepBudget.self, capacity: 1) { budget in
          let place = block.pointee.current_position
          budget.pointee.left -= 1 + abs(place - budget.pointee.place)
          budget.pointee.place = place
          return budget.pointee.left < 0 ? PCRE2_ERROR_CALLOUT : 0
        }
      }
}
