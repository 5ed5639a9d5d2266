import Notes
import Quiz

/// A question of a kind, whole and right: what `attend new` gives, and what the guide shows. A test holds
/// each against `check`, and all kinds against this list.
struct QuestionTemplate: Sendable {
  /// The name of its kind, as `attend new question` takes it.
  let kind: String
  /// How it is written, and how it is graded.
  let words: String
  let markdown: String

  static let all = [
    QuestionTemplate(
      kind: "one-of-several",
      words:
        "A numbered list with boxes, one of them ticked. The quote under an option is told to who "
        + "chose it. It is indented as far as the option's text: 3 columns, from `10.` on 4.",
      markdown: """
        ### Which part decides how much each value counts?
        <!-- quiz -->
        > It is a probability distribution.

        1. [ ] the scores
           > Scores are not normalised: a row need not sum to 1.
        1. [x] the weights
        1. [ ] the values

        > [!NOTE]
        > Softmax turns each row of scaled scores into weights that sum to 1.
        """),
    QuestionTemplate(
      kind: "all-that-apply",
      words:
        "A list with bullets and boxes; any number may be ticked, and none where each option has a quote under "
        + "it that tells why. Each option counts.",
      markdown: """
        ### Which of these does softmax give?
        <!-- quiz -->
        - [x] numbers from 0 to 1
        - [x] a sum of 1
        - [ ] at least one zero
          > It comes near zero and never reaches it.

        > [!NOTE]
        > Every exponential is above zero.
        """),
    QuestionTemplate(
      kind: "put-in-order",
      words:
        "A numbered list without boxes, in its right order. The longest run that is in order already "
        + "counts.",
      markdown: """
        ### In which order does attention compute?
        <!-- quiz -->
        1. scores
        1. scaling
        1. softmax
        1. the weighted sum

        > [!NOTE]
        > Scaling comes before softmax, lest it saturates.
        """),
    QuestionTemplate(
      kind: "match-pairs",
      words: "Bullets of the form `term :: definition`, 2 to 9 of them; each pair counts.",
      markdown: """
        ### What is each one for?
        <!-- quiz -->
        - query :: what is looked for
        - key :: what is looked at
        - value :: what is taken along

        > [!NOTE]
        > Query and key give the weight, the value is what is weighed.
        """),
    QuestionTemplate(
      kind: "fill-the-blank",
      words:
        "`[[answer]]` in a sentence; a bar parts alternatives. Case, spaces and hyphens are forgiven, "
        + "and one slip of a letter in a word of six letters or more.",
      markdown: """
        ### What makes weights of scores?
        <!-- quiz -->
        The function is called [[softmax|the softmax function]], and the model's end of text is
        [[<\\|endoftext\\|>]].

        > [!NOTE]
        > A bar of the answer's own has a backslash before it.
        """),
    QuestionTemplate(
      kind: "number",
      words:
        "A number in an answer mark: with a tolerance, as a range, or as a formula of parameters that "
        + "are drawn anew each time. Without a tolerance it is right to half a unit of its last digit "
        + "shown, a formula to a thousandth. Fractions, percent and roots are taken.",
      markdown: """
        ### How large is the dot product?
        <!-- quiz d=int(2,4) q=ints(d,-3,3) k=ints(d,-3,3) -->
        The query is {{q}} and the key {{k}}. Their dot product is [[= dot(q,k) ± 0.01]], and divided by
        the root of the width it is [[= dot(q,k)/sqrt(d)]]. The root of 2 is [[1.414]], and the
        width is between [[2..4]].

        > [!NOTE]
        > Entry by entry: {{= q*k}}, together {{= dot(q,k)}}.
        """),
    QuestionTemplate(
      kind: "matrix",
      words: "A formula that gives a vector or a matrix; each cell counts.",
      markdown: """
        ### What are the weights?
        <!-- quiz z=ints(3,0,3) -->
        The scores are {{z}}, so that the weights are [[= softmax(z) ± 0.01]]. The first score is {{z[0]}}.

        > [!NOTE]
        > The largest score is at place {{= argmax(z)}}, counted from 0.
        """),
    QuestionTemplate(
      kind: "recall",
      words:
        "No answer at all, only the note: the reader says it, sees it, and tells how well it was known.",
      markdown: """
        ### Why are scores divided by the root of the width?
        <!-- quiz -->
        > [!NOTE]
        > Their spread grows with the width, and softmax of widely spread scores is nearly one-hot.
        """),
    QuestionTemplate(
      kind: "ask-the-model",
      words:
        "A fence `model`: the model inside computes the key when the question is put, of a text that is "
        + "new each time. `ask` is what is asked and `of` the kinds of text, all of them where it is left out; "
        + "below is what they may be.",
      markdown: """
        ### What does the model expect next?
        <!-- quiz -->
        Read the text as the model does.

        ```model
        ask = next
        of = names, colour
        ```

        > [!NOTE]
        > The shares are the model's own, computed when the question was put.
        """),
  ]

  static func named(_ kind: String) -> QuestionTemplate? { all.first { $0.kind == kind } }

  /// What kinds are called elsewhere.
  private static let others = [
    "choice": "one-of-several", "multiple-choice": "one-of-several", "single": "one-of-several",
    "radio": "one-of-several", "mcq": "one-of-several", "true-false": "one-of-several",
    "checkbox": "all-that-apply", "multiple": "all-that-apply", "select": "all-that-apply",
    "sequence": "put-in-order", "sort": "put-in-order", "ordering": "put-in-order",
    "matching": "match-pairs", "cloze": "fill-the-blank", "gap": "fill-the-blank",
    "text": "fill-the-blank", "numeric": "number", "numerical": "number", "calculation": "number",
    "vector": "matrix", "flashcard": "recall", "card": "recall", "open": "recall",
    "free-text": "recall",
  ]

  /// The kind that is meant by what it is called elsewhere, be it misspelt; nil for another word.
  static func meant(by name: String) -> String? {
    NearestWord.nearest(to: name, among: others.keys.sorted()).flatMap { others[$0] }
  }
}
