import Pages
import TextUI

/// The outline of the lesson.
extension Reader {
  mutating func openOutline(focused: Bool) {
    if focused, outline?.isFocused == false {
      outline?.isFocused = true
    } else if outline == nil {
      outline = OutlinePanel(headings: page.headings, isFocused: focused)
    } else {
      outline = nil
    }
    outline?.follow(top: top)
    layOut()
  }

  mutating func updateOutline(_ event: Event) -> [Effect]? {
    guard outline?.isFocused == true, case .key(let key) = event else { return nil }
    switch key {
    case .up, .character("k"): outline?.move(-1)
    case .down, .character("j"): outline?.move(1)
    case .enter:
      if let line = outline?.line { scroll(to: line) }
      closeOutline()
    case .escape, .character("q"), .backspace: closeOutline()
    case .character("o"):
      outline = nil
      layOut()
    default: return nil
    }
    return []
  }

  mutating func closeOutline() {
    if outline?.isOverlay == true { outline = nil } else { outline?.isFocused = false }
    layOut()
  }
}
