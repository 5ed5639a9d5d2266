import Pages
import TextUI

/// Looking for text in the lesson.
extension Reader {
  mutating func updateSearch(_ event: Event) -> [Effect]? {
    switch event {
    case .key(.enter):
      field = nil
      guard let search, !search.pattern.isEmpty else {
        self.search = nil
        return []
      }
      return search.matches.isEmpty
        ? [.say("\"\(search.pattern)\" is not in this lesson; s searches all lessons")] : []
    case .key(.escape):
      field = nil
      search = nil
      currentMatch = nil
      scroll(to: searchOrigin)
      return []
    case .resized, .mouse, .tick: return nil
    default:
      guard field?.update(event) == true, let text = field?.text else { return [] }
      search = text.isEmpty ? nil : PageSearch(text, in: page)
      let match = search?.match(atOrAfter: searchOrigin)
      if match == nil { scroll(to: searchOrigin) }
      showMatch(match)
      return []
    }
  }

  mutating func showMatch(_ match: Int?) {
    currentMatch = match
    guard let match, let line = search?.matches[match].first?.line else { return }
    reveal(line: line)
  }

  mutating func step(_ direction: Int) -> [Effect] {
    guard let search else { return [.say("/ searches first")] }
    listsMatches = true
    let count = search.matches.count
    guard count > 0 else { return [.say("\"\(search.pattern)\" is not in this lesson")] }
    let old = currentMatch ?? 0
    let next = (old + direction + count) % count
    showMatch(next)
    if direction > 0, next <= old { return [.say("Search went on from the top")] }
    if direction < 0, next >= old { return [.say("Search went on from the bottom")] }
    return []
  }
}
