import Formulas
import Inside
import Notes
import Quiz
import TextUI
import Widgets

/// How lessons are written: the guide, and what `attend new` gives, from the same tables.
enum Authoring {
  /// A lesson with a widget and a question, to begin with.
  static var lesson: String {
    let first = QuestionTemplate.all.first?.markdown ?? ""
    return """
      # My notes

      ## What attention computes

      Each word has a query, a key and a value. Here are three words with numbers of their own,
      of which two look at all three:

      \(fence("attention") ?? "")
      \(first)

      """
  }

  /// A fence of a widget with its own example; nil where there is no such widget.
  static func fence(_ name: String) -> String? {
    allWidgets.first { $0.name == name }.map { "```\($0.name)\n\($0.example.text)```\n" }
  }

  /// The inputs that a fence of a widget takes.
  static func inputs(of type: any Widget.Type) -> [String] {
    func keys<W: Widget>(_ type: W.Type) -> [String] { type.fields.map(\.key) }
    return keys(type)
  }

  // MARK: The guide

  /// The guide as Markdown, with each question as it looks.
  static var guide: String {
    var text = opening
    for template in QuestionTemplate.all {
      text +=
        "\n### \(template.kind)\n\n\(template.words)\n\n````markdown\n\(template.markdown)\n````\n"
      if let look = look(of: template) {
        text += "\nIt looks so:\n\n````text\n\(look)````\n"
      }
    }
    return text + modelQuestions + rules + SlipTable.guide + ShownAnswers.guide + frontMatter
      + widgets
  }

  /// A question as `attend preview` shows it.
  private static func look(of template: QuestionTemplate) -> String? {
    let text = "# Guide\n\n## Guide\n\n\(template.markdown)\n"
    let library = Library(
      title: "guide", key: "guide",
      documents: [Document(path: "guide.md", bytes: Array(text.utf8))])
    return QuestionBank(library).questions.first.map { question in
      QuestionPreview(question, draws: 1).lines(width: 76, ascii: false)
        .map { $0.text.trimmedEnd + "\n" }.joined()
    }
  }

  private static let opening = """
    # How to write lessons

    A file is a chapter, its `#` heading the title; each `##` heading opens a lesson. A folder is a course,
    its files in natural order. All of it is plain Markdown that reads well anywhere.

    - `attend check PATH` says what is wrong, where, and what to write; `--watch` looks again as you write.
    - `attend preview FILE:LINE` shows a question with its key, its tolerance and several draws.
    - `attend new question KIND` gives each of the examples below, `attend new fence WIDGET` a widget.

    ## Questions

    A heading with `<!-- quiz -->` alone on the line below it is a question. It ends at the next heading.
    Quotes before the answers are hints, in their order; `> [!NOTE]` is told after every answer. In the
    lesson a question stands without its answers, and one that cannot be asked is a box that says why.

    """

  /// What a question of the model may be about, with an example of each.
  private static var modelQuestions: String {
    func table(_ name: String, _ rows: [(String, String)]) -> String {
      "| `\(name)` | \(name == "ask" ? "asks" : "texts") |\n|---|---|\n"
        + rows.map { "| `\($0)` | \($1) |\n" }.joined()
    }
    let asks = ModelQuestion.Ask.allCases
    var text = """

      ### What the model is asked

      \(table("ask", asks.map { ($0.rawValue, $0.words) }))
      `of` takes one or more of these, with commas between them:

      \(table("of", ModelQuestion.Subject.allCases.map { ($0.rawValue, $0.words) }))

      """
    // Each with texts that it can be asked of.
    for (ask, subject) in zip(asks, ModelQuestion.Subject.allCases.reversed()) {
      text += """

        ````markdown
        ### What does the model do? (\(ask.rawValue))
        <!-- quiz -->

        ```model
        ask = \(ask.rawValue)
        of = \(subject.rawValue)
        ```
        ````

        """
    }
    return text
  }

  /// A file with a front matter, as the guide shows it.
  static let fileWithFrontMatter = """
    ---
    title: Attention
    tags: [llm, notes]
    ---

    ## What attention computes

    Each word has a query, a key and a value.
    """

