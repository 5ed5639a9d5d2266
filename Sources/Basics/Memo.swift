import Synchronization

/// What was worked out once from a value that does not change: copies of the value share it, whoever
/// changes the value takes a new one.
package final class Memo<Key: Hashable & Sendable, Result: Sendable>: Sendable {
  private let known = Mutex<[Key: Result]>([:])

  package init() {}

  /// The result for a key, made if it is asked for the first time.
  package func callAsFunction(_ key: Key, _ make: () -> Result) -> Result {
    if let result = known.withLock({ $0[key] }) { return result }
    let result = make()
    known.withLock { $0[key] = result }
    return result
  }
}
