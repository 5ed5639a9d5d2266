import Basics
import Formulas
import Inside
import Models
import Notes

extension InsideWidget {
  package struct Parameters: Equatable, Sendable {
    var text = InsideWidget.sentence
    /// The path of a model on disk that was opened; nothing for the one inside.
    var file = ""
    var model = InsideVariant.base
    /// What is switched off, in the order of the model.
    var off: [Component] = []
    var page = InsidePage.next
    /// The place that is looked from, counted from 0; the last where nil.
    var place: Int?
    var component = Component.head(layer: 1, head: 0)
    /// The text that is patched from.
    var second = ""
    /// A unit of the MLP; the strongest at the place where nil.
    var unit: Int?
    /// Tokens that were drawn after the text.
    var said: [Int] = []
    var temperature = 1.0
    /// 0 keeps all.
    var topK = 0
    /// 1 keeps all.
    var topP = 1.0
    var seed = 1
    /// Answers to compare; those that the models give where there are none.
    var answers: [String] = []
    var subject = Evidence.Subject.names
    var guess = LabGuess.none
    /// What was guessed or seen, and is not covered again.
    var seen = InsideSeen()

    /// How one looks at it, put back to what it was.
    func looked(as other: Parameters) -> Parameters {
      var changed = self
      (changed.page, changed.place) = (other.page, other.place)
      (changed.component, changed.unit) = (other.component, other.unit)
      (changed.subject, changed.guess) = (other.subject, other.guess)
      changed.seen = other.seen
      return changed
    }
  }

  static let sentence = "When Mia and Tom went to the park, Tom gave the red ball to"
  /// One that is asked, and that each model but the one that learnt too long answers.
  package static let asked = "Mia has the key. Tom has the ball. Who has the key?"
  private static let longest = 600

  package static let fields: [Field] = [
    .text(
      "text", \.text, most: longest, default: sentence, isSilent: false,
      hint: "words that the model knows are in what r gives; \\n is a new line"),
    .text(
      "file", \.file, most: 4_096, default: "",
      hint: "the path of a model that `attend model PATH` opened"),
    .choice("adapter", \.model, variants), off,
    .choice("show", \.page, pages), place, head,
    .text(
      "second", \.second, most: longest, default: "",
      hint: "a text of as many tokens, whose answer is another"),
    unit, said,
    .number("temperature", \.temperature, from: 0...1e6, isSilent: true) { _ in 1 },
    .whole("top-k", \.topK, from: 0...100_000, isSilent: true, default: 0),
    .number("top-p", \.topP, from: 0...1, isSilent: true) { _ in 1 },
    .whole("seed", \.seed, from: 0...1_000_000_000, isSilent: true, default: 1),
    answers, .choice("cases", \.subject, subjects),
    .guess(\.guess) { _ in LabQuestion("", in: 1...5, stride: 1, start: 1) }, InsideSeen.field,
  ]

  private static let variants: KeyValuePairs<String, InsideVariant> = [
    "base": .base, "instruct": .instruct, "prefer": .prefer, "overprefer": .overprefer,
  ]
  private static let pages: KeyValuePairs<String, InsidePage> = [
    "next": .next, "map": .map, "without": .without, "patch": .patch, "units": .units,
    "sample": .sample, "answers": .answers, "evidence": .evidence,
  ]
  private static let subjects: KeyValuePairs<String, Evidence.Subject> = [
    "names": .names, "who": .who, "colour": .colour, "where": .place, "repeats": .repeats,
  ]

  private static let off = Field(
    "off", hint: "L0H1 is a head, L0MLP an MLP, L0 a whole layer; nothing: all on",
    read: { (text, parameters) throws(InputProblem) in
      parameters.off = []
      guard let words = CommaList.words(of: text ?? "") else {
        throw InputProblem("off", "beside a comma nothing stands", remedy: "write L0H1, L2")
      }
      for word in words {
        let component = try component(word, "off")
        if !parameters.off.contains(component) { parameters.off.append(component) }
      }
    }, write: { $0.off.isEmpty ? nil : $0.off.map(\.name).joined(separator: ", ") })

  private static func component(
    _ word: String, _ key: String
  ) throws(InputProblem) -> Component {
    guard let component = Component(word) else {
      throw InputProblem(
        key, "\"\(word.prefix(12))\" is no part", remedy: "write L0H1 for a head, L0MLP for an MLP")
    }
    return component
  }

  private static let head = Field(
    "head", hint: "L0H1 is a head, L0MLP an MLP",
    read: { (text, parameters) throws(InputProblem) in
      guard let text else {
        parameters.component = initial.component
        return
      }
      let found = try component(text, "head")
      if case .layer = found {
        throw InputProblem(
          "head", "\(text) is a whole layer", remedy: "write one of its parts, \(text)H0")
      }
      parameters.component = found
    },
    write: { $0.component == initial.component ? nil : $0.component.name })

  private static let place = optional("place", \.place, "the number of a token, from 0")
  private static let unit = optional("unit", \.unit, "the number of a unit, from 0")

  /// A number from 0 that need not be said.
  private static func optional(
    _ key: String, _ path: InputPath<Parameters, Int?>, _ what: String
  ) -> Field {
    Field(
      key, hint: what,
      read: { (text, parameters) throws(InputProblem) in
        parameters[keyPath: path] = nil
        guard let text else { return }
        guard let number = Int(text), (0...100_000).contains(number) else {
          throw InputProblem(unread: key, remedy: "write \(what)")
        }
        parameters[keyPath: path] = number
      }, write: { $0[keyPath: path].map { String($0) } })
  }

  private static let said = Field(
    "said", hint: "numbers of tokens that follow the text",
    read: { (text, parameters) throws(InputProblem) in
      parameters.said = []
      for word in (text ?? "").split(separator: " ") {
        guard let token = Int(word), (0..<1_000_000).contains(token) else {
          throw InputProblem(
            "said", "\"\(word.prefix(20))\" is no token's number",
            remedy: "write a whole number from 0 on")
        }
        parameters.said.append(token)
      }
    },
    write: { $0.said.isEmpty ? nil : $0.said.map { String($0) }.joined(separator: " ") })

  private static let answers = Field(
    "answers", hint: "parted by |, such as Mia. | The story does not say.",
    read: { (text, parameters) throws(InputProblem) in
      let parts = (text ?? "").split(separator: "|").map { EscapedText.read($0.trimmed) }
      guard parts.count <= 8 else {
        throw InputProblem(
          "answers", "these are \(parts.count), and eight are the most", remedy: "take some away")
      }
      // An answer follows a word: it begins with a space.
      parameters.answers = parts.filter { !$0.isEmpty }.map { " " + $0 }
    },
    write: {
      $0.answers.isEmpty
        ? nil
        : $0.answers.map { EscapedText.write(String($0.dropFirst())) }.joined(separator: " | ")
    })
}
