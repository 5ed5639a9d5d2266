import Notes
import Pages
import TextUI

/// Following what can be opened: links, terms, widgets and questions.
extension Reader {
  mutating func moveTarget(_ direction: Int) {
    let targets = page.targets.indices.filter { !page.targets[$0].spans.isEmpty }
    guard !targets.isEmpty else { return }
    let visible = targets.filter { index in
      page.targets[index].spans.contains { $0.line >= top && $0.line < top + size.rows }
    }
    var next: Int?
    if let target, visible.contains(target), let at = targets.firstIndex(of: target) {
      next = targets.indices.contains(at + direction) ? targets[at + direction] : nil
    } else {
      next =
        direction > 0
        ? visible.first ?? targets.first { (page.targets[$0].spans.first?.line ?? 0) >= top }
        : visible.last ?? targets.last { (page.targets[$0].spans.first?.line ?? 0) < top }
    }
    guard let found = next else { return }
    target = found
    page.targets[found].spans.first.map { reveal(line: $0.line) }
  }

  mutating func openTarget(_ world: World) -> [Effect] {
    guard let target, page.targets.indices.contains(target) else {
      return page.targets.isEmpty
        ? [.say("Nothing to open on this page")] : [.say("Tab picks a link; Enter opens it")]
    }
    switch page.targets[target].kind {
    case .footnote(let number):
      page.footnoteLines[number].map { reveal(line: $0) }
      return []
    case .insert(let number):
      guard lesson.inserts.indices.contains(number) else { return [] }
      return lesson.inserts[number].route.map { [.open($0)] }
        ?? [.say("This is computed from the text above it; there is nothing to open")]
    case .link(let link):
      term = GlossaryTerm(link, from: id, in: world.library)
      if term != nil { return [] }
      switch world.library.resolve(link: link, from: id) {
      case .lesson(let other, let anchor):
        if other == id, let anchor {
          scroll(to: page.headings.first { $0.slug == anchor.lowercased() }?.line ?? 0)
          return []
        }
        return [.open(.lesson(other, anchor.map(Route.Arrival.anchor) ?? .top))]
      case .web(let address):
        if world.isSecure {
          return [.say("Links are not opened here (LESSSECURE): \(address.opened)")]
        }
        let question = LinkQuestion(address)
        asked = question
        return [.say(question.sentence)]
      case .nowhere(let reason): return [.say("This link leads nowhere: \(reason)")]
      }
    }
  }

  /// While a definition is open: a key of the lesson closes it and does its work.
  mutating func updateTerm(_ event: Event, _ world: World) -> [Effect]? {
    guard let shown = term else { return nil }
    switch event {
    case .key(let key):
      term = nil
      switch GlossaryTerm.table.action(for: key) {
      case .close: return []
      case .glossary: return [.open(shown.route)]
      case .see:
        term = shown.other(for: key, in: world.library) ?? shown
        return []
      case nil:
        if key != .escape, Self.table.action(for: key) == nil { term = shown }
        return nil
      }
    case .mouse(let action, _):
      term = nil
      return action == .click ? [] : nil
    default: return nil
    }
  }

  /// While it is asked whether to open a link: `y` or Enter opens it, and all but what moves through
  /// a long address says no.
  mutating func answer(_ event: Event, _ question: LinkQuestion) -> [Effect] {
    switch event {
    case .key(.character("y")), .key(.character("Y")), .key(.enter):
      asked = nil
      return [.openLink(question.address.opened)]
    case .key(.down), .key(.character("j")), .mouse(.wheelDown, _): asked?.scroll(1, in: size)
    case .key(.up), .key(.character("k")), .mouse(.wheelUp, _): asked?.scroll(-1, in: size)
    case .key, .mouse: asked = nil
    case .resized(let size):
      self.size = size
      layOut()
      asked?.scroll(0, in: size)
    // A paste is no answer, whatever it holds.
    case .pasted, .tick, .changedOnDisk, .ground, .resumed, .ended: break
    }
    return []
  }
}
