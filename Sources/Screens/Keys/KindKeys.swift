import Notes
import Quiz

/// The keys of each kind of question: a kind tells them of a question being answered, so its
/// example is asked here.
enum KindKeys {
  static var all: [(scope: KeyScope, shortcuts: [Shortcut])] {
    let sections = allKinds.map { "### \($0.name)\n<!-- quiz -->\n\($0.example)\n\n" }
    let text = "# Kinds\n\n## Of questions\n\n" + sections.joined()
    let document = Document(path: "kinds.md", bytes: Array(text.utf8))
    let bank = QuestionBank(Library(title: "", key: "", documents: [document]))
    return bank.questions.compactMap { question in
      guard let posed = try? PresentedQuestion(question, seed: 0) else { return nil }
      let scope = KeyScope.answer(question.kindName)
      return (scope, posed.form.keys.map { Shortcut($0, in: scope) })
    }
  }
}
