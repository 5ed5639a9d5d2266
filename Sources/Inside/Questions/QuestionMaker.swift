import Models
import Numerics

/// Reads new texts until one leaves no doubt about what is asked.
struct QuestionMaker {
  var source: Source
  private let file: ModelFile
  var vocabulary: Vocabulary { file.vocabulary }
  var decoder: Decoder<Float> { file.base }

  init(_ file: ModelFile, seed: UInt64) {
    self.file = file
    source = Source(seed: SeededGenerator.seed(of: "question \(seed)"))
  }

  /// A text of the model's own kind, up to where it has to answer, and the answer that was planned.
  mutating func trial(_ subject: Evidence.Subject) -> (prompt: String, answer: String)? {
    guard let task = GateTask.base.first(where: { $0.name == subject.task }) else { return nil }
    let trial = task.make(&source)
    // What is long is tiresome to read.
    guard trial.prompt.utf8.count <= 240 else { return nil }
    // The place is asked for, and not how the sentence begins.
    let opening = " In the"
    guard trial.answer.hasPrefix(opening + " ") else { return (trial.prompt, trial.answer) }
    return (trial.prompt + opening, String(trial.answer.dropFirst(opening.count)))
  }

  func tokens(_ text: String) -> [Int] { file.tokens(text, for: "base") }

  func look(_ tokens: [Int], off: [Component] = []) -> Look {
    Look(tokens, in: decoder, off: off)
  }

  // MARK: Words of it

  private func text(_ token: Int) -> String {
    String(decoding: vocabulary.bytes(of: token), as: UTF8.self)
  }

  /// A token as a reader sees it: a piece of a word that goes on has dots before it.
  func named(_ token: Int) -> String {
    let own = text(token)
    guard own != "\n" else { return "the beginning" }
    let word = own.hasPrefix(" ") ? String(own.dropFirst()) : own
    let isPiece = !own.hasPrefix(" ") && own.first?.isLetter == true
    return "\"\(isPiece ? "…" : "")\(word)\""
  }

  /// The same in its text, with its number: the first word goes on with none.
  func named(in tokens: [Int], at place: Int) -> String {
    "\(word(tokens, at: place)) @\(place)"
  }

  func word(_ tokens: [Int], at place: Int) -> String {
    let own = named(tokens[place])
    let goesOn = place > 0 && text(tokens[place - 1]).last?.isLetter == true
    return goesOn ? own : own.filter { $0 != "…" }
  }

  /// Whether it is a word, or a piece of one.
  func isWord(_ token: Int) -> Bool {
    let own = text(token)
    return (own.hasPrefix(" ") ? own.dropFirst() : own[...]).first?.isLetter == true
  }

  private static let kinds = [
    Lexicon.names, Lexicon.colours, Lexicon.places, Lexicon.things, Lexicon.animals, Lexicon.foods,
  ]

  /// Tokens that might stand in its place: words of its kind, first those of the text; of what is of no
  /// kind, other words of the text.
  func rivals(of token: Int, in tokens: [Int], _ ranked: [Look.Candidate]) -> [Int] {
    let own = text(token)
    let word = own.hasPrefix(" ") ? String(own.dropFirst()) : own
    var rivals = ranked.map(\.token)
    if let kind = Self.kinds.first(where: { $0.contains(word) }) {
      let all = kind.compactMap { word -> Int? in
        let tokens = vocabulary.encoding.tokens(of: " " + word)
        return tokens.count == 1 ? tokens[0] : nil
      }
      rivals = rivals.filter(all.contains)
    } else {
      rivals = rivals.filter {
        tokens.contains($0) && isWord($0) && text($0).hasPrefix(" ") == own.hasPrefix(" ")
      }
    }
    let (inText, others) = (
      rivals.filter { $0 != token && tokens.contains($0) },
      rivals.filter { $0 != token && !tokens.contains($0) }
    )
    return inText + others
  }

  /// `97 %`; what is nearly none or all says so.
  static func percent(_ share: Double) -> String {
    if share < 0.005 { return "less than 1 %" }
    if share > 0.995 { return "more than 99 %" }
    return "\(Int((share * 100).rounded())) %"
  }

  /// A loss with two decimals.
  static func loss(_ loss: Double) -> String {
    let hundredths = Int((loss * 100).rounded())
    let rest = hundredths % 100
    return "\(hundredths / 100)." + (rest < 10 ? "0" : "") + "\(rest)"
  }
}
