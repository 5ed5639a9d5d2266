/// Questions that may show what they ask for, and what `attend check` warns of them, for the guide.
enum ShownAnswers {
  /// A question of one kind.
  struct Example {
    let words: String
    let markdown: String
    /// What is said of it, behind its place.
    let finding: String
  }

  static let all = [
    Example(
      words:
        "What an answer mark asks for stands in its own question again, in the heading or in a sentence:",
      markdown: """
        ### What are the weights?
        <!-- quiz -->
        The softmax turns scores into weights, and is called [[softmax]].
        """,
      finding:
        "warning: the answer stands in the question: write other words for it here, or ask for something else"
    ),
    Example(
      words: "A hint has the answer in it, and names no other option:",
      markdown: """
        ### Which part decides how much each value counts?
        <!-- quiz -->
        > The weights do it, for they sum to 1.

        1. [ ] the scores
        1. [x] the weights
        """,
      finding:
        "warning: this hint holds the answer: write what leads to it, or take the hint away"
    ),
    Example(
      words:
        "Nothing but its note answers a question, and a word in it is set off as gaps of other programs are:",
      markdown: """
        ### What are scores turned into?
        <!-- quiz -->
        The softmax turns scores into **weights** of values.

        > [!NOTE]
        > They are above 0 and sum to 1.
        """,
      finding:
        "warning: this is asked as a recall, and all of it is shown before the answer: write [[weights]] in "
        + "place of **weights** to ask for it; what is only given has a sentence above it, such as Given:"
    ),
    Example(
      words: "The same of what looks like a card or like options of other programs:",
      markdown: """
        ### What do weights sum to?
        <!-- quiz -->
        What do weights sum to? -> one

        > [!NOTE]
        > So they are shares.
        """,
      finding:
        "warning: this is asked as a recall, and all of it is shown before the answer: for options write "
        + "- [ ] and - [x] before each, for a gap [[the answer]] in its place, and what is told after the "
        + "answer below > [!NOTE]; what is only given has a sentence above it, such as Given:"
    ),
  ]

  /// A part of the guide.
  static var guide: String {
    var text = """

      ## What shows its answer

      What surely shows its answer before it is given is an error, and the question a box until it is mended: the
      label `Answer:` in any language, a verdict at an option, the answer behind the question in its heading. What
      may show it is asked, and `attend check` warns:

      """
    for example in all {
      text += "\n\(example.words)\n\n````text\n\(example.markdown)\n````\n\n"
      text += "`check` says `\(example.finding)`.\n"
    }
    return text
  }
}
