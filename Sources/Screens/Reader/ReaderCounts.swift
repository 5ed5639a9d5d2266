import TextUI

extension Reader {
  var takesCount: Bool { overlay == nil }

  /// `12G` goes to a line, `50%` to a part of the lesson.
  mutating func update(counted count: Int, _ key: Key, in state: AppState) -> [Effect]? {
    guard overlay == nil else { return nil }
    let effects: [Effect]
    switch ReaderKeys.table.action(for: key) {
    case .scroll(.top) where count > 0, .scroll(.bottom) where count > 0:
      effects = jump { $0.scroll(to: count - 1) }
    case .percent: effects = jump { $0.scroll(toPercent: count) }
    default: return nil
    }
    follow(state)
    return effects + markRead(state)
  }
}
