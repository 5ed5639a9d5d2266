import Notes
import Quiz

/// The keys of each kind of question: a kind tells them of a question being answered, so one of
/// each is asked here.
enum KindKeys {
  private static let questions = """
    # Kinds

    ## Of questions

    ### One
    <!-- quiz -->
    1. [x] right
    1. [ ] wrong

    ### All
    <!-- quiz -->
    - [x] right
    - [ ] wrong

    ### Order
    <!-- quiz -->
    1. first
    1. second

    ### Words
    <!-- quiz -->
    [[one]] and [[two]]

    ### Numbers
    <!-- quiz -->
    [[1 ± 0.1]] and [[2 ± 0.1]]

    ### Cells
    <!-- quiz -->
    [[= softmax([0, 0])]]

    ### Recall
    <!-- quiz -->
    > [!NOTE]
    > It.
    """

  static var all: [(scope: KeyScope, shortcuts: [Shortcut])] {
    let document = Document(path: "kinds.md", bytes: Array(questions.utf8))
    let bank = QuestionBank(Library(title: "", key: "", documents: [document]))
    return bank.questions.compactMap { question in
      guard let posed = try? PresentedQuestion(question, seed: 0) else { return nil }
      let scope = KeyScope.answer(question.kindName)
      return (scope, posed.form.keys.map { Shortcut($0, in: scope) })
    }
  }
}
