import TextUI

/// What a figure is for, and what is worth trying in it: where the screen has a pane at the side, it
/// stands there, around what explains the number under the cursor.
struct Guide {
  /// What is looked at.
  var heading: String
  var why: [String]
  /// How it is computed, where no other part says that.
  var formula = ""
  /// What to try, each with the key that does it.
  var tries: [(key: String, text: String)] = []

  /// Hides results and asks for them first, or ends that; every widget with results has it.
  static func guess(isOn: Bool) -> (key: String, text: String) {
    ("g", isOn ? "show all results again" : "hide the results, guess, then look")
  }

  /// The pane from top to bottom.
  func pane(around explained: [WidgetBlock]) -> [WidgetBlock] {
    let words: [WidgetBlock] = why.isEmpty ? [] : [.text(why, rank: 2, hasGap: false)]
    let how: [WidgetBlock] =
      formula.isEmpty ? [] : [.text([formula], Style(.maths), rank: 2, hasGap: false)]
    let keys = tries.map { (key: [Cell]($0.key), text: $0.text) }
    let width = keys.map(\.key.count).max() ?? 0
    let lines = keys.map { key, text in
      [Cell]("  ") + key.fitted(to: width) + [Cell]("  " + text)
    }
    let last: [WidgetBlock] =
      lines.isEmpty
      ? []
      // One part: where there is no room for what to try, its heading goes too.
      : [WidgetBlock(.lines([[Cell]("Try", Style(.heading, .bold))] + lines), rank: 4)]
    return ([.text([heading], Style(.heading, .bold), rank: 0)] + how + words + explained + last)
      .map(\.atSide)
  }
}
