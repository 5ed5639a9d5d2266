import TextUI

/// What the program shows, drawn or as lines, and what it tells of the screen that shows.
extension App {
  /// The whole screen: title line, body, footer.
  package func draw(on canvas: inout Canvas) {
    let everywhere = state.keymap.applied(to: Everywhere.table.shortcuts(given: facts))
    Chrome.draw(
      screen, of: state, message: message ?? (screen.prompt == nil ? state.trouble : nil),
      footer: Footer(shortcuts: keys + everywhere), on: &canvas)
  }

  /// Everything on the screen as lines of text.
  package var transcript: [String] { screen.transcript(in: state) }
  /// What stands under the cursor, where the transcript does not tell it.
  package var selection: String? { screen.selection(in: state) }
  /// Whether a line typed in the plain mode is for the screen rather than a key's word.
  package func claims(_ line: String) -> Bool { screen.claims(line) }
  /// Lines of the plain mode that no key of the screen stands for.
  package var phrases: [Phrase] { screen.phrases }
  /// What an empty line of the plain mode does here.
  package var emptyLine: EmptyLine { screen.emptyLine }
  /// Whether nothing more comes on the screen that shows.
  package var isFinished: Bool { screen.isFinished }
  /// The keys of the screen that shows.
  package var keys: [Shortcut] {
    let keys = state.keymap.applied(to: screen.keys(in: state))
    return stack.count > 1 ? keys : keys.map(\.leadingToTheEnd)
  }
  /// The title of the screen that shows.
  package var title: String { screen.title(in: state) }
  /// The line that is being typed, if any.
  package var prompt: Prompt? { screen.prompt }

  /// What keys that work on every screen need to know.
  var facts: Set<KeyFact> {
    .those([
      .offersHelp: screen.prompt == nil && !(screen is Help), .takesLetters: screen.takesLetters,
      .takesCount: screen.takesCount,
    ])
  }
}

extension Shortcut {
  /// The same where nothing lies behind the screen: what leads back from it ends the program.
  fileprivate var leadingToTheEnd: Shortcut {
    guard leadsOut, footer?.text == "back" else { return self }
    var row = self
    row.footer?.text = "quit"
    return row
  }
}
