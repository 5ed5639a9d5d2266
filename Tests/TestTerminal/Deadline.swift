import CSystem

/// A moment at which waiting ends.
struct Deadline {
  private let end: UInt64

  init(_ timeout: Duration) {
    let (seconds, attoseconds) = timeout.components
    end = system_now() + UInt64(seconds) * 1_000_000_000 + UInt64(attoseconds) / 1_000_000_000
  }

  /// What is left, in milliseconds rounded up: as poll wants it.
  var milliseconds: Int32 {
    let now = system_now()
    return now >= end ? 0 : Int32(clamping: (end - now + 999_999) / 1_000_000)
  }

  var isOver: Bool { milliseconds == 0 }
}