  private static var frontMatter: String {
    let others = Losses.passedOver.map { "`\($0)`" }.joined(separator: ", ")
    return """

      ## Front matter

      Lines of YAML may stand above all others, between two lines of three dashes:

      ````markdown
      \(fileWithFrontMatter)
      ````

      Of these `title` alone is read: it is the chapter's title where no `#` heading gives one. The order of
      lessons is that of their files' names, the language of a question is its `lang=`, and its tags its `tags=`.
      What other programs read there is passed over: \(others). Of any other key `check` says that it is not
      shown.

      """
  }

  private static let table = """
    ### What are the parts called?
    <!-- quiz -->
    | written | called | rows of it for 3 words |
    |---|---|---|
    | Q | the [[queries\\|query matrix]] | [[3]] |
    | K | the [[keys\\|key matrix]] | [[3]] |

    > [!NOTE]
    > Each word has a query and a key.
    """

  private static var rules: String {
    let functions = Expression.Function.named.map { "`\($0.rawValue)`" }.joined(separator: ", ")
    return """

      ## The comment

      `<!-- quiz id=k3v9x2 rev=2 lang=de tags=softmax,easy d=int(2,4) q=ints(d,-3,3) -->`

      - `id=` is what answers are kept under; `attend check --mint` gives one to each question that has none,
        and a question that was answered keeps what it was known by. With an id the words may change.
      - `rev=2` lets the answers of that question begin again, because it is another one now.
      - `lang=` lets translations share an id, and with it their answers.
      - `tags=` go along to other programs.
      - Anything else is a parameter, drawn anew each time: `int(a,b)` a whole number from a to b, both
        included; `ints(n,a,b)` so many of them; `mat(rows,columns,a,b)` a matrix; `choice(a,b,c)` one of
        these. Later ones may use earlier ones. Where two options come out alike, or a number is not
        finite, it is drawn again; `check` tries 200 draws. Each parameter has to be used.

      ## Values and answers

      `{{q}}` shows a parameter, `{{= dot(q,k)}}` a formula, also in an option. `[[= dot(q,k) ± 0.01]]`
      asks for one. Operators are `+ - * / ^`, functions \(functions); `z[0]` is an entry counted from 0,
      `z[-1]` the last, `m[1]` a row, `m[1, 0]` a number; `e` and `pi` are known.

      | written | asks for |
      |---|---|
      | `[[softmax]]` | a word |
      | `[[softmax\\|normalised exponential]]` | one of several |
      | `[[42]]` | this whole number |
      | `[[1.414]]` | this number, to half a unit of its last digit: ± 0.0005 |
      | `[[0.5]]` | a number of one digit is exact |
      | `[[0.707 ± 0.01]]` | within a tolerance |
      | `[[12..14]]` | any number from 12 to 14, both included |
      | `[[(4, 6)]]` | a vector |
      | `[[= [[1, 2], [3, 4]]]]` | a matrix, row by row |
      | `[[= softmax(z)]]` | a formula, to a thousandth of its largest number |

      A literal bar in an answer is `\\|`, literal braces are `\\{{`, literal brackets `\\[[`; in code nothing
      is read. Quotes around an answer and a full stop behind it need not be typed. An image among options
      is told by its alternative text. Answer marks may stand in the cells of a table, where the bar between
      two answers is written `\\|`:

      ````markdown
      \(table)
      ````

      """
  }

  private static var widgets: String {
    var text = """

      ## Widgets

      A fence named after a widget opens it with these numbers: `key = value`, a matrix with `;` between
      rows. A line that begins with `#` is a remark. A fence stands at the margin: in a list or a quote it
      is shown as code. Of a value that an input does not take `check` says what it may be.

      """
    for type in allWidgets {
      let keys = inputs(of: type).map { "`\($0)`" }.joined(separator: ", ")
      text += "\n### \(type.name)\n\n\(type.title). Inputs: \(keys).\n"
      text += "\n````markdown\n\(fence(type.name) ?? "")````\n"
    }
    return text
  }
}
